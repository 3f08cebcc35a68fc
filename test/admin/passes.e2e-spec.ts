import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Answer } from '../support/api.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const ANY = { 'If-Match': '*' };
const STAFF = { type: 'STAFF', validFrom: '2026-01-01' };
const GUEST = { type: 'GUEST', validFrom: '2026-01-01', validUntil: '2026-12-31', entries: 5 };

describe('passes of staff and guests', () => {
  let app: TestApp;
  let world: GateWorld;
  let customerId: number;
  let passes: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
  });
  afterAll(() => app.close());

  beforeEach(async () => {
    customerId = await world.customer();
    passes = `/admin/v1/customers/${customerId}/passes`;
  });

  const given = async (body: object) => {
    const answer = await world.admin.post(passes, body);
    expect([answer.status, answer.text]).toEqual([201, answer.text]);
    return answer;
  };
  const pointers = ({ status, body }: Answer) => [
    status,
    ...(body.errors ?? []).map(({ pointer }: { pointer: string }) => pointer),
  ];
  const use = (id: number, entries: number) =>
    app.sql(
      `update access_passes set entries_used = $2, used_at = array['2026-03-01T10:00:00Z'::timestamptz], version = version + 1
        where id = $1`,
      [id, entries],
    );
  const marked = async (id: number) =>
    (await app.sql('select has_access_passes as mark from customers where id = $1', [id]))[0]?.[
      'mark'
    ];

  it('A-18 a pass comes back as it was given, with the entries that are left', async () => {
    const made = await given({ ...GUEST, gymIds: [world.gymId], note: 'of Ana' });
    const shown = {
      ...GUEST,
      id: made.body.id,
      customerId,
      gymIds: [world.gymId],
      entriesLeft: 5,
      usedAt: [],
      note: 'of Ana',
    };
    expect([made.body, made.headers.get('etag'), made.headers.get('location')]).toEqual([
      shown,
      '"1"',
      `/admin/v1/passes/${made.body.id}`,
    ]);
    await use(made.body.id, 2);
    const read = await world.admin.get(`/admin/v1/passes/${made.body.id}`);
    expect(read.body).toEqual({ ...shown, entriesLeft: 3, usedAt: ['2026-03-01T10:00:00.000Z'] });
    expect(read.headers.get('etag')).toBe('"2"');
    const staff = await given(STAFF);
    expect(staff.body).toMatchObject({
      gymIds: null,
      validUntil: null,
      entries: null,
      entriesLeft: null,
    });
    const listed = await world.admin.get(passes);
    expect(listed.body.items).toEqual([read.body, staff.body]);
  });

  it.each([
    [{ ...GUEST, entries: undefined }, '/entries'],
    [{ ...GUEST, entries: null }, '/entries'],
    [{ ...GUEST, entries: 0 }, '/entries'],
    [{ ...GUEST, entries: 1_001 }, '/entries'],
    [{ ...GUEST, validUntil: undefined }, '/validUntil'],
    [{ ...GUEST, validUntil: '2025-12-31' }, '/validUntil'],
    [{ ...GUEST, validFrom: undefined }, '/validFrom'],
    [{ ...GUEST, validFrom: '2026-02-30' }, '/validFrom'],
    [{ ...GUEST, gymIds: [] }, '/gymIds'],
    [{ ...GUEST, gymIds: [987_654_321] }, '/gymIds/0'],
    [{ ...GUEST, note: 'x'.repeat(201) }, '/note'],
    [{ ...GUEST, type: 'TRAINER' }, '/type'],
    [{ ...STAFF, entries: 3 }, '/entries'],
    [{ ...STAFF, colour: 'red' }, '/colour'],
  ])('A-18 a pass as %j is refused at its place', async (body, pointer) => {
    expect(pointers(await world.admin.post(passes, body))).toEqual([400, pointer]);
    expect((await world.admin.get(passes)).body.items).toEqual([]);
    expect(await marked(customerId)).toBe(false);
  });

  it('A-18 entries may not fall below those that were used, and a pass stays of its type', async () => {
    const { id } = (await given(GUEST)).body;
    await use(id, 3);
    const path = `/admin/v1/passes/${id}`;
    const change = (body: object) => world.admin.patch(path, body, ANY);
    expect(pointers(await change({ entries: 2 }))).toEqual([400, '/entries']);
    expect(pointers(await change({ entries: null }))).toEqual([400, '/entries']);
    expect(pointers(await change({ validUntil: null }))).toEqual([400, '/validUntil']);
    expect(pointers(await change({ type: 'STAFF', entries: null }))).toEqual([400, '/type']);
    const changed = await change({ entries: 3, validUntil: '2027-01-31', note: null });
    expect([changed.status, changed.body]).toEqual([
      200,
      expect.objectContaining({ entries: 3, entriesLeft: 0, validUntil: '2027-01-31' }),
    ]);
  });

  it('A-26 a change of a pass needs the present tag or *, which an entry that is used changes too', async () => {
    const { id } = (await given(GUEST)).body;
    const path = `/admin/v1/passes/${id}`;
    expect((await world.admin.patch(path, { note: 'x' })).status).toBe(428);
    expect((await world.admin.delete(path)).status).toBe(428);
    await use(id, 1);
    const old = { 'If-Match': '"1"' };
    expect((await world.admin.patch(path, { note: 'x' }, old)).status).toBe(412);
    expect((await world.admin.delete(path, old)).status).toBe(412);
    const both = await Promise.all(
      ['a', 'b'].map((note) => world.admin.patch(path, { note }, { 'If-Match': '"2"' })),
    );
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 412]);
  });

  it('A-18 who has passes is marked for doors, until the last one is taken away', async () => {
    const ids = [(await given(STAFF)).body.id, (await given(GUEST)).body.id];
    expect(await marked(customerId)).toBe(true);
    for (const [no, id] of ids.entries()) {
      expect((await world.admin.delete(`/admin/v1/passes/${id}`, ANY)).status).toBe(204);
      expect(await marked(customerId)).toBe(no === 0);
    }
    expect((await world.admin.get(`/admin/v1/passes/${ids[0]}`)).body.code).toBe(
      'access.pass-not-found',
    );
  });

  it('A-18 a merge moves passes with their used entries, an export shows them, an erasure deletes them', async () => {
    const { id } = (await given(GUEST)).body;
    await use(id, 2);
    const intoCustomerId = await world.customer();
    const merged = await world.admin.post(`/admin/v1/customers/${customerId}/merge`, {
      intoCustomerId,
    });
    expect(merged.status).toBeLessThan(300);
    const moved = await world.admin.get(`/admin/v1/customers/${intoCustomerId}/passes`);
    expect(moved.body.items).toEqual([
      expect.objectContaining({ id, customerId: intoCustomerId, entriesLeft: 3 }),
    ]);
    expect([await marked(customerId), await marked(intoCustomerId)]).toEqual([false, true]);
    const exported = await world.admin.get(`/admin/v1/customers/${intoCustomerId}/export`);
    expect(exported.body.accessPasses).toEqual([
      expect.objectContaining({ id, type: 'GUEST', entries: 5, entriesLeft: 3 }),
    ]);
    const erased = await world.admin.delete(`/admin/v1/customers/${intoCustomerId}`);
    expect([erased.status, await marked(intoCustomerId)]).toEqual([204, false]);
    expect(await app.sql('select id from access_passes where id = $1', [id])).toEqual([]);
    expect((await world.admin.get(`/admin/v1/passes/${id}`)).status).toBe(404);
  });
});
