import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, request } from 'node:http';
import { outcomeOf } from './ledger.js';
import { until } from './until.js';

/** What a turnstile, an app or Wellhub waits for at most. */
const PATIENCE_MS = 6_000;
const SCAN_TRIES = 5;
const CODE_WITHIN_MS = 60_000;
const agent = new Agent({ keepAlive: false, maxSockets: 512 });
const keeping = new Map();

/** Clients of this port keep their connections, until the returned function is called. */
export function keepConnections(port) {
  keeping.set(port, new Agent({ keepAlive: true, maxSockets: 512 }));
  return () => {
    keeping.get(port).destroy();
    keeping.delete(port);
  };
}

/** One HTTP exchange by way of the load balancer; `status` is undefined when nothing was answered. */
export function call(port, { method = 'POST', path, headers = {}, body }) {
  return new Promise((resolve) => {
    const started = performance.now();
    const done = (answer) => resolve({ ...answer, ms: performance.now() - started });
    const payload = textOf(body);
    const length =
      payload === undefined
        ? {}
        : { 'Content-Type': typeOf(body), 'Content-Length': Buffer.byteLength(payload) };
    const sent = request({
      port,
      host: '127.0.0.1',
      agent: keeping.get(port) ?? agent,
      method,
      path,
      headers: { ...length, ...headers },
    });
    sent.setTimeout(PATIENCE_MS, () => sent.destroy(new Error('no answer in time')));
    sent.once('error', () => done({}));
    sent.once('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (piece) => (text += piece));
      response
        .once('error', () => done({}))
        .once('end', () => done({ status: response.statusCode, text }));
    });
    sent.end(payload);
  });
}

const isForm = (body) => body instanceof URLSearchParams;
const typeOf = (body) => (isForm(body) ? 'application/x-www-form-urlencoded' : 'application/json');
const textOf = (body) => (isForm(body) ? body.toString() : body && JSON.stringify(body));

/** What people do, in turns: doors are used twice as often as the rest. */
const KINDS = [checkIn, visit, visit, register];

/** Three kinds of customers, together so many a second, until it is told to stop. */
export class Load {
  #pending = new Set();

  constructor(stage, { perSecond, kinds = KINDS }) {
    this.loop = this.#run(
      kinds.map((kind) => () => kind(stage)),
      1_000 / perSecond,
    );
  }

  async stop() {
    this.stopped = true;
    await this.loop;
    await Promise.all(this.#pending);
  }

  /** At a steady pace whatever the answers do: people do not stop coming because a server is slow. */
  async #run(kinds, everyMs) {
    const started = performance.now();
    for (let number = 0; !this.stopped; number += 1) {
      const wait = started + number * everyMs - performance.now();
      if (wait > 0) await sleep(wait);
      const one = kinds[number % kinds.length]();
      this.#pending.add(one);
      one.finally(() => this.#pending.delete(one));
    }
  }
}

/** A person taps "check in"; the simulator repeats as Wellhub does. */
export async function checkIn({ ledger, simulator, world }) {
  const wellhubId = world.nextWellhubId();
  const timestamp = Math.floor(Date.now() / 1000);
  const { deliveries } = await simulator.checkIn({ wellhubId, timestamp });
  const accepted = deliveries.some((delivery) => delivery.accepted);
  ledger.checkIns.set(wellhubId, { accepted });
  for (const { status, milliseconds } of deliveries.flatMap(({ attempts }) => attempts))
    ledger.waited('webhook', { status, ms: milliseconds });
  ledger.answered('webhook', { status: accepted ? 200 : undefined, ms: 0 });
  return wellhubId;
}

/** A member fetches a code and shows it; the turnstile repeats the same scan until it has an answer. */
export async function visit(stage) {
  const { ledger, port, world } = stage;
  const customerId = world.nextMember();
  const code = await call(port(), accessCodeOf(world, customerId));
  ledger.answered('code', code);
  if (code.status !== 200) return;
  const answer = await showCode(stage, world.nextDoor(), JSON.parse(code.text).content);
  ledger.scans.set(customerId, outcomeOf(answer));
}

/** A phone asks until it has a code: what is proven here begins at the door. @throws when there is none for a minute */
export async function fetchCode({ port, world }, customerId) {
  let content;
  const isGiven = async () => {
    ({ content } = JSON.parse((await call(port(), accessCodeOf(world, customerId))).text));
    return content !== undefined;
  };
  if (await until(isGiven, CODE_WITHIN_MS, 200)) return content;
  throw new Error(`customer ${customerId} was given no code`);
}

const accessCodeOf = ({ appKey }, customerId) => ({
  method: 'GET',
  path: `/v1/customers/${customerId}/access-code`,
  headers: { 'X-API-KEY': appKey },
});

/** @param door its token; it repeats the same scan until it has an answer */
export async function showCode({ ledger, port }, door, content) {
  const scan = {
    path: '/open-api/device/cardreader/identification',
    headers: { Authorization: `Bearer ${door}` },
    body: { identification: { type: 'QR_CODE', value: content }, nonce: randomUUID() },
  };
  for (let tries = 1; ; tries += 1) {
    const answer = await call(port(), scan);
    ledger.answered('scan', answer);
    const isFinal = answer.status !== undefined && answer.status < 500;
    if (isFinal || tries === SCAN_TRIES) return answer;
    await sleep(200);
  }
}

async function register({ ledger, port, world }) {
  const gpwId = `gpw-${randomUUID()}`;
  const answer = await call(port(), {
    path: '/wellhub/users',
    headers: { Authorization: `Bearer ${world.registrationToken}` },
    body: { gympass_user_id: gpwId },
  });
  ledger.answered('users', answer);
  const outcome = outcomeOf(answer);
  const link = outcome === 'promised' ? JSON.parse(answer.text).redirect_link : undefined;
  ledger.registrations.set(gpwId, { outcome, link });
}
