import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Gatehouse, GatehouseError, isGatehouseError } from '@gatehouse/client';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

let app: TestApp;
let world: World;
let gatehouse: Gatehouse;
let key: string;

beforeAll(async () => {
  app = await startApp();
  world = await givenAPartner(app);
  ({ key } = await world.keyed(['PARTNER_ADMIN']));
  gatehouse = new Gatehouse({
    baseUrl: app.api.origin,
    apiKey: key,
    partnerId: world.partnerId,
  });
});
afterAll(() => app.close());

const failureOf = (work: Promise<unknown>): Promise<GatehouseError> =>
  work.then(
    () => {
      throw new Error('it should have failed');
    },
    (error: unknown) => error as GatehouseError,
  );

interface Named {
  readonly id: number;
  readonly firstName: string;
}

describe('a list of the client', () => {
  const CUSTOMERS = '/admin/v1/partners/{partnerId}/customers';

  it('J-10 walks all items over pages, and reads no page before it needs it', async () => {
    const names = ['Ana', 'Bia', 'Caio', 'Davi', 'Eva'];
    for (const firstName of names)
      await gatehouse.post(CUSTOMERS, { body: { firstName, lastName: 'Prado' } });
    const seen: string[] = [];
    const list = () => gatehouse.list<Named>(CUSTOMERS, { query: { limit: 2 } });
    for await (const { firstName } of list()) seen.push(firstName);
    expect(seen.sort()).toEqual(names);
    const sizes: number[] = [];
    for await (const { items } of list().pages()) sizes.push(items.length);
    expect(sizes).toEqual([2, 2, 1]);
    const first = await list().page();
    const second = await list().page(first.nextCursor ?? '');
    expect([first.items.length, second.items.length]).toEqual([2, 2]);
    expect(await list().toArray(3)).toHaveLength(3);
    expect(await list().toArray()).toHaveLength(5);
  });

  it('J-10 ends in a feed where nothing more has happened', async () => {
    const feed = gatehouse.list<{ uuid: string }>('/admin/v1/partners/{partnerId}/events');
    const events = await feed.toArray();
    expect(new Set(events.map(({ uuid }) => uuid)).size).toBe(events.length);
  });
});

describe('an error of the client', () => {
  it('J-11 has the code of the administration, and the fields that were refused', async () => {
    const error = await failureOf(
      gatehouse.post('/admin/v1/partners/{partnerId}/customers', { body: { lastname: 'x' } }),
    );
    expect(error).toMatchObject({ code: 'request.invalid', status: 400 });
    expect(error.errors).toContainEqual(expect.objectContaining({ pointer: '/lastname' }));
    expect(error.traceId).toMatch(/\w{8}/);
    expect(error.message).toContain('/lastname');
  });

  it('J-11 has the code of the Open API, of the Users API and of the Wellhub surface', async () => {
    const ofOpenApi = await failureOf(gatehouse.get('/v1/customers/999999/access-code'));
    expect(ofOpenApi).toMatchObject({ code: 'CUSTOMER_NOT_FOUND', status: 404 });
    const ofUsersApi = await failureOf(gatehouse.get('/Api/nothing'));
    expect(ofUsersApi).toMatchObject({ code: 'NotFound', status: 404 });
    const ofWellhub = await failureOf(gatehouse.post('/wellhub/users', { body: {} }));
    expect(ofWellhub).toMatchObject({ code: 'invalid_token', status: 401 });
    expect(ofWellhub.detail).toBe('Missing or wrong access token');
  });

  it('J-12 says when no service answers, and when a page is unknown', async () => {
    const nobody = new Gatehouse({ baseUrl: 'http://127.0.0.1:9', retries: 0 });
    const error = await failureOf(nobody.get('/v1/devices'));
    expect(isGatehouseError(error, 'client.connection-lost', 'client.timed-out')).toBe(true);
    expect(error.cause).toBeDefined();
    const page = await failureOf(gatehouse.get('/nobody/has/this/page'));
    expect(page.status).toBe(404);
    expect(isGatehouseError(page)).toBe(true);
    expect(isGatehouseError(page, 'gym.not-found')).toBe(false);
    expect(isGatehouseError(new Error('x'))).toBe(false);
  });
});
