import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Client } from 'pg';
import { createDatabase } from '../support/databases.js';
import { Replica } from '../support/replica.js';

const STOPS_WITHIN_MS = 5_000;

/** One HTTP connection by hand: what a client library would hide from us. */
async function talk(port: number, request: string): Promise<{ socket: Socket; answer: string }> {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.write(request);
  const [first] = (await once(socket, 'data')) as [Buffer];
  return { socket, answer: first.toString() };
}

const LIVE = 'GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n';

describe('a stop by SIGTERM', () => {
  let replica: Replica;
  let database: Client;

  beforeEach(async () => {
    const url = await createDatabase();
    database = new Client({ connectionString: url });
    database.on('error', () => undefined);
    await database.connect();
    replica = await Replica.start(url);
  });
  afterEach(async () => {
    await replica.kill();
    await database.end();
  });

  /** Resolves once a change of a partner waits for the lock that we hold; work in the background may wait, too. */
  async function changeWaits(): Promise<void> {
    const waiting = `select from pg_stat_activity where wait_event_type = 'Lock'
      and datname = current_database() and query like '%PartnerEntity%'`;
    while ((await database.query(waiting)).rowCount === 0)
      // In a transaction the texts of queries are those of the first look.
      await database.query('select pg_stat_clear_snapshot()');
  }

  it('W-20 K-61 keeps idle connections for 310 s, and closes them when it stops', async () => {
    const { socket, answer } = await talk(replica.port, LIVE);
    expect(answer.toLowerCase()).toContain('keep-alive: timeout=310');
    const silent = connect(replica.port, '127.0.0.1');
    await once(silent, 'connect');
    const closed = Promise.all([once(socket, 'close'), once(silent, 'close')]);
    const begun = performance.now();
    replica.signal('SIGTERM');
    await closed;
    expect(await replica.ended()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
  });

  it('K-1 keeps idle connections for KEEP_ALIVE_SECONDS, and closes them after', async () => {
    await replica.kill();
    replica = await Replica.start(await createDatabase(), { KEEP_ALIVE_SECONDS: '1' });
    const { socket, answer } = await talk(replica.port, LIVE);
    expect(answer.toLowerCase()).toContain('keep-alive: timeout=1\r\n');
    await once(socket, 'close');
  });

  it('K-61 finishes the request in progress, closes its connection, and accepts no new one', async () => {
    const partner = await replica.operator.post('/admin/v1/partners', {
      name: 'Fit',
      slug: 'fit',
      timeZone: 'UTC',
    });
    await database.query('begin');
    // What only refers to the partner goes on: a stop waits for work in the background, and we wait for the stop.
    await database.query('select from partners for no key update');
    const slow = replica.operator.patch(`/admin/v1/partners/${partner.body.id}`, {
      name: 'Fitter',
    });
    await changeWaits();
    const begun = performance.now();
    replica.signal('SIGTERM');
    await refused(replica.port);
    await database.query('rollback');
    const answer = await slow;
    expect({ status: answer.status, name: answer.body.name }).toEqual({
      status: 200,
      name: 'Fitter',
    });
    expect(answer.headers.get('connection')).toBe('close');
    expect(await replica.ended()).toBe(0);
    expect(performance.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
  });

  it('K-61 ends as calmly for a second signal, and for a database that is gone', async () => {
    await database.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid()`,
    );
    replica.signal('SIGTERM');
    replica.signal('SIGTERM');
    const code = await replica.ended();
    const said = replica.lines.filter(({ room }) => room === 'process').map(({ msg }) => msg);
    expect({ code, said }).toEqual({
      code: 0,
      said: [
        expect.stringMatching(/listens/),
        'DEADLINE_FACTOR is 8: requests may take 8 times as long as promised',
        expect.stringMatching(/^SIGTERM/),
        'Gatehouse has stopped',
      ],
    });
  });
});

async function refused(port: number): Promise<void> {
  for (;;) {
    const socket = connect(port, '127.0.0.1');
    const outcome = await Promise.race([
      once(socket, 'connect').then(() => 'open'),
      once(socket, 'close').then(() => 'refused'),
    ]).catch(() => 'refused');
    socket.destroy();
    if (outcome === 'refused') return;
  }
}
