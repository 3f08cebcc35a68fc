import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { subscribe } from '../events/subscribing.js';
import type { Api } from '../support/api.js';
import {
  CheckInStage,
  eventually,
  newWellhubId,
  type CheckInWorld,
} from '../support/check-in-stage.js';
import { until } from '../support/eventually.js';
import { Receiver } from '../support/receiver.js';
import { givenWellhub, newGpwId } from '../support/registration.js';
import type { World } from '../support/world.js';

interface Entry {
  readonly id: string;
  readonly at: string;
  readonly kind: string;
  readonly gymId: number | null;
  readonly detail: Record<string, unknown>;
  readonly links: Record<string, string>;
}
type Page = { items: Entry[]; nextCursor: string | null };

const UNKNOWN = '01990000-0000-7000-8000-000000000000';

describe('GET /admin/v1/partners/{partnerId}/customers/{customerId}/timeline', () => {
  let stage: CheckInStage;
  let gym: CheckInWorld;
  let world: World;
  let receiver: Receiver;
  /** A person with one of everything. */
  let ana: number;
  const wellhubId = newWellhubId();
  const gpwId = newGpwId();
  let otherGymId: number;

  const base = () => `/admin/v1/partners/${world.partnerId}`;
  const timelineOf = (id: number) => `${base()}/customers/${id}/timeline`;
  const made = async (path: string, values: object) => {
    const { status, body, text } = await world.admin.post(path, values);
    if (status !== 201 && status !== 200) throw new Error(`${path}: ${status} ${text}`);
    return body;
  };
  const page = async (id: number, query = '', api: Api = world.admin): Promise<Page> => {
    const { status, body, text } = await api.get(`${timelineOf(id)}${query}`);
    if (status !== 200) throw new Error(`${status} ${text}`);
    return body;
  };
  const all = async (id: number, limit: number, api?: Api): Promise<Entry[]> => {
    const entries: Entry[] = [];
    let cursor = '';
    do {
      const { items, nextCursor } = await page(id, `?limit=${limit}${cursor}`, api);
      entries.push(...items);
      cursor = nextCursor ? `&cursor=${nextCursor}` : '';
    } while (cursor);
    return entries;
  };
  const kindsOf = (entries: readonly Entry[]) => [...new Set(entries.map(({ kind }) => kind))];

  beforeAll(async () => {
    stage = await CheckInStage.open();
    gym = await stage.partner();
    ({ world } = gym);
    receiver = await Receiver.start();
    await subscribe(world, receiver);
    otherGymId = (await made(`${base()}/gyms`, { name: 'Other' })).id;
    ana = (await made(`${base()}/customers`, { firstName: 'Ana', gympassId: wellhubId })).id;
    await join();
    await visit();
    await made(`${base()}/usage-events`, {
      eventType: 'signin',
      timestamp: new Date().toISOString(),
      gpwId,
    });
    await eventually(
      () => page(ana, '?kind=delivery'),
      ({ items }) =>
        items.every(({ detail }) => detail['state'] === 'DELIVERED') &&
        ['WELLHUB_CHECKIN_VALIDATED', 'CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT'].every((type) =>
          items.some(({ detail }) => detail['eventType'] === type),
        ),
    );
  });
  afterAll(async () => {
    await stage.close();
    await receiver.stop();
  });

  async function join(): Promise<void> {
    const wellhub = await givenWellhub(stage.app, world);
    const token = await wellhub.token({ gympass_user_id: gpwId });
    await made(`/admin/v1/registration-links/${token}/complete`, { customerId: ana });
  }

  /** A check-in, and a code that is scanned twice. */
  async function visit(): Promise<void> {
    await stage.simulator.checkIn({ wellhubId });
    await gym.until(wellhubId, ({ state }) => state === 'VALIDATED');
    const door = await made(`/admin/v1/gyms/${world.gymId}/devices`, {
      name: 'Door',
      direction: 'IN',
    });
    const { token } = await made(`/admin/v1/devices/${door.id}/token`, {});
    const code = await world.admin.get(`/v1/customers/${ana}/access-code`);
    for (const expected of [200, 403]) {
      const { status, text } = await stage.app.api.post(
        '/open-api/device/cardreader/identification',
        { identification: { type: 'QR_CODE', value: code.body.content }, nonce: randomUUID() },
        { Authorization: `Bearer ${token}` },
      );
      if (status !== expected) throw new Error(text);
    }
    const visits = await world.admin.get(`/admin/v1/gyms/${world.gymId}/visits`);
    await made(`/admin/v1/visits/${visits.body.items[0].id}/leave`, {});
  }

  it('C-35 holds the whole chain, each kind with its fields', async () => {
    const entries = await all(ana, 200);
    const of = (kind: string) => entries.filter((entry) => entry.kind === kind);
    const details = (kind: string) => of(kind).map(({ detail }) => detail);
    expect(details('customer')).toEqual([{ origin: 'DIRECT', status: 'PENDING' }]);
    expect(details('registration')).toEqual([
      expect.objectContaining({ gympassUserId: gpwId, status: 'ACTIVE' }),
    ]);
    expect(details('join')).toEqual([{ gympassUserId: gpwId }]);
    expect(details('webhook')).toEqual([
      expect.objectContaining({
        type: 'checkin',
        signature: 'VALID',
        state: 'PROCESSED',
        hasBody: true,
        gympassGymId: world.wellhubGymId,
        processedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      }),
    ]);
    expect(details('check-in')).toEqual([
      expect.objectContaining({ from: 'PENDING', to: 'VALIDATED', calls: 1, wellhubStatus: 200 }),
      expect.objectContaining({ from: null, to: 'PENDING', cause: 'WEBHOOK', isProbe: false }),
    ]);
    expect(details('scan')).toEqual([
      expect.objectContaining({ result: 'ACCESS_CODE_ALREADY_USED', isAdmitted: false }),
      expect.objectContaining({ result: 'OPEN', isAdmitted: true }),
    ]);
    const [code] = details('access-code');
    expect(details('scan').map(({ hashPrefix }) => hashPrefix)).toEqual(
      Array(2).fill(code?.['hashPrefix']),
    );
    const [begin] = details('visit-begin');
    expect(details('visit-end')).toEqual([begin]);
    expect(details('scan').at(-1)?.['visitId']).toBe(begin?.['visitId']);
    expect(details('event').map(({ type }) => type)).toEqual(
      expect.arrayContaining(['CUSTOMER_CREATED', 'WELLHUB_CHECKIN_VALIDATED', 'CUSTOMER_CHECKIN']),
    );
    expect(details('delivery')).toContainEqual(
      expect.objectContaining({ eventType: 'CUSTOMER_CHECKIN', calls: 1, lastStatus: 204 }),
    );
    expect(details('usage-event')).toEqual([expect.objectContaining({ eventType: 'signin' })]);
    const [counted] = details('reconciliation');
    const [checkIn] = of('check-in');
    expect(counted).toMatchObject({ checkInId: checkIn?.detail['checkInId'] });
    expect(of('reconciliation')[0]?.links['reconciliation']).toBe(
      `/admin/v1/gyms/${world.gymId}/reconciliation?month=${counted?.['month']}`,
    );
  });

  it('C-35 leads from each entry to the records behind it', async () => {
    for (const { links, kind } of await all(ana, 200))
      for (const [name, address] of Object.entries(links)) {
        const { status } = await world.admin.get(address);
        expect([kind, name, status]).toEqual([kind, name, 200]);
      }
  });

  it('C-34 is newest first, and holds each entry once whatever the size of a page', async () => {
    const { id } = await made(`${base()}/customers`, { firstName: 'Bea' });
    await stage.app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        select $1, $2, $3, 'DESK', '2026-01-02T03:04:05.123456Z', '2026-01-02T03:04:05.123456Z'
        from generate_series(1, 9)`,
      [world.partnerId, id, world.gymId],
    );
    // That they were created is delivered in between.
    await until(async () =>
      (await all(id, 200)).some(({ detail }) => detail['state'] === 'DELIVERED'),
    );
    const whole = await all(id, 200);
    expect(whole.filter(({ kind }) => kind.startsWith('visit-'))).toHaveLength(18);
    for (const limit of [1, 2, 7]) expect(await all(id, limit)).toEqual(whole);
    const mixed = await all(ana, 200);
    const times = mixed.map(({ at }) => at);
    expect(times).toEqual(times.toSorted().toReversed());
    expect(new Set(mixed.map((entry) => entry.id)).size).toBe(mixed.length);
    expect(await all(ana, 3)).toEqual(mixed);
    const scans = await page(ana, '?kind=scan');
    expect(scans.items).toEqual(mixed.filter(({ kind }) => kind === 'scan'));
  });

  it('C-36 leaves out what the caller’s scopes read nowhere else', async () => {
    const customers = await world.keyed(['CUSTOMER_READ']);
    const seen = await all(ana, 200, customers);
    expect(kindsOf(seen).toSorted()).toEqual(['access-code', 'customer', 'join', 'registration']);
    expect(new Set(seen.flatMap(({ links }) => Object.keys(links)))).toEqual(new Set(['self']));
    const desk = await world.keyed(['CUSTOMER_READ', 'CHECKIN_READ']);
    const more = await all(ana, 200, desk);
    expect(kindsOf(more)).not.toContain('event');
    expect(kindsOf(more)).not.toContain('delivery');
    expect(more.find(({ kind }) => kind === 'webhook')?.links).not.toHaveProperty('body');
    const webhook = (await page(ana, '?kind=webhook')).items[0];
    expect(webhook?.links).toHaveProperty('body');
    const none = await world.keyed(['CHECKIN_READ']);
    expect((await none.get(timelineOf(ana))).status).toBe(403);
  });

  it('C-36 shows a key of one gym nothing of another', async () => {
    await stage.app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at, left_at)
        values ($1, $2, $3, 'DESK', '2026-01-01T00:00:00Z', '2026-01-01T01:00:00Z')`,
      [world.partnerId, ana, otherGymId],
    );
    const scopes = ['CUSTOMER_READ', 'CHECKIN_READ'] as const;
    const elsewhere = await world.keyed([...scopes], { gymId: otherGymId });
    const seen = await all(ana, 200, elsewhere);
    expect(kindsOf(seen).toSorted()).toEqual([
      'access-code',
      'customer',
      'join',
      'registration',
      'visit-begin',
      'visit-end',
    ]);
    expect(seen.flatMap(({ gymId }) => gymId ?? [])).toEqual([otherGymId, otherGymId]);
    const hers = await world.keyed([...scopes], { gymId: world.gymId });
    expect((await all(ana, 200, hers)).filter(({ gymId }) => gymId === otherGymId)).toEqual([]);
    const stranger = await made(`${base()}/customers`, { homeGymId: world.gymId });
    const unseen = await elsewhere.get(timelineOf(stranger.id));
    expect([unseen.status, unseen.body.code]).toEqual([404, 'customer.not-found']);
  });

  it('C-36 knows neither an erased person nor another partner’s', async () => {
    const { id } = await made(`${base()}/customers`, { firstName: 'Cid' });
    expect((await page(id)).items).not.toEqual([]);
    await world.admin.delete(`/admin/v1/customers/${id}`);
    const other = await stage.partner({ connection: false });
    stage.pointSimulatorAt(gym);
    const foreign = `/admin/v1/partners/${other.world.partnerId}/customers/${ana}/timeline`;
    for (const answer of [
      await world.admin.get(timelineOf(id)),
      await world.admin.get(timelineOf(999_999_999)),
      await world.admin.get(`${base()}/customers/x/timeline`),
      await other.world.admin.get(foreign),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'customer.not-found']);
  });

  it.each([
    ['kind=news', '/kind'],
    ['limit=0', '/limit'],
    ['cursor=MTIz', '/cursor'],
    [`cursor=${Buffer.from('1/nothing/1').toString('base64url')}`, '/cursor'],
    [`cursor=${Buffer.from('1/scan/a\0').toString('base64url')}`, '/cursor'],
  ])('C-34 refuses ?%s', async (query, pointer) => {
    const { status, body } = await world.admin.get(`${timelineOf(ana)}?${query}`);
    expect([status, body.errors[0].pointer]).toEqual([400, pointer]);
  });

  it('C-37 answers one entry by its id, to those who may read it', async () => {
    for (const entry of await all(ana, 200))
      expect((await world.admin.get(entry.links['self'] ?? '')).body).toEqual(entry);
    const [scan] = (await page(ana, '?kind=scan')).items;
    const { id } = await made(`${base()}/customers`, { firstName: 'Dora' });
    const customers = await world.keyed(['CUSTOMER_READ']);
    for (const answer of [
      await customers.get(`${timelineOf(ana)}/${scan?.id}`),
      await world.admin.get(`${timelineOf(id)}/${scan?.id}`),
      await world.admin.get(`${timelineOf(ana)}/nothing`),
      await world.admin.get(
        `${timelineOf(ana)}/${Buffer.from('1/scan/a\0').toString('base64url')}`,
      ),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'timeline.entry-not-found']);
  });

  it('C-38 answers the very body of a webhook, with a row in the audit log', async () => {
    const [webhook] = (await page(ana, '?kind=webhook')).items;
    const address = webhook?.links['body'] ?? '';
    const { status, body } = await world.admin.get(address);
    expect([status, body.type]).toEqual([200, 'checkin']);
    expect(JSON.parse(body.body).event_data.user.unique_token).toBe(wellhubId);
    const log = await world.admin.get(`${base()}/audit-log?limit=1`);
    expect(log.body.items).toEqual([
      expect.objectContaining({
        action: 'wellhub-event.body-read',
        object: webhook?.detail['webhookId'],
      }),
    ]);
    const desk = await world.keyed(['CHECKIN_READ', 'CHECKIN_WRITE', 'CUSTOMER_READ']);
    expect((await desk.get(address)).status).toBe(403);
    const other = await stage.partner({ connection: false });
    stage.pointSimulatorAt(gym);
    for (const answer of [
      await other.world.admin.get(address),
      await world.admin.get(`/admin/v1/wellhub-events/${UNKNOWN}/body`),
    ])
      expect([answer.status, answer.body.code]).toEqual([404, 'wellhub-event.not-found']);
    await stage.app.sql('update wellhub_events set payload = null where id = $1', [
      webhook?.detail['webhookId'],
    ]);
    const cleared = await world.admin.get(address);
    expect([cleared.status, cleared.body.code]).toEqual([410, 'wellhub-event.body-cleared']);
    expect((await page(ana, '?kind=webhook')).items[0]?.links).not.toHaveProperty('body');
  });
});
