import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { eventually } from '../support/eventually.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { Replica } from '../support/replica.js';
import type { TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner } from '../support/world.js';

interface Row {
  wellhub_id: string;
  state: string;
  already_validated: boolean;
  events: number;
}

describe('a process that is killed right after its 200', () => {
  let url: string;
  let simulator: Simulator;
  let database: Client;
  let env: Record<string, string>;

  beforeAll(async () => {
    url = await createDatabase();
    simulator = await createSimulator({
      port: 0,
      host: '127.0.0.1',
      validateToken: 'simulator-token',
    });
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'gatehouse-killed-'));
    env = { SANDBOX: 'on', WELLHUB_SIMULATOR_URL: simulator.url, DATA_DIR, LOG_LEVEL: 'error' };
    database = new Client({ connectionString: url });
    await database.connect();
  });
  afterAll(async () => {
    await database.end();
    await simulator.close();
  });

  const rows = async (ids: string[]): Promise<Row[]> => {
    const text = `select c.wellhub_id, c.state, c.already_validated,
        (select count(*)::int from events e where e.partner_id = c.partner_id
          and e.entity_id = c.customer_id and e.type = 'WELLHUB_CHECKIN_VALIDATED') as events
      from check_ins c where c.wellhub_id = any($1)`;
    return (await database.query<Row>(text, [ids])).rows;
  };

  it('W-37 loses nothing: after the restart every check-in is there and validated, once', async () => {
    const first = await Replica.start(url, env);
    const world = await givenAPartner(first as unknown as TestApp);
    simulator.setTarget({
      baseUrl: first.origin,
      apiKey: 'not-used-here',
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
    const ids = Array.from({ length: 9 }, newWellhubId);
    // A third is killed in the call, and a third after Wellhub has taken it for paid.
    for (const [n, wellhubId] of ids.entries()) {
      const answer = n % 3 === 1 ? 'hang' : 'commit-then-hang';
      if (n % 3 > 0) simulator.planAnswer({ wellhubId, answer, times: 1 });
    }
    const sent = await Promise.all(ids.map((wellhubId) => simulator.checkIn({ wellhubId })));
    await first.kill();
    expect(sent.map(({ deliveries }) => deliveries[0]?.accepted)).toEqual(ids.map(() => true));

    const second = await Replica.start(url, env);
    try {
      const after = await eventually(
        () => rows(ids),
        (found) => found.every(({ state }) => state === 'VALIDATED') && found.length === ids.length,
        60_000,
      );
      expect(after).toHaveLength(ids.length);
      expect(new Set(after.map((row) => JSON.stringify({ ...row, wellhub_id: '' })))).toEqual(
        new Set(['{"wellhub_id":"","state":"VALIDATED","already_validated":false,"events":1}']),
      );
      const { people } = simulator.ledger();
      expect(ids.map((id) => people[id]?.validated)).toEqual(ids.map(() => 1));
    } finally {
      await second.kill();
    }
  });

  it('W-75 loses nothing of its spool: the next one stores what was answered while the database was away', async () => {
    const proxy = await DatabaseProxy.before(url);
    const first = await Replica.start(proxy.url, env);
    const world = await givenAPartner(first as unknown as TestApp, {
      gym: { validationMode: 'GATE' },
    });
    const wellhub = new WellhubPosts(first as unknown as TestApp, world);
    await proxy.refuse();
    const ids = Array.from({ length: 30 }, newWellhubId);
    const answers = await Promise.all(ids.map((id) => wellhub.send(wellhub.checkIn(id))));
    await first.kill();
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    expect(await rows(ids)).toEqual([]);
    const second = await Replica.start(url, env);
    try {
      const after = await eventually(
        () => rows(ids),
        (found) => found.length === ids.length,
        60_000,
      );
      expect(after.map(({ state }) => state)).toEqual(ids.map(() => 'PENDING'));
    } finally {
      await second.kill();
      await proxy.close();
    }
  });
});
