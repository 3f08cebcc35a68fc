import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  Contracts,
  Customers,
  currentContractSql,
  restrictedSql,
} from '../../src/customers/index.js';
import { Database } from '../../src/platform/database/database.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const UNKNOWN = 999_999_999;

describe('/admin/v1 contracts', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let partner: string;
  let membershipId: number;
  let paymentPlanId: number;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    partner = `/admin/v1/partners/${world.partnerId}`;
    membershipId = (await admin.post(`${partner}/memberships`, { name: 'Open' })).body.id;
    paymentPlanId = (await admin.post(`${partner}/payment-plans`, { name: 'Open 24m' })).body.id;
  });
  afterAll(() => app.close());

  const givenACustomer = async (): Promise<number> =>
    (await admin.post(`${partner}/customers`, { homeGymId: world.gymId })).body.id;
  const at = (customerId: number) => `/admin/v1/customers/${customerId}/contracts`;
  /** A day counted from today at the gym. */
  const day = async (offset: number): Promise<string> => {
    const text = `select ((clock_timestamp() at time zone 'America/Sao_Paulo')::date + $1::int)::text as day`;
    return (await app.sql<{ day: string }>(text, [offset]))[0]!.day;
  };

  describe('POST and PATCH /customers/{customerId}/contracts', () => {
    it('answers 201 with Location, signed up on the first day and without an end', async () => {
      const id = await givenACustomer();
      const startDate = await day(0);
      const { status, body, headers } = await admin.post(at(id), {
        membershipId,
        paymentPlanId,
        startDate,
      });
      expect(status).toBe(201);
      expect(body).toEqual({
        id: expect.any(Number),
        customerId: id,
        membershipId,
        paymentPlanId,
        discountIds: [],
        signUpDate: startDate,
        startDate,
        cancelDate: null,
        endDate: null,
        isActive: true,
        isDeleted: false,
        isCurrent: true,
        documentUrl: null,
        timestamp: expect.any(Number),
        createdAt: expect.any(String),
      });
      expect((await admin.get(headers.get('location')!)).body).toEqual(body);
      expect((await admin.get(at(id))).body).toEqual({ items: [body], nextCursor: null });
    });

    it('changes what is sent and takes a new timestamp', async () => {
      const id = await givenACustomer();
      const startDate = await day(-30);
      const before = (await admin.post(at(id), { membershipId, paymentPlanId, startDate })).body;
      const patch = { cancelDate: await day(-1), endDate: await day(0), isActive: false };
      const { status, body } = await admin.patch(`${at(id)}/${before.id}`, patch);
      expect(status).toBe(200);
      expect(body).toEqual({
        ...before,
        ...patch,
        isCurrent: false,
        timestamp: expect.any(Number),
      });
      expect(body.timestamp).toBeGreaterThan(before.timestamp);
      const cleared = await admin.patch(`${at(id)}/${before.id}`, { endDate: null });
      expect(cleared.body.endDate).toBeNull();
    });

    it.each([
      ['no membership', { membershipId: undefined }, 400],
      ['an unknown membership', { membershipId: UNKNOWN }, 404],
      ['an unknown payment plan', { paymentPlanId: UNKNOWN }, 404],
      ['a membership as payment plan', { swap: true }, 404],
      ['an end before the start', { endDate: '2020-01-01' }, 400],
      ['a day that does not exist', { startDate: '2026-02-29' }, 400],
      ['an unknown field', { name: 'x' }, 400],
    ])('refuses %s', async (_, change: Record<string, unknown>, status) => {
      const id = await givenACustomer();
      const { swap, ...values } = change;
      const answer = await admin.post(at(id), {
        membershipId,
        paymentPlanId: swap ? membershipId : paymentPlanId,
        startDate: '2026-01-01',
        ...values,
      });
      expect(answer.status).toBe(status);
      expect((await admin.get(at(id))).body.items).toEqual([]);
    });

    it("answers 404 for another customer's and for another partner's contract", async () => {
      const [id, other] = [await givenACustomer(), await givenACustomer()];
      const values = { membershipId, paymentPlanId, startDate: '2026-01-01' };
      const contract = (await admin.post(at(id), values)).body;
      const wrong = await admin.patch(`${at(other)}/${contract.id}`, { isActive: false });
      expect([wrong.status, wrong.body.code]).toEqual([404, 'contract.not-found']);
      expect((await admin.get(`${at(id)}/abc`)).body.code).toBe('contract.not-found');
      const foreign = await givenAPartner(app, { connection: false });
      expect((await foreign.admin.get(`${at(id)}/${contract.id}`)).status).toBe(404);
      expect((await admin.get(`${at(id)}/${contract.id}`)).body).toEqual(contract);
    });

    it('lists in pages, ascending', async () => {
      const id = await givenACustomer();
      const values = { membershipId, paymentPlanId, startDate: '2026-01-01' };
      for (let n = 0; n < 3; n += 1) await admin.post(at(id), values);
      const first = await admin.get(`${at(id)}?limit=2`);
      const second = await admin.get(`${at(id)}?limit=2&cursor=${first.body.nextCursor}`);
      const ids = [...first.body.items, ...second.body.items].map((item) => item.id);
      expect(ids).toHaveLength(3);
      expect(ids).toEqual([...ids].sort((a, b) => a - b));
      expect(second.body.nextCursor).toBeNull();
    });
  });

  describe('a current contract', () => {
    it.each<[string, [number, number | null], object, boolean]>([
      ['covers only today', [0, 0], {}, true],
      ['has no end', [-400, null], {}, true],
      ['ended yesterday', [-30, -1], {}, false],
      ['begins tomorrow', [1, null], {}, false],
      ['is not active', [-1, null], { isActive: false }, false],
      ['is deleted', [-1, null], { isDeleted: true }, false],
      ['was cancelled to a later end', [-30, 30], { cancelDate: '2026-01-01' }, true],
    ])('O-33 of a contract that %s', async (_, [from, to], values, expected) => {
      const id = await givenACustomer();
      const made = await admin.post(at(id), {
        membershipId,
        paymentPlanId,
        startDate: await day(from),
        endDate: to === null ? null : await day(to),
        ...values,
      });
      expect([made.status, made.body.isCurrent]).toEqual([201, expected]);
      const contracts = app.app.get(Contracts);
      const queries = app.app.get(Database);
      const hasCurrent = (gymId?: number) =>
        contracts.hasCurrent(queries, world.partnerId, id, gymId);
      expect([await hasCurrent(), await hasCurrent(world.gymId)]).toEqual([expected, expected]);
      const text = `select ${currentContractSql('$1', '$2', '$3::date')} as yes`;
      expect(await app.sql(text, [world.partnerId, id, await day(0)])).toEqual([{ yes: expected }]);
    });

    it('is judged on the local day of the gym of the request', async () => {
      const gyms = `${partner}/gyms`;
      const east = (await admin.post(gyms, { name: 'E', timeZone: 'Pacific/Kiritimati' })).body.id;
      const west = (await admin.post(gyms, { name: 'W', timeZone: 'Pacific/Pago_Pago' })).body.id;
      const id = await givenACustomer();
      const text = `select (clock_timestamp() at time zone 'Pacific/Kiritimati')::date::text as day`;
      const [today] = await app.sql<{ day: string }>(text);
      await admin.post(at(id), { membershipId, paymentPlanId, startDate: today!.day });
      const contracts = app.app.get(Contracts);
      const queries = app.app.get(Database);
      const hasCurrent = (gymId: number) =>
        contracts.hasCurrent(queries, world.partnerId, id, gymId);
      // 25 hours lie between the two: it is never the same day.
      expect([await hasCurrent(east), await hasCurrent(west)]).toEqual([true, false]);
    });

    it('shows other rooms what it refers to', async () => {
      const id = await givenACustomer();
      await admin.post(at(id), { membershipId, paymentPlanId, startDate: await day(0) });
      const owner = await app.app.get(Customers).get(world.partnerId, id);
      const [contract] = await app.app.get(Contracts).of(owner);
      const item = { isActive: true, isDeleted: false, changeNo: expect.any(Number) };
      expect(contract).toMatchObject({
        isCurrent: true,
        membership: { id: membershipId, name: 'Open', ...item },
        paymentPlan: { id: paymentPlanId, name: 'Open 24m', isAddOn: false, ...item },
      });
    });
  });

  describe('memberships and payment plans', () => {
    it.each([
      ['memberships', {}],
      ['payment-plans', { isAddOnPaymentPlan: true }],
    ])('makes, shows, lists and changes %s', async (path, extra) => {
      const url = `${partner}/${path}`;
      const { status, body, headers } = await admin.post(url, { name: 'Basic', ...extra });
      expect(status).toBe(201);
      expect(body).toMatchObject({ name: 'Basic', isActive: true, isDeleted: false, ...extra });
      expect((await admin.get(headers.get('location')!)).body).toEqual(body);
      const changed = await admin.patch(`${url}/${body.id}`, { name: 'Plus', isDeleted: true });
      expect(changed.body).toEqual({
        ...body,
        name: 'Plus',
        isDeleted: true,
        timestamp: expect.any(Number),
      });
      expect(changed.body.timestamp).toBeGreaterThan(body.timestamp);
      const list = await admin.get(`${url}?limit=200`);
      expect(list.body.items).toContainEqual(changed.body);
    });

    it('keeps the two kinds and the partners apart', async () => {
      const kind = await admin.get(`${partner}/payment-plans/${membershipId}`);
      expect(kind.body.code).toBe('payment-plan.not-found');
      const other = await givenAPartner(app, { connection: false });
      const path = `/admin/v1/partners/${other.partnerId}/memberships/${membershipId}`;
      const foreign = await other.admin.patch(path, { name: 'Mine' });
      expect([foreign.status, foreign.body.code]).toEqual([404, 'membership.not-found']);
      expect((await admin.get(`${partner}/memberships/${membershipId}`)).body.name).toBe('Open');
    });

    it.each([[{}], [{ name: '' }], [{ name: null }], [{ name: 'x', id: 7 }]])(
      'answers 400 for %j',
      async (body) => {
        expect((await admin.post(`${partner}/memberships`, body)).status).toBe(400);
      },
    );

    it('answers 400 for a patch to null', async () => {
      const url = `${partner}/memberships/${membershipId}`;
      for (const patch of [{ name: null }, { isActive: null }])
        expect((await admin.patch(url, patch)).status).toBe(400);
    });

    it('answers 403 for writing with CUSTOMER_READ', async () => {
      const reader = await world.keyed(['CUSTOMER_READ']);
      expect((await reader.get(`${partner}/memberships`)).status).toBe(200);
      expect((await reader.post(`${partner}/memberships`, { name: 'x' })).status).toBe(403);
    });
  });

  describe('discounts', () => {
    const NONE = { type: 'NONE', value: null };

    it('makes, shows, lists and changes discounts; a reduction is replaced as a whole', async () => {
      const url = `${partner}/discounts`;
      const membershipFee = { type: 'PERCENT', value: 50 };
      const joiningFee = { type: 'VALUE', value: 0 };
      const made = await admin.post(url, { name: '50%', membershipFee, joiningFee });
      expect(made.status).toBe(201);
      expect(made.body).toEqual({
        id: expect.any(Number),
        name: '50%',
        isActive: true,
        isDeleted: false,
        administrationFee: NONE,
        joiningFee,
        membershipFee,
        timestamp: expect.any(Number),
        createdAt: expect.any(String),
      });
      expect((await admin.get(made.headers.get('location')!)).body).toEqual(made.body);
      const patch = { joiningFee: null, administrationFee: { type: 'VALUE', value: 12.5 } };
      const changed = (await admin.patch(`${url}/${made.body.id}`, patch)).body;
      expect(changed).toEqual({
        ...made.body,
        administrationFee: patch.administrationFee,
        joiningFee: NONE,
        timestamp: expect.any(Number),
      });
      expect(changed.timestamp).toBeGreaterThan(made.body.timestamp);
      expect((await admin.get(`${url}?limit=200`)).body.items).toContainEqual(changed);
    });

    it.each([
      [{}],
      [{ name: 'x', membershipFee: { type: 'PERCENT' } }],
      [{ name: 'x', membershipFee: { type: 'PERCENT', value: 101 } }],
      [{ name: 'x', membershipFee: { type: 'VALUE', value: -1 } }],
      [{ name: 'x', membershipFee: { type: 'VALUE', value: '5' } }],
      [{ name: 'x', membershipFee: { type: 'NONE', value: 5 } }],
      [{ name: 'x', membershipFee: { type: 'ValueDiscount', value: 5 } }],
      [{ name: 'x', membershipFee: { value: 5 } }],
      [{ name: 'x', membershipFee: { type: 'VALUE', value: 5, currency: 'BRL' } }],
      [{ name: 'x', membershipFee: 5 }],
      [{ name: 'x', membershipFeeDiscountType: 'None' }],
    ])('answers 400 for %j', async (body) => {
      expect((await admin.post(`${partner}/discounts`, body)).status).toBe(400);
    });

    it('belong to contracts, which take a new timestamp with them', async () => {
      const made = async () => (await admin.post(`${partner}/discounts`, { name: 'A' })).body.id;
      const discountIds = [await made(), await made()];
      const id = await givenACustomer();
      const values = { membershipId, paymentPlanId, startDate: '2026-01-01' };
      const contract = (await admin.post(at(id), { ...values, discountIds })).body;
      expect(contract.discountIds).toEqual(discountIds);
      const url = `${at(id)}/${contract.id}`;
      const kept = (await admin.patch(url, { isActive: false })).body;
      expect(kept.discountIds).toEqual(discountIds);
      const changed = (await admin.patch(url, { discountIds: [] })).body;
      expect(changed.discountIds).toEqual([]);
      expect(changed.timestamp).toBeGreaterThan(kept.timestamp);
    });

    it.each([
      ['an unknown one', [UNKNOWN], 404],
      ['the same one twice', [1, 1], 400],
      ['a text', ['1'], 400],
      ['no list', 1, 400],
      ['null', null, 400],
    ])('of a contract: refuses %s', async (_, discountIds, status) => {
      const id = await givenACustomer();
      const values = { membershipId, paymentPlanId, startDate: '2026-01-01', discountIds };
      const answer = await admin.post(at(id), values);
      expect(answer.status).toBe(status);
    });

    it("of another partner are unknown to this one's contracts", async () => {
      const other = await givenAPartner(app, { connection: false });
      const path = `/admin/v1/partners/${other.partnerId}/discounts`;
      const foreign = (await other.admin.post(path, { name: 'theirs' })).body.id;
      const values = { membershipId, paymentPlanId, startDate: '2026-01-01' };
      const answer = await admin.post(at(await givenACustomer()), {
        ...values,
        discountIds: [foreign],
      });
      expect([answer.status, answer.body.code]).toEqual([404, 'discount.not-found']);
    });
  });

  describe('PUT and DELETE /customers/{customerId}/restriction', () => {
    const restriction = (id: number) => `/admin/v1/customers/${id}/restriction`;

    it('sets, replaces, shows and removes the one restriction', async () => {
      const id = await givenACustomer();
      const first = await admin.put(restriction(id), { reason: 'unpaid' });
      expect(first.status).toBe(200);
      expect(first.body).toEqual({ reason: 'unpaid', startDate: null, endDate: null });
      const dates = { reason: 'injured', startDate: '2026-01-01', endDate: '2026-01-31' };
      expect((await admin.put(restriction(id), dates)).body).toEqual(dates);
      expect((await admin.get(restriction(id))).body).toEqual(dates);
      expect((await admin.delete(restriction(id))).status).toBe(204);
      expect((await admin.delete(restriction(id))).body.code).toBe('restriction.not-found');
      expect((await admin.get(restriction(id))).status).toBe(404);
    });

    it.each([
      [{}],
      [{ reason: '' }],
      [{ reason: 'x', startDate: '2026-01-01' }],
      [{ reason: 'x', endDate: '2026-01-01' }],
      [{ reason: 'x', startDate: '2026-02-01', endDate: '2026-01-31' }],
      [{ reason: 'x', startDate: 'today', endDate: '2026-01-31' }],
    ])('answers 400 for %j', async (body) => {
      expect((await admin.put(restriction(await givenACustomer()), body)).status).toBe(400);
    });

    it.each([
      ['for ever', null, null, true],
      ['from today', 0, 5, true],
      ['until today', -5, 0, true],
      ['until yesterday', -5, -1, false],
      ['from tomorrow', 1, 5, false],
    ])('O-24 restricts today: one %s', async (_, from, to, expected) => {
      const id = await givenACustomer();
      await admin.put(restriction(id), {
        reason: 'x',
        startDate: from === null ? null : await day(from),
        endDate: to === null ? null : await day(to),
      });
      const text = `select ${restrictedSql('$1', '$2', '$3::date')} as yes`;
      expect(await app.sql(text, [world.partnerId, id, await day(0)])).toEqual([{ yes: expected }]);
    });
  });
});
