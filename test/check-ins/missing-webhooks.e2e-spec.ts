import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { Client } from 'pg';
import { eventually } from '../support/eventually.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { Spool } from '../../src/platform/spool/spool.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { DatabaseProxy } from '../support/proxy.js';
import { Replica } from '../support/replica.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner } from '../support/world.js';

interface Missing {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly refused: number;
}

describe('webhooks that may be missing', () => {
  let databaseUrl: string;
  let proxy: DatabaseProxy;
  let database: Client;
  let simulator: Simulator;
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    proxy = await DatabaseProxy.before(databaseUrl);
    database = new Client({ connectionString: databaseUrl });
    await database.connect();
    simulator = await createSimulator({
      port: 0,
      host: '127.0.0.1',
      validateToken: 'simulator-token',
    });
    app = await startApp({
      ...PROMISED_DEADLINES,
      databaseUrl: proxy.url,
      wellhubSimulatorUrl: simulator.url,
      spoolDir: undefined,
    });
  });
  afterAll(async () => {
    await app.close();
    await simulator.close();
    await database.end();
    await proxy.close();
  });

  const given = async (validationMode: string) => {
    world = await givenADoor(app, { gym: { validationMode } });
    simulator.setTarget({
      baseUrl: app.api.origin,
      apiKey: 'not-used-here',
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
  };
  const path = () => `/admin/v1/gyms/${world.gymId}/missing-webhooks`;
  const list = async (): Promise<Missing[]> => (await world.admin.get(path())).body.items;
  const person = () => {
    const wellhubId = newWellhubId();
    return world
      .customer({ gympassId: wellhubId, origin: 'WELLHUB' })
      .then((id) => ({ id, wellhubId }));
  };
  type Person = Awaited<ReturnType<typeof person>>;
  const paidLastWeek = ({ id, wellhubId }: Person) =>
    database.query(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, event_at, local_day,
        received_at, expires_at, validated_at, cause, deadline_at)
      select $1, gen_random_uuid(), $2, $3, $4, 'VALIDATED', at, at::date, at, at, at, 'WEBHOOK', at
      from (select clock_timestamp() - interval '7 days' as at) t`,
      [world.partnerId, world.gymId, id, wellhubId],
    );
  const back = async () => {
    await proxy.pass();
    const answers = async () => (await app.api.get('/health/database')).status === 200;
    expect(await eventually(answers, Boolean)).toBe(true);
  };

  /** Wellhub knows of these check-ins and we do not: it gave up. */
  const lost = async (...wellhubIds: string[]): Promise<Missing> => {
    await proxy.refuse();
    const sent = await Promise.all(wellhubIds.map((wellhubId) => simulator.checkIn({ wellhubId })));
    expect(sent.flatMap(({ deliveries }) => deliveries.map(({ accepted }) => accepted))).toEqual(
      wellhubIds.map(() => false),
    );
    await back();
    const [missing] = await eventually(list, (items) => items.length > 0);
    if (!missing) throw new Error('nothing is listed');
    return missing;
  };
  const probe = ({ id }: Missing) => world.admin.post(`${path()}/${id}/probe`);
  const states = async () => {
    const text = `select customer_id as id, state from check_ins where gym_id = $1 and probe is not null
      and local_day >= current_date - 1 order by created_at`;
    return (await database.query<{ id: number; state: string }>(text, [world.gymId])).rows;
  };
  const stateOf = async (id: number) =>
    (await states()).filter((row) => Number(row.id) === id).map(({ state }) => state);

  describe('of a gym that validates by itself', () => {
    beforeAll(() => given('AUTOMATIC'));

    it('C-179 C-180 are listed with their time, and all who were expected or scanned then are probed', async () => {
      const [scanned, regular, stranger] = [await person(), await person(), await person()];
      await paidLastWeek(regular);
      expect((await world.scan(await world.fetchCode(scanned.id))).status).toBe(403);
      // No person is probed twice within 10 s.
      await database.query(
        `update check_ins set validation_requested_at = now() - interval '1 minute'`,
      );
      const before = Date.now();
      const missing = await lost(scanned.wellhubId, regular.wellhubId, stranger.wellhubId);
      expect(missing).toEqual({
        id: expect.any(String),
        from: expect.any(String),
        to: expect.any(String),
        refused: expect.any(Number),
      });
      expect(missing.refused).toBeGreaterThanOrEqual(3);
      expect(Date.parse(missing.from)).toBeGreaterThan(before - 1_000);
      expect(Date.parse(missing.to)).toBeGreaterThan(Date.parse(missing.from));
      const alerts = async () => {
        const path = `/admin/v1/partners/${world.partnerId}/alerts?open=true`;
        return (await world.admin.get(path)).body.items.map(({ code }: { code: string }) => code);
      };
      const code = 'wellhub.webhooks-missing';
      // It is raised after the row that is listed.
      expect(await eventually(alerts, (codes) => codes.includes(code))).toContain(code);
      const probed = await probe(missing);
      expect([probed.status, probed.body]).toEqual([202, { people: 2 }]);
      const validated = async () => [await stateOf(scanned.id), await stateOf(regular.id)];
      const found = await eventually(validated, (all) =>
        all.every((one) => one.includes('VALIDATED')),
      );
      expect(found.map((one) => one.includes('VALIDATED'))).toEqual([true, true]);
      expect(await stateOf(stranger.id)).toEqual([]);
      const { rows: audited } = await database.query(
        `select object from audit_log where partner_id = $1 and action like '%missing-webhooks%'`,
        [world.partnerId],
      );
      expect(audited).toEqual([{ object: missing.id }]);
    });
  });

  describe('of a gym that validates presence', () => {
    beforeAll(() => given('GATE'));

    it('C-180 W-50 only people who were scanned are probed', async () => {
      const regular = await person();
      await paidLastWeek(regular);
      const missing = await lost(regular.wellhubId);
      const probed = await probe(missing);
      expect([probed.status, probed.body]).toEqual([202, { people: 0 }]);
    });

    it('C-179 C-180 belong to their gym and their partner, and what was no outage is not there', async () => {
      const [missing] = await list();
      const foreign = await givenAPartner(app);
      const narrowed = await foreign.keyed(['CHECKIN_READ'], { gymId: foreign.gymId });
      for (const api of [foreign.admin, narrowed]) expect((await api.get(path())).status).toBe(404);
      const unknown = await world.admin.post(`${path()}/${randomUUID()}/probe`);
      expect([unknown.status, unknown.body.code]).toEqual([404, 'check-in.outage-not-found']);
      expect((await world.admin.post(`${path()}/1/probe`)).status).toBe(404);
      const elsewhere = `/admin/v1/gyms/${foreign.gymId}/missing-webhooks`;
      expect((await foreign.admin.get(elsewhere)).body.items).toEqual([]);
      expect((await foreign.admin.post(`${elsewhere}/${missing?.id}/probe`)).status).toBe(404);
      const reader = await world.keyed(['CHECKIN_READ']);
      expect((await reader.post(`${path()}/${missing?.id}/probe`)).status).toBe(403);
    });
  });

  describe('of a replica that is killed while it refuses', () => {
    beforeAll(() => given('AUTOMATIC'));

    const leave = async (path: string, ...records: string[]) => {
      const box = new SecretBox(app.settings.secretsKeys, 'wellhub-outages');
      const spool = new Spool({ path, maxBytes: 1e6, box });
      await spool.tend();
      for (const record of records) await spool.append(Buffer.from(record));
      await spool.close();
    };

    it.each([
      ['is off', () => ({ SPOOL_DIR: 'off' })],
      [
        'is full',
        (folder: string) => ({ SPOOL_DIR: join(folder, 'spool'), SPOOL_MAX_BYTES: '1024' }),
      ],
    ])(
      'C-179 are listed once by the next one, when the spool %s',
      async (_, spoolOf) => {
        const folder = mkdtempSync(join(tmpdir(), 'gatehouse-killed-'));
        const env = {
          SECRETS_KEY: (app.settings.secretsKeys[0] as Buffer).toString('base64'),
          DATA_DIR: folder,
          SANDBOX: 'on',
          DEADLINE_FACTOR: '1',
          WELLHUB_SIMULATOR_URL: simulator.url,
          ...spoolOf(folder),
        };
        const replica = await Replica.start(proxy.url, env);
        const posts = new WellhubPosts(replica, world);
        const before = await list();
        const begun = Date.now();
        await proxy.refuse();
        const refusals = async () => {
          const { status } = await posts.send(posts.checkIn(newWellhubId()));
          return status === 503 && filesBelow(join(folder), '.spool').some(inJournal);
        };
        expect(await eventually(refusals, Boolean)).toBe(true);
        await replica.kill();
        await back();
        const outages = join(env.SPOOL_DIR === 'off' ? folder : env.SPOOL_DIR, 'outages');
        await leave(
          outages,
          'of a layout that nobody knows',
          '{"partnerId":"nobody","startedAt":"?"}',
        );
        const next = await Replica.start(proxy.url, env);
        const added = async () =>
          (await list()).filter(({ id }) => !before.some((one) => one.id === id));
        const [missing, ...more] = await eventually(added, (items) => items.length > 0);
        expect(more).toEqual([]);
        expect(missing?.refused).toBeGreaterThan(0);
        expect(Date.parse(missing?.from ?? '')).toBeGreaterThan(begun - 1_000);
        expect(Date.parse(missing?.to ?? '')).toBeGreaterThan(Date.parse(missing?.from ?? ''));
        const isEmpty = () => filesBelow(folder, '.spool').length === 0;
        expect(await eventually(async () => isEmpty(), Boolean)).toBe(true);
        const kept = async () => {
          const { body } = await app.operator.get('/admin/v1/installation/alerts?open=true');
          return body.items.map(({ code }: { code: string }) => code);
        };
        const code = 'wellhub.spool-kept-aside';
        expect(await eventually(kept, (codes) => codes.includes(code))).toContain(code);
        await next.kill();
        // Nothing is left of it for a third one.
        const third = await Replica.start(proxy.url, env);
        expect(await added()).toHaveLength(1);
        await third.kill();
      },
      120_000,
    );
  });
});

const filesBelow = (folder: string, end: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(end));

const inJournal = (path: string): boolean => path.split(sep).at(-2) === 'outages';
