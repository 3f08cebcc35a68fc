import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Customers, PersonalDataHolders } from '../../src/customers/index.js';
import { Database, type Queries } from '../../src/platform/database/database.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const PERSON = {
  firstName: 'Ana',
  lastName: 'Prado',
  email: 'ana@x.pt',
  phoneNumber: '+5511999990000',
  birthDate: '1990-02-28',
};
let count = 0;
const ids = () => {
  count += 1;
  return {
    gympassId: String(3_000_000_000_000 + count),
    gympassUserId: `gpw-${count}`,
    cardNumber: { value: String(9_000 + count) },
    number: `M-${count}`,
  };
};

describe('/admin/v1 customers: merge and erasure', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let all: string;
  /** Calls that a room above would get. */
  const told: unknown[][] = [];
  let failing = false;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    all = `/admin/v1/partners/${world.partnerId}/customers`;
    const call =
      (what: string) =>
      async (queries: Queries, ...rest: unknown[]) => {
        const [, id] = rest as [string, number];
        const row = await app.app.get(Customers).find(world.partnerId, id, queries);
        told.push([what, row?.email, ...rest.slice(1)]);
        if (failing) throw new Error('this room cannot');
      };
    app.app.get(PersonalDataHolders).register({
      name: 'room above',
      tables: [],
      move: call('move'),
      erase: call('erase'),
    });
  });
  afterAll(() => app.close());

  const given = async (values: object = {}) => (await admin.post(all, values)).body;
  const get = (id: number) => admin.get(`/admin/v1/customers/${id}`);
  const merge = (from: number, intoCustomerId: number) =>
    admin.post(`/admin/v1/customers/${from}/merge`, { intoCustomerId });
  const rowOf = async (id: number) =>
    (
      await app.sql('select * from customers where partner_id = $1 and id = $2', [
        world.partnerId,
        id,
      ])
    )[0];
  const eventsSince = async (changeNo: number) =>
    app.sql<{ type: string; entity_id: number }>(
      'select type, entity_id from events where partner_id = $1 and change_no > $2 order by change_no',
      [world.partnerId, changeNo],
    );

  const givenAContract = async (customerId: number) => {
    const partner = `/admin/v1/partners/${world.partnerId}`;
    const membership = await admin.post(`${partner}/memberships`, { name: 'Open' });
    const plan = await admin.post(`${partner}/payment-plans`, { name: 'Open 24m' });
    const made = await admin.post(`/admin/v1/customers/${customerId}/contracts`, {
      membershipId: membership.body.id,
      paymentPlanId: plan.body.id,
      startDate: '2026-01-01',
    });
    return made.body;
  };

  describe('DELETE /customers/{customerId}', () => {
    it('leaves nothing personal, frees the ids and answers 404 from then on', async () => {
      const kept = ids();
      const before = await given({ ...PERSON, ...kept, homeGymId: world.gymId });
      await admin.put(`/admin/v1/customers/${before.id}/restriction`, { reason: 'owes us 40' });
      expect((await admin.delete(`/admin/v1/customers/${before.id}`)).status).toBe(204);
      const row = JSON.stringify(await rowOf(before.id));
      for (const secret of [
        ...Object.values(PERSON),
        kept.gympassId,
        kept.gympassUserId,
        kept.number,
      ])
        expect(row).not.toContain(secret);
      expect(await rowOf(before.id)).toMatchObject({ status: 'ERASED', card_number: null });
      expect(
        await app.sql('select * from restrictions where customer_id = $1', [before.id]),
      ).toEqual([]);
      expect((await get(before.id)).status).toBe(404);
      expect((await admin.patch(`/admin/v1/customers/${before.id}`, {})).status).toBe(404);
      expect((await admin.delete(`/admin/v1/customers/${before.id}`)).status).toBe(404);
      expect((await admin.post(all, { ...PERSON, ...kept })).status).toBe(201);
      expect(await eventsSince(before.timestamp)).toContainEqual({
        type: 'CUSTOMER_DELETED',
        entity_id: before.id,
      });
    });

    it('is listed only as ERASED, and without a person', async () => {
      const { id } = await given(PERSON);
      await admin.delete(`/admin/v1/customers/${id}`);
      const idsIn = (answer: { body: { items: { id: number }[] } }) =>
        answer.body.items.map((item) => item.id);
      expect(idsIn(await admin.get(`${all}?limit=200`))).not.toContain(id);
      const erased = await admin.get(`${all}?status=ERASED&limit=200`);
      expect(idsIn(erased)).toContain(id);
      expect(erased.text).not.toContain('Prado');
      const reader = await world.keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE']);
      expect((await reader.get(`${all}?status=ERASED`)).body.items).toEqual([]);
      expect((await reader.get(`/admin/v1/customers/${id}`)).status).toBe(404);
      expect((await admin.get(`/admin/v1/customers/${id}`)).status).toBe(404);
      expect(erased.body.items[0]).toMatchObject({ isDeleted: true, isActive: false });
    });

    it('calls every room in the same transaction, while the person can still be read', async () => {
      const { id, timestamp } = await given(PERSON);
      told.length = 0;
      failing = true;
      expect((await admin.delete(`/admin/v1/customers/${id}`)).status).toBe(500);
      failing = false;
      expect(told).toEqual([['erase', 'ana@x.pt', id]]);
      expect((await get(id)).body).toMatchObject({ ...PERSON, timestamp });
    });

    it('is recorded with the name of the key', async () => {
      const { id } = await given(PERSON);
      await admin.delete(`/admin/v1/customers/${id}`);
      const rows = await app.sql(
        `select actor, action from audit_log where object = $1 and action like 'customer.%'`,
        [String(id)],
      );
      expect(rows).toEqual([{ actor: 'PARTNER_ADMIN', action: 'customer.erased' }]);
    });
  });

  describe('POST /customers/{customerId}/merge', () => {
    it('moves missing ids and the log-in status to the survivor and leaves an empty profile', async () => {
      const kept = ids();
      const from = await given({ ...PERSON, ...kept, status: 'ACTIVE' });
      const into = await given({ firstName: 'Ana', lastName: 'P.' });
      told.length = 0;
      const { status, body } = await merge(from.id, into.id);
      expect(status).toBe(200);
      expect(body).toEqual({
        ...into,
        gympassId: kept.gympassId,
        gympassUserId: kept.gympassUserId,
        cardNumber: kept.cardNumber.value,
        status: 'ACTIVE',
        timestamp: expect.any(Number),
      });
      expect(told).toEqual([['move', 'ana@x.pt', from.id, into.id]]);
      expect((await get(from.id)).status).toBe(404);
      const erased = await admin.get(`${all}?status=ERASED&limit=200`);
      const left = erased.body.items.find(({ id }: { id: number }) => id === from.id);
      expect(left).toMatchObject({
        isDeleted: true,
        mergedIntoCustomerId: into.id,
        email: null,
        gympassId: null,
      });
      expect(await eventsSince(into.timestamp)).toEqual(
        expect.arrayContaining([
          { type: 'CUSTOMER_UPDATED', entity_id: into.id },
          { type: 'CUSTOMER_DELETED', entity_id: from.id },
        ]),
      );
    });

    it('keeps what the survivor has', async () => {
      const from = await given({ cardNumber: { value: '5001' }, status: 'DISABLED' });
      const into = await given({ ...ids(), cardIsBlocked: true, status: 'ACTIVE' });
      const { body } = await merge(from.id, into.id);
      expect(body).toEqual({ ...into, timestamp: expect.any(Number) });
    });

    it('moves contracts, and widens the restriction to cover both', async () => {
      const from = await given();
      const into = await given();
      const alone = await given();
      const restrict = (id: number, body: object) =>
        admin.put(`/admin/v1/customers/${id}/restriction`, body);
      await restrict(from.id, { reason: 'a', startDate: '2026-01-01', endDate: '2026-02-01' });
      await restrict(into.id, { reason: 'b', startDate: '2026-01-15', endDate: '2026-03-01' });
      const contract = await givenAContract(from.id);
      await merge(from.id, into.id);
      const moved = await admin.get(`/admin/v1/customers/${into.id}/contracts`);
      expect(moved.body.items).toEqual([
        { ...contract, customerId: into.id, timestamp: expect.any(Number) },
      ]);
      const at = (id: number) => admin.get(`/admin/v1/customers/${id}/restriction`);
      expect((await at(into.id)).body).toEqual({
        reason: 'b',
        startDate: '2026-01-01',
        endDate: '2026-03-01',
      });
      await merge(into.id, alone.id);
      expect((await at(alone.id)).body.reason).toBe('b');
      const endless = await given();
      await restrict(endless.id, { reason: 'c' });
      await merge(endless.id, alone.id);
      expect((await at(alone.id)).body).toEqual({ reason: 'b', startDate: null, endDate: null });
    });

    it('answers 409 for two Wellhub ids or two gpw ids, and changes nothing', async () => {
      const { gympassId: one, gympassUserId: gpwOne } = ids();
      const { gympassId: two, gympassUserId: gpwTwo } = ids();
      const a = await given({ gympassId: one });
      const b = await given({ gympassId: two });
      const refused = await merge(a.id, b.id);
      expect([refused.status, refused.body.code]).toEqual([409, 'customer.different-wellhub-ids']);
      const c = await given({ gympassUserId: gpwOne });
      const d = await given({ gympassUserId: gpwTwo });
      expect((await merge(c.id, d.id)).body.code).toBe('customer.different-gpw-ids');
      expect((await get(a.id)).body).toEqual(a);
      expect((await get(d.id)).body).toEqual(d);
    });

    it('answers 400 for itself and 404 for an unknown or foreign target', async () => {
      const { id } = await given();
      const other = await givenAPartner(app, { connection: false });
      const path = `/admin/v1/partners/${other.partnerId}/customers`;
      const foreign = (await other.admin.post(path, {})).body;
      expect((await merge(id, id)).status).toBe(400);
      expect((await merge(id, 999_999_999)).status).toBe(404);
      expect((await merge(id, foreign.id)).status).toBe(404);
      expect((await get(id)).status).toBe(200);
    });

    it('rolls everything back when a room fails', async () => {
      const from = await given(ids());
      const into = await given();
      failing = true;
      expect((await merge(from.id, into.id)).status).toBe(500);
      failing = false;
      expect((await get(from.id)).body).toEqual(from);
      expect((await get(into.id)).body).toEqual(into);
    });

    it('waits for no transaction that writes a row that refers to the customers', async () => {
      const [from, into] = [await given(ids()), await given()];
      const hold = {
        name: 'test.hold',
        text: 'select from customers where partner_id = $1 and id = any($2::bigint[]) for key share',
      };
      await app.app.get(Database).transaction(async (queries) => {
        await queries.query(hold, [world.partnerId, [from.id, into.id]]);
        expect((await merge(from.id, into.id)).status).toBe(200);
        expect((await admin.delete(`/admin/v1/customers/${into.id}`)).status).toBe(204);
      });
    });

    it('ends with one survivor when both directions are requested at once', async () => {
      for (let round = 0; round < 5; round += 1) {
        const [a, b] = [await given(), await given()];
        const answers = await Promise.all([merge(a.id, b.id), merge(b.id, a.id)]);
        expect(answers.map(({ status }) => status).sort()).toEqual([200, 404]);
      }
    });
  });
});
