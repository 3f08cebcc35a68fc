import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A sandbox of its own, with a little of everything, and the link with which its owner begins. */
export async function openSandbox() {
  const dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-shots-'));
  const port = await freePort();
  const child = spawn(process.execPath, ['dist/gatehouse.js'], {
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const close = async () => {
    child.kill();
    if (child.exitCode === null) await once(child, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await readUntil(child, 'The sandbox is ready');
    const { sandbox } = JSON.parse(await readFile(join(dataDir, 'secrets.json'), 'utf8'));
    const { adminKey: key, partnerId, gymId, simulatorUrl, ownerLink: invitation } = sandbox;
    const origin = `http://localhost:${port}`;
    await fill({ origin, key, simulator: simulatorUrl, ids: [partnerId, gymId] });
    const starts = ['/', '/console', '/console/members', '/console/account', '/sandbox/mail'];
    return { origin, starts, invitation, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** What it goes on to print is read and dropped. */
function readUntil(child, end) {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      text = text.length < 64_000 ? text + part : text;
      if (text.includes(end)) resolve(text);
    });
    child.once('exit', () => reject(new Error(`the sandbox did not start:\n${text}`)));
  });
}

const PEOPLE = ['Ana Prado', 'Bruno Rocha', 'Clara Nunes', 'Davi Lima', 'Elisa Moraes'];

async function fill({ origin, key, simulator, ids: [partnerId, gymId] }) {
  const post = async (url, body, headers = {}) => {
    const answer = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`${url}: ${answer.status} ${await answer.text()}`);
    return answer.json();
  };
  const admin = (path, body) => post(`${origin}/admin/v1/${path}`, body, { 'X-Api-Key': key });
  for (const [at, name] of PEOPLE.entries()) {
    const [firstName, lastName] = name.split(' ');
    const email = `${firstName.toLowerCase()}@example.com`;
    const person = await admin(`partners/${partnerId}/customers`, { firstName, lastName, email });
    if (at === 0) await agree({ admin, partnerId, customerId: person.id });
    const wellhubId = `001234567890${at}`;
    await post(`${simulator}/control/check-in`, { wellhubId, firstName, lastName });
    if (at < 2) await post(`${simulator}/control/booking`, bookingOf(wellhubId, at));
  }
  const { id } = await admin(`gyms/${gymId}/devices`, { name: 'Catraca 2', direction: 'BOTH' });
  const { token } = await admin(`devices/${id}/token`, {});
  const card = { firstName: 'Fabio', lastName: 'Reis', cardNumber: { value: '4711' } };
  const { id: inside } = await admin(`partners/${partnerId}/customers`, card);
  await admin(`customers/${inside}/passes`, { type: 'STAFF', validFrom: '2026-01-01' });
  const identification = { type: 'NUMBER', value: '4711' };
  const scan = `${origin}/open-api/device/cardreader/identification`;
  await post(scan, { identification }, { Authorization: `Bearer ${token}` });
  await admin(`partners/${partnerId}/webhook-subscriptions`, { url: `${simulator}/nothing-here` });
}

/** A contract, and something of everything that contracts may have. */
async function agree({ admin, partnerId, customerId }) {
  const own = `partners/${partnerId}`;
  const { id: membershipId } = await admin(`${own}/memberships`, { name: 'Plano manhã' });
  const { id: paymentPlanId } = await admin(`${own}/payment-plans`, { name: 'Mensal' });
  const membershipFee = { type: 'PERCENT', value: 10 };
  const { id } = await admin(`${own}/discounts`, { name: 'Família', membershipFee });
  const terms = { membershipId, paymentPlanId, discountIds: [id], startDate: '2026-01-01' };
  await admin(`customers/${customerId}/contracts`, terms);
}

const bookingOf = (wellhubId, at) => ({
  event: 'requested',
  wellhubId,
  bookingNumber: `B-${at}`,
  classId: 7,
  slotId: 70 + at,
});

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}
