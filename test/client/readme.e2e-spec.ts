import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Gatehouse } from '@gatehouse/client';
import { Webhook } from 'standardwebhooks';
import { Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';
import { readmeJobs, runJob, type Given } from './readme-jobs.js';

const SECRET = `whsec_${Buffer.from('a secret of thirty-two bytes, so').toString('base64')}`;

describe('the README of the client', () => {
  let app: TestApp;
  let receiver: Receiver;
  let given: Given;
  const jobs = readmeJobs();
  const job = (no: number) => jobs.find(({ title }) => title.startsWith(`${no}. `))!;

  beforeAll(async () => {
    [app, receiver] = await Promise.all([startApp(), Receiver.start()]);
    const { partnerId, gymId, keyed } = await givenAPartner(app);
    const { key: apiKey } = await keyed(['PARTNER_ADMIN']);
    const gatehouse = new Gatehouse({ baseUrl: app.api.origin, apiKey, partnerId });
    const body = { firstName: 'Eva', lastName: 'Prado', homeGymId: gymId };
    const { id: customerId } = await gatehouse.customers.create(body);
    const receiverUrl = receiver.url;
    given = { gatehouse, gymId, customerId, receiverUrl, secret: SECRET, lastCursor: undefined };
  });
  afterAll(async () => {
    await receiver.stop();
    await app.close();
  });

  const printedBy = async (no: number) => (await runJob(job(no), given)).printed;

  it('J-20 has ten jobs', () => {
    const numbers = jobs.map(({ title }) => Number.parseInt(title, 10)).filter(Boolean);
    expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('J-20 job 1 adds a customer and finds the person', async () => {
    expect(await printedBy(1)).toEqual([[expect.any(Number), 'ana@example.com']]);
  });

  it('J-19 J-20 job 2 changes a customer, and notices a change in between', async () => {
    expect(await printedBy(2)).toEqual([['read it again, and show both']]);
  });

  it('J-20 job 3 shows an access code', async () => {
    expect(await printedBy(3)).toEqual([['QR_CODE', 19, expect.stringMatching(/^\d{4}-.*Z$/)]]);
  });

  it('J-20 job 4 connects a turnstile, which stays shut for an unknown code', async () => {
    expect(await printedBy(4)).toEqual([['shut', 'ACCESS_CODE_UNKNOWN']]);
  });

  it('J-20 job 5 lists check-ins', async () => {
    expect(await printedBy(5)).toEqual([]);
  });

  it('J-20 job 6 subscribes to events', async () => {
    expect(await printedBy(6)).toEqual([['whsec_']]);
  });

  it('J-20 job 7 verifies what comes, and refuses what is forged', async () => {
    const { printed, result } = await runJob(job(7), given, 'server');
    const server = result as Server;
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const content = { aggregatorId: '0012345678905' };
    const payload = [{ timestamp: 1, type: 'WELLHUB_CHECKIN_VALIDATED', content }];
    const body = JSON.stringify({ entityId: 1, uuid: 'u-1', payload });
    const at = new Date();
    const post = (signature: string) =>
      fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, {
        method: 'POST',
        body,
        headers: {
          'webhook-id': 'u-1',
          'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
          'webhook-signature': signature,
        },
      });
    expect((await post('v1,Zm9yZ2Vk')).status).toBe(401);
    expect((await post(new Webhook(SECRET).sign('u-1', at, body))).status).toBe(204);
    expect(printed).toEqual([['paid', '0012345678905']]);
    server.closeAllConnections();
    server.close();
  });

  it('J-20 job 8 reads the events since the last time', async () => {
    const { printed, result } = await runJob(job(8), given, 'cursor');
    expect(printed.length).toBeGreaterThan(0);
    const later = await runJob(job(8), { ...given, lastCursor: result }, 'cursor');
    expect(later.printed).toEqual([]);
  });

  it('J-20 job 9 makes a key and replaces it', async () => {
    expect(await printedBy(9)).toEqual([[true]]);
  });

  it('J-20 job 10 sends an order twice, and it is done once', async () => {
    expect(await printedBy(10)).toEqual([[true]]);
  });

  it('J-20 shows what an error says', async () => {
    const { printed } = await runJob(
      jobs.find(({ title }) => title === 'When something fails')!,
      given,
    );
    expect(printed).toEqual([['customer.not-found', 404, 0, 'string']]);
  });
});
