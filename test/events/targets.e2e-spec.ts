import { createSocket } from 'node:dgram';
import { getServers, setServers } from 'node:dns';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Receiver } from '../support/receiver.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { ended, subscribe, publishEvents } from './subscribing.js';

describe('a target of webhooks with OUTGOING_URLS=public', () => {
  let app: TestApp;
  let world: World;
  let path: string;

  let names: { close(): void };

  beforeAll(async () => {
    names = await everyNameIsLoopback();
    app = await startApp({ outgoingUrls: 'public' });
    world = await givenAPartner(app);
    path = `/admin/v1/partners/${world.partnerId}/webhook-subscriptions`;
  });
  afterAll(async () => {
    await app.close();
    names.close();
  });

  it.each([
    'http://hooks.example.com/',
    'https://me:secret@hooks.example.com/',
    'https://127.0.0.1/',
    'https://127.1/',
    'https://2130706433/',
    'https://10.0.0.1/',
    'https://192.168.1.1:8443/',
    'https://169.254.169.254/latest/meta-data/',
    'https://[::1]/',
    'https://[fe80::1]/',
    'https://[::ffff:10.0.0.1]/',
    'https://localhost/',
    'https://moved.example.com/',
    'file:///etc/passwd',
    'hooks.example.com',
  ])('O-50 is refused at registration: %s', async (url) => {
    const { status, body } = await world.admin.post(path, { url });
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'request.invalid', errors: [{ pointer: '/url' }] });
  });

  it('O-50 is refused when it is changed later', async () => {
    const { body } = await world.admin.post(path, { url: 'https://203.0.112.1/hook' });
    const changed = await world.admin.patch(`/admin/v1/webhook-subscriptions/${body.id}`, {
      url: 'https://127.0.0.1/',
    });
    expect(changed.status).toBe(400);
    await world.admin.delete(`/admin/v1/webhook-subscriptions/${body.id}`);
  });

  it.each([
    ['a private address', 'https://127.0.0.1:PORT/', 'private, loopback or'],
    ['a name for this machine', 'https://localhost:PORT/', 'private, loopback or'],
    [
      'a name that points to one by now',
      'https://moved.example.com:PORT/',
      'the address is private',
    ],
    ['a name of IPv6', 'https://[::1]:PORT/', 'private, loopback or link-local'],
    ['http', 'http://hooks.example.com:PORT/', 'must be an https URL'],
  ])('O-50 is refused at every send: %s', async (_, target, words) => {
    let connections = 0;
    const server = createServer((socket) => {
      connections += 1;
      socket.destroy();
    });
    await new Promise<void>((resolve) => server.listen(0, resolve));
    server.unref();
    const url = target.replace('PORT', String((server.address() as AddressInfo).port));
    const made = await world.admin.post(path, { url: 'https://203.0.112.1/hook', retry: [] });
    await app.sql('update webhook_subscriptions set url = $2 where id = $1', [made.body.id, url]);
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    const delivery = await ended(world, made.body.id);
    expect(delivery.state).toBe('FAILED');
    expect(delivery.attempts[0].error).toContain(words);
    expect(connections).toBe(0);
    await world.admin.delete(`/admin/v1/webhook-subscriptions/${made.body.id}`);
    server.close();
  });

  it('O-50 may be http and private with OUTGOING_URLS=any', async () => {
    const lax = await startApp({ outgoingUrls: 'any' });
    const here = await givenAPartner(lax);
    const receiver = await Receiver.start();
    await subscribe(here, receiver);
    await publishEvents(lax, here.partnerId, { type: 'CUSTOMER_CREATED', entityId: 1 });
    await receiver.next();
    await lax.close();
    await receiver.stop();
  });
});

/** A name server that answers 127.0.0.1 whatever is asked, used by this process until it is closed. */
async function everyNameIsLoopback(): Promise<{ close(): void }> {
  const usual = getServers();
  const server = createSocket('udp4', (query, from) => {
    const question = query.subarray(12, query.indexOf(0, 12) + 5);
    const asksA = question.readUInt16BE(question.length - 4) === 1;
    const header = Buffer.from([0x81, 0x80, 0, 1, 0, asksA ? 1 : 0, 0, 0, 0, 0]);
    const answer = Buffer.from([0xc0, 12, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    const reply = [query.subarray(0, 2), header, question, ...(asksA ? [answer] : [])];
    server.send(Buffer.concat(reply), from.port, from.address);
  });
  await new Promise<void>((resolve) => server.bind(0, '127.0.0.1', resolve));
  setServers([`127.0.0.1:${server.address().port}`]);
  return {
    close: () => {
      setServers(usual);
      server.close();
    },
  };
}
