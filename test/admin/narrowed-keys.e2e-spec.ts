import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeclaredRoutes, type DeclaredRoute } from '../../src/platform/http/declared-routes.js';
import { SCOPES, type Scope } from '../../src/platform/http/declarations.js';
import { isNarrowable } from '../../src/partner-auth/scope-rules.js';
import type { Answer, Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const UNKNOWN_UUID = '01990000-0000-7000-8000-000000000000';
const PDF = Buffer.from('%PDF-1.4\n');
const AT = '2026-11-21T17:04:10Z';

/** What the routes that take a body need to come as far as the question whose it is. */
const BODIES: [RegExp, unknown][] = [
  [/PUT .*(photo|document)$/, PDF],
  [/POST .*\/reconciliation$/, 'gympass_id,date\n'],
  [/POST .*\/passes$/, { type: 'STAFF', validFrom: '2026-01-01' }],
  [/POST .*\/devices$/, { name: 'Door', direction: 'IN' }],
  [/POST .*\/devices\/:id\/open$/, { way: 'IN', reason: 'A parcel' }],
  [/PUT .*\/restriction$/, { reason: 'unpaid' }],
  [/POST .*\/merge$/, { intoCustomerId: 1 }],
  [/PUT .*\/consents$/, { document: 'TERMS', version: '1' }],
  [/POST .*\/contracts$/, { membershipId: 1, paymentPlanId: 1, startDate: '2026-01-01' }],
  [/PUT .*\/slots\//, { totalBooked: 1 }],
  [/POST .*\/dry-run$/, { value: '1' }],
  [/POST .*\/decision$/, { status: 'RESERVED' }],
  [/POST .*\/check-ins\/validate$/, { gympassId: '0012345678905' }],
  [/^(POST|PUT|PATCH) /, {}],
];

/** Without an id of one gym's in the address; each has a test of its own below, or shows what all gyms share. */
const WITHOUT_ID = [
  'GET /admin/v1/api-keys/current',
  'GET /admin/v1/partners/:partnerId/customers',
  'GET /admin/v1/partners/:partnerId/customers/:customerId/timeline',
  'GET /admin/v1/partners/:partnerId/customers/:customerId/timeline/:entryId',
  'GET /admin/v1/partners/:partnerId/devices',
  'GET /admin/v1/partners/:partnerId/discounts',
  'GET /admin/v1/partners/:partnerId/discounts/:id',
  'GET /admin/v1/partners/:partnerId/gyms',
  'GET /admin/v1/partners/:partnerId/memberships',
  'GET /admin/v1/partners/:partnerId/memberships/:id',
  'GET /admin/v1/partners/:partnerId/payment-plans',
  'GET /admin/v1/partners/:partnerId/payment-plans/:id',
  'GET /admin/v1/partners/:partnerId/statistics',
  'GET /admin/v1/partners/:partnerId/statistics/money',
  'GET /admin/v1/partners/:partnerId/today',
  'GET /admin/v1/partners/:partnerId/today/events',
  'GET /admin/v1/partners/:partnerId/wellhub-events',
  'GET /admin/v1/partners/:partnerId/wellhub-id-claims',
  'GET /admin/v1/partners/:partnerId/wellhub-refusals',
  'GET /admin/v1/registration-links/:token',
  'GET /v1/devices',
  'GET /v1/studios/information',
  'HEAD /v1/*',
  'POST /admin/v1/partners/:partnerId/customers',
  'POST /admin/v1/partners/:partnerId/customers/batch',
  'POST /admin/v1/registration-links/:token/complete',
  'POST /admin/v1/token',
  'POST /aggregator/checkin-validation',
  'POST /aggregator/member-validation',
];

/** What requests that name a customer carry besides. */
const NAMING: Record<string, object> = {
  'POST /admin/v1/customers/:customerId/merge': {},
  'POST /admin/v1/gyms/:gymId/access-policy/check': {},
};
/** There the number is the caller's own and only noted, or a link must be known first, which has a test of its own. */
const NAMED_OTHERWISE = new Set([
  'POST /aggregator/checkin-validation',
  'POST /admin/v1/registration-links/:token/complete',
]);

interface Schema {
  readonly $ref?: string;
  readonly properties?: object;
}

const GYM_ROUTE =
  /\/(gyms|customers|contracts|passes|access-rules|devices|visits|bookings|check-ins|wellhub-id-claims|wellhub-events)\/:\w+/;

describe('a key that is narrowed to one gym', () => {
  let app: TestApp;
  let world: World;
  let narrowed: Api;
  let routes: readonly DeclaredRoute[];
  let otherGymId: number;
  /** Of the other gym, by the collection in the address. */
  const theirs: Record<string, number | string> = {};

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    // A key has no account: what is at `/me` refuses every one.
    const isOfPeople = ({ address }: DeclaredRoute) => address.includes('/admin/v1/me');
    routes = app.app
      .get(DeclaredRoutes)
      .all.filter((route) => isForKeys(route.access) && !isOfPeople(route));
    narrowed = await world.keyed(SCOPES.filter(isNarrowable), { gymId: world.gymId });
    await givenTheOtherGym();
  });
  afterAll(() => app.close());

  async function givenTheOtherGym(): Promise<void> {
    const of = `/admin/v1/partners/${world.partnerId}`;
    const made = async (path: string, values: object) => {
      const { status, text, body } = await world.admin.post(path, values);
      if (status !== 201) throw new Error(text);
      return body.id as number;
    };
    otherGymId = await made(`${of}/gyms`, { name: 'Other', wellhubGymId: '31415' });
    const customerId = await made(`${of}/customers`, { homeGymId: otherGymId });
    const membershipId = await made(`${of}/memberships`, { name: 'Gold' });
    const paymentPlanId = await made(`${of}/payment-plans`, { name: 'Monthly' });
    const contracts = `/admin/v1/customers/${customerId}/contracts`;
    const terms = { membershipId, paymentPlanId, startDate: '2026-01-01' };
    const [row] = await app.sql<Record<string, number | string>>(
      `with visit as (insert into visits (partner_id, customer_id, gym_id, source, entered_at)
          values ($1, $2, $3, 'DESK', $4) returning id),
        booking as (insert into bookings (partner_id, booking_number, gym_id, customer_id, wellhub_id, state)
          values ($1, 'BK_1', $3, $2, '0012345678905', 'REQUESTED') returning id),
        claim as (insert into wellhub_id_claims (partner_id, id, customer_id, wellhub_id)
          values ($1, gen_random_uuid(), $2, '0012345678905') returning id),
        check_in as (insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state,
            event_at, local_day, expires_at, deadline_at, cause)
          values ($1, gen_random_uuid(), $3, $2, '0012345678905', 'EXPIRED', $4, '2026-11-21', $4,
            'infinity', 'WEBHOOK') returning id),
        event as (insert into wellhub_events (partner_id, id, environment, type, wellhub_gym_id, state)
          values ($1, gen_random_uuid(), 'test', 'checkin', '31415', 'PROCESSED') returning id)
      select visit.id::int as visits, booking.id::int as bookings, claim.id as "wellhub-id-claims",
        check_in.id as "check-ins", event.id as "wellhub-events" from visit, booking, claim, check_in, event`,
      [world.partnerId, customerId, otherGymId, AT],
    );
    Object.assign(theirs, row, {
      gyms: otherGymId,
      customers: customerId,
      contracts: await made(contracts, terms),
      passes: await made(`/admin/v1/customers/${customerId}/passes`, {
        type: 'STAFF',
        validFrom: '2026-01-01',
      }),
      'access-rules': await made(`/admin/v1/gyms/${otherGymId}/access-rules`, {
        name: 'Theirs',
        effect: 'ALLOW',
      }),
      devices: await made(`/admin/v1/gyms/${otherGymId}/devices`, {
        name: 'Their door',
        direction: 'IN',
      }),
    });
  }

  const isForKeys = (access: DeclaredRoute['access']) =>
    access !== 'public' && ['key', 'key-or-token'].includes(access.credential);
  const scopeOf = ({ access }: DeclaredRoute): Scope | undefined =>
    access === 'public' ? undefined : access.scope;
  const mayCome = (route: DeclaredRoute) => {
    const scope = scopeOf(route);
    return !route.isWholePartner && (scope === undefined || isNarrowable(scope));
  };
  const isOfAGym = (address: string) => GYM_ROUTE.test(address) && !address.includes('/partners/');

  /** The address with what `idOf` gives for its collections. */
  const filled = (address: string, idOf: (collection: string) => number | string) =>
    address
      .replaceAll(
        /([\w-]+)\/:(?:\w+)/g,
        (_, collection) =>
          `${collection}/${collection === 'partners' ? world.partnerId : idOf(collection)}`,
      )
      .split(' ') as [string, string];

  async function call(address: string, idOf: (collection: string) => number | string) {
    const [method, path] = filled(address, idOf);
    const body = BODIES.find(([pattern]) => pattern.test(address))?.[1];
    const type = Buffer.isBuffer(body) ? 'application/pdf' : 'text/csv';
    const isJson = body === undefined || (typeof body === 'object' && !Buffer.isBuffer(body));
    const month = address.endsWith('/reconciliation') ? '?month=2026-11' : '';
    const answer = await narrowed.call(
      method,
      `${path}${month}`,
      body,
      isJson ? {} : { 'Content-Type': type },
    );
    return { answer, seen: { status: answer.status, body: withoutRequest(answer) } };
  }

  it('gets the same 404 for everything of another gym as for what does not exist', async () => {
    const asked = routes.filter((route) => mayCome(route) && isOfAGym(route.address));
    expect(asked.length).toBeGreaterThan(35);
    const wrong: unknown[] = [];
    for (const { address } of asked) {
      const foreign = await call(address, (collection) => theirs[collection] ?? 1);
      const isUuid = /\/(check-ins|wellhub-id-claims|wellhub-events)\/:id/.test(address);
      const unknown = await call(address, () => (isUuid ? UNKNOWN_UUID : 999_999_999));
      if (foreign.answer.status !== 404 || !sameAs(foreign.seen, unknown.seen))
        wrong.push([address, foreign.seen, unknown.seen]);
    }
    expect(wrong).toEqual([]);
  });

  it('gets the same answer about a customer of another gym as about an unknown one, wherever a request names one', async () => {
    const named = await namesOfCustomers();
    expect([...named.keys()].toSorted()).toEqual(Object.keys(NAMING).toSorted());
    const own = (
      await narrowed.post(`/admin/v1/partners/${world.partnerId}/customers`, {
        homeGymId: world.gymId,
      })
    ).body.id as number;
    for (const [address, field] of named) {
      const idOf = (collection: string) => (collection === 'customers' ? own : world.gymId);
      const ask = async (id: number) => {
        const [method, path] = filled(address, idOf);
        const answer = await narrowed.call(method, path, { ...NAMING[address], [field]: id });
        return { status: answer.status, body: withoutRequest(answer) };
      };
      const foreign = await ask(Number(theirs['customers']));
      expect([address, foreign.status, foreign.body.code]).toEqual([
        address,
        404,
        'customer.not-found',
      ]);
      expect(await ask(999_999_999)).toEqual(foreign);
    }
    const check = `/admin/v1/gyms/${world.gymId}/access-policy/check`;
    expect((await narrowed.post(check, { customerId: own })).status).toBe(200);
    expect((await narrowed.delete(`/admin/v1/customers/${own}`)).status).toBe(204);
  });

  it('A-28 reads nothing about a person without CUSTOMER_READ', async () => {
    const check = `/admin/v1/gyms/${world.gymId}/access-policy/check`;
    for (const scopes of [['STUDIO_READ'], ['CUSTOMER_READ']] as Scope[][]) {
      const { status, body } = await (await world.keyed(scopes)).post(check, { customerId: 1 });
      expect([status, body.code]).toEqual([403, 'auth.scope-missing']);
    }
  });

  /** Operations of the served document whose body or query names a customer, with the name of the field. */
  async function namesOfCustomers(): Promise<Map<string, string>> {
    const { body: document } = await app.api.get('/docs/openapi.json');
    const schemaOf = ({ $ref, ...schema }: Schema): Schema =>
      $ref ? document.components.schemas[$ref.split('/').at(-1)!] : schema;
    const found = new Map<string, string>();
    for (const { address } of routes.filter((route) => mayCome(route))) {
      const [method, path] = address.split(' ') as [string, string];
      const operation = document.paths[path.replaceAll(/:(\w+)/g, '{$1}')]?.[method.toLowerCase()];
      const contents = Object.values(operation?.requestBody?.content ?? {}) as { schema: Schema }[];
      const fields = contents.flatMap(({ schema }) =>
        Object.keys(schemaOf(schema).properties ?? {}),
      );
      const queried = (operation?.parameters ?? []).filter(
        ({ in: place }: { in: string }) => place === 'query',
      );
      const names = [...fields, ...queried.map(({ name }: { name: string }) => name)];
      const name = names.find((one) => /customer_?id$/i.test(one));
      if (name && !NAMED_OTHERWISE.has(address)) found.set(address, name);
    }
    return found;
  }

  it('gets 403 from everything that the whole partner shares', async () => {
    const asked = routes.filter((route) => !mayCome(route));
    const wrong: unknown[] = [];
    for (const { address } of asked) {
      const { answer } = await call(address, (collection) => theirs[collection] ?? 1);
      if (answer.status !== 403) wrong.push([address, answer.status]);
    }
    expect(wrong).toEqual([]);
    const writes = asked.filter(({ isWholePartner }) => isWholePartner);
    expect(writes.map(({ address }) => address).toSorted()).toEqual([
      'GET /admin/v1/partners/:partnerId/usage-events',
      'PATCH /admin/v1/partners/:partnerId/discounts/:id',
      'PATCH /admin/v1/partners/:partnerId/memberships/:id',
      'PATCH /admin/v1/partners/:partnerId/payment-plans/:id',
      'POST /admin/v1/partners/:partnerId/discounts',
      'POST /admin/v1/partners/:partnerId/memberships',
      'POST /admin/v1/partners/:partnerId/payment-plans',
      'POST /admin/v1/partners/:partnerId/usage-events',
    ]);
  });

  it('reaches no other route than the listed ones', () => {
    const rest = routes.filter((route) => mayCome(route) && !isOfAGym(route.address));
    expect(rest.map(({ address }) => address).toSorted()).toEqual(WITHOUT_ID);
  });

  it('lists its own gym only, whatever page is requested', async () => {
    const gyms = `/admin/v1/partners/${world.partnerId}/gyms`;
    const idsOf = async (api: Api, query = '') =>
      (await api.get(`${gyms}${query}`)).body.items.map(({ id }: { id: number }) => id);
    expect(await idsOf(narrowed)).toEqual([world.gymId]);
    const first = await world.admin.get(`${gyms}?limit=1`);
    expect(await idsOf(narrowed, `?cursor=${first.body.nextCursor}`)).toEqual([]);
    expect(await idsOf(world.admin)).toEqual([world.gymId, otherGymId]);
  });

  it('lists nothing of another gym', async () => {
    const of = `/admin/v1/partners/${world.partnerId}`;
    for (const path of [`${of}/customers`, `${of}/wellhub-id-claims`])
      expect((await narrowed.get(path)).body.items).toEqual([]);
    expect((await narrowed.get('/v1/devices')).body).toEqual([]);
    expect((await narrowed.get(`${of}/devices`)).body.items).toEqual([]);
    for (const path of ['/v1/devices', '/v1/studios/information'])
      expect((await narrowed.get(`${path}?studioId=${otherGymId}`)).status).toBe(404);
    const studio = await narrowed.get('/v1/studios/information');
    expect(studio.body.studioId ?? studio.body.id).toBe(world.gymId);
  });

  it('erases no customer of another gym, although it sees roaming ones', async () => {
    const all = `/admin/v1/partners/${world.partnerId}/customers`;
    const made = async (values: object) => (await world.admin.post(all, values)).body.id as number;
    const own = await made({ homeGymId: world.gymId });
    const brought = await made({ gympassId: '0012345678912' });
    const roams = await made({ homeGymId: otherGymId, gympassUserId: 'gpw-roams-far' });
    const path = (id: number) => `/admin/v1/customers/${id}`;
    const merge = (from: number, into: number) =>
      narrowed.post(`${path(from)}/merge`, { intoCustomerId: into });
    for (const answer of [
      await narrowed.delete(path(roams)),
      await narrowed.delete(path(brought)),
      await merge(roams, own),
      await merge(own, roams),
      await merge(brought, roams),
    ])
      expect([answer.status, answer.body.code]).toEqual([403, 'customer.other-gym']);
    expect((await world.admin.get(path(roams))).body.gympassUserId).toBe('gpw-roams-far');
    expect((await merge(brought, own)).body.gympassId).toBe('0012345678912');
    expect((await narrowed.delete(path(own))).status).toBe(204);
    expect((await world.admin.delete(path(roams))).status).toBe(204);
  });
});

const withoutRequest = ({ body }: Answer) => ({ ...body, traceId: '', instance: '' });
const sameAs = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
