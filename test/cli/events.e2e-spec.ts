import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandLine, type RunningCommand } from '../support/command-line.js';
import { answering, Receiver, verified } from '../support/receiver.js';
import { freePort } from '../support/replica.js';
import { until } from '../support/eventually.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { ended, publishEvents, subscribe } from '../events/subscribing.js';

const SECRET = /Signing secret: (whsec_\S+)/;

describe('events on the command line', () => {
  let app: TestApp;
  let world: World;
  let cli: CommandLine;
  let receiver: Receiver;
  const running: RunningCommand[] = [];

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    world = await givenAPartner(app);
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const body = { name: 'CLI', scopes: ['WEBHOOK_READ', 'WEBHOOK_WRITE'] };
    const { key } = (await world.admin.post(path, body)).body;
    cli = new CommandLine({ GATEHOUSE_URL: app.api.origin, GATEHOUSE_API_KEY: key });
    receiver = await Receiver.start();
  });
  afterEach(async () => {
    for (const command of running.splice(0)) command.signal('SIGKILL');
    await receiver.stop();
  });

  const publish = (...ids: number[]) =>
    publishEvents(
      app,
      world.partnerId,
      ...ids.map((entityId) => ({ type: 'CUSTOMER_CREATED', entityId }) as const),
    );
  const feed = async (): Promise<unknown[]> =>
    (await world.admin.get(`/admin/v1/partners/${world.partnerId}/events`)).body.items;
  const start = (...args: string[]) => {
    const command = cli.start(args);
    running.push(command);
    return command;
  };
  const listen = (...args: string[]) => start('listen', '--forward-to', receiver.url, ...args);
  const entities = () => receiver.received.map(({ json }) => json.entityId as number);
  const stop = async (command: RunningCommand) => {
    command.signal('SIGINT');
    return command.ended();
  };

  it('L-20 L-21 posts events signed and in order, and goes on where it was', async () => {
    await publish(1, 2);
    const first = listen();
    await receiver.next(2, 30_000);
    const [, secret = ''] = SECRET.exec(first.err) ?? [];
    for (const received of receiver.received) verified(received, secret);
    expect(receiver.received.map(({ json }) => json)).toEqual(await feed());
    expect(first.err).toContain(`X-Api-Key:      ${receiver.received[0]?.headers['x-api-key']}`);
    await first.until(({ out }) => out.split('→ 204').length === 3);
    expect((await stop(first)).code).toBe(130);
    expect(statSync(`${cli.configFolder}/gatehouse/listen.json`).mode & 0o777).toBe(0o600);
    await publish(3);
    const second = listen('--json');
    await receiver.next(3, 30_000);
    expect(SECRET.exec(second.err)?.[1]).toBe(secret);
    await second.until(({ out }) => out.endsWith('\n'));
    expect(JSON.parse(second.out)).toMatchObject({
      event: { entityId: 3 },
      answer: { status: 204 },
    });
    await stop(second);
    expect(entities()).toEqual([1, 2, 3]);
  });

  it('L-21 begins now with --skip-history, and leaves out other types', async () => {
    await publish(1);
    // The feed shows an event once nothing older can appear before it any more.
    await until(async () => (await feed()).length === 1, 60_000, 'the event in the feed');
    const command = listen('--skip-history', '--types', 'customer_created');
    await command.until(({ err }) => err.includes('Signing secret'));
    await publishEvents(app, world.partnerId, { type: 'CUSTOMER_UPDATED', entityId: 2 });
    await publish(3);
    await receiver.next(1, 30_000);
    await stop(command);
    expect(entities()).toEqual([3]);
    const unknown = await cli.run(['listen', '--forward-to', receiver.url, '--types', 'NONSENSE']);
    expect(unknown).toMatchObject({ code: 2, err: expect.stringContaining('CUSTOMER_CREATED') });
  });

  it('L-22 waits for a receiver that is not there, and takes any answer for one', async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}/hook`;
    await publish(1, 2);
    const command = start('listen', '--forward-to', url);
    await command.until(({ err }) => err.includes('does not answer (ECONNREFUSED)'));
    const late = await Receiver.start(answering(500), port);
    await late.next(2, 30_000);
    await command.until(({ out }) => out.split('→ 500').length === 3);
    expect((await stop(command)).code).toBe(130);
    expect(late.received.map(({ json }) => json.entityId)).toEqual([1, 2]);
    await late.stop();
  });

  it('L-10 L-20 refuses an address that is none, and a file of secrets that others can read', async () => {
    for (const url of ['localhost:4242', 'ftp://127.0.0.1/x', 'http://a:b@127.0.0.1/x'])
      expect(await cli.run(['listen', '--forward-to', url])).toMatchObject({ code: 2 });
    const command = listen();
    await command.until(({ err }) => err.includes('Signing secret'));
    await stop(command);
    const file = `${cli.configFolder}/gatehouse/listen.json`;
    writeFileSync(file, readFileSync(file, 'utf8').slice(1), { mode: 0o600 });
    const damaged = await cli.run(['listen', '--forward-to', receiver.url]);
    expect(damaged).toMatchObject({ code: 1, err: expect.stringContaining('damaged') });
    expect(damaged.err).not.toContain('whsec_');
  });

  it('L-23 tails the latest events and then new ones', async () => {
    await publish(1, 2, 3);
    const last = await cli.run(['events', 'tail', '--last', '2', '--no-follow', '--json']);
    const lines = last.out.trim().split('\n');
    expect(lines.map((line) => JSON.parse(line).entityId)).toEqual([2, 3]);
    const command = start('events', 'tail', '--last', '1', '--json');
    await command.until(({ out }) => out.includes('"entityId":3'));
    await publish(4);
    await command.until(({ out }) => out.includes('"entityId":4'));
    const { code, out } = await stop(command);
    expect(code).toBe(130);
    expect(out.trim().split('\n')).toHaveLength(2);
    expect(await cli.run(['events', 'tail', '--last', 'x'])).toMatchObject({ code: 2 });
    expect(await cli.run(['events'])).toMatchObject({ code: 2 });
  });

  it('L-24 replays what failed, what was since a moment, and one delivery', async () => {
    receiver.reply = answering(410);
    const { id } = await subscribe(world, receiver, { retry: [] });
    await publish(1);
    const delivery = await ended(world, id);
    expect(delivery.state).toBe('FAILED');
    await world.admin.patch(`/admin/v1/webhook-subscriptions/${id}`, { state: 'ACTIVE' });
    receiver.reply = answering(204);
    expect(await cli.json(['replay', '--failed'])).toMatchObject({ sent: 1, refused: [] });
    await receiver.next(2, 30_000);
    expect(await cli.run(['replay', '--delivery', delivery.id])).toMatchObject({ code: 0 });
    await receiver.next(3, 30_000);
    expect(await cli.run(['replay', id, '--from', '1h'])).toMatchObject({ code: 0 });
    await receiver.next(4, 30_000);
    expect(new Set(receiver.received.map(({ body }) => body)).size).toBe(1);
    for (const args of [[], ['--failed', '--from', '1h'], ['--from', 'yesterday']])
      expect(await cli.run(['replay', ...args])).toMatchObject({ code: 2, out: '' });
    const nothing = await cli.run(['replay', 'x', '--from', '1h']);
    expect(nothing).toMatchObject({ code: 3, err: expect.stringContaining('/docs/errors#') });
    await subscribe(world, receiver);
    const which = await cli.run(['replay', '--failed']);
    expect(which).toMatchObject({ code: 2, err: expect.stringContaining(id) });
  });
});
