import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

/** `open-api.md` 1.3, last sentence: what a key for one gym sees. */
describe('/admin/v1 customers with a key for one gym', () => {
  let app: TestApp;
  let world: World;
  let narrowed: Api;
  let all: string;
  let otherGymId: number;
  const people: Record<string, number> = {};

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    all = `/admin/v1/partners/${world.partnerId}/customers`;
    const gyms = `/admin/v1/partners/${world.partnerId}/gyms`;
    otherGymId = (await world.admin.post(gyms, { name: 'Other' })).body.id;
    narrowed = await world.keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE'], { gymId: world.gymId });
    for (const [name, values] of Object.entries({
      own: { homeGymId: world.gymId },
      other: { homeGymId: otherGymId, email: 'other@x.pt' },
      homeless: {},
      wellhub: { homeGymId: otherGymId, gympassId: '0012345678905' },
      gpw: { homeGymId: otherGymId, gympassUserId: 'gpw-roams' },
    }))
      people[name] = (await world.admin.post(all, values)).body.id;
  });
  afterAll(() => app.close());

  it.each([
    ['own', 200],
    ['wellhub', 200],
    ['gpw', 200],
    ['other', 404],
    ['homeless', 404],
  ])('O-4 answers for the customer "%s" with %i', async (name, expected) => {
    const path = `/admin/v1/customers/${people[name]}`;
    expect((await narrowed.get(path)).status).toBe(expected);
    expect((await narrowed.patch(path, { firstName: 'Ana' })).status).toBe(expected);
    expect((await narrowed.get(`${path}/contracts`)).status).toBe(expected);
    const put = await narrowed.put(`${path}/restriction`, { reason: 'unpaid' });
    expect(put.status).toBe(expected);
    expect((await world.admin.get(path)).status).toBe(200);
  });

  it('lists only whom it sees, whatever is searched for', async () => {
    const idsOf = async (query: string) =>
      (await narrowed.get(`${all}${query}`)).body.items.map(({ id }: { id: number }) => id);
    expect(await idsOf('')).toEqual([people['own'], people['wellhub'], people['gpw']]);
    expect(await idsOf('?email=other@x.pt')).toEqual([]);
    expect(await idsOf('?gympassId=0012345678905')).toEqual([people['wellhub']]);
    expect(await idsOf('?gympassUserId=gpw-roams')).toEqual([people['gpw']]);
    expect(await idsOf('?status=PENDING')).toHaveLength(3);
  });

  it('makes customers of its own gym, and of no other one', async () => {
    const made = await narrowed.post(all, { firstName: 'Bea' });
    expect([made.status, made.body.homeGymId]).toEqual([201, world.gymId]);
    expect((await narrowed.post(all, { homeGymId: world.gymId })).status).toBe(201);
    const elsewhere = await narrowed.post(all, { homeGymId: otherGymId });
    expect([elsewhere.status, elsewhere.body.code]).toEqual([404, 'gym.not-found']);
  });

  it('does not move a customer out of its sight', async () => {
    const path = `/admin/v1/customers/${people['own']}`;
    expect((await narrowed.patch(path, { homeGymId: otherGymId })).status).toBe(404);
    expect((await narrowed.patch(path, { homeGymId: null })).status).toBe(400);
    expect((await world.admin.get(path)).body.homeGymId).toBe(world.gymId);
  });

  it('neither merges from nor into a customer that it does not see', async () => {
    const merge = (from: string, into: string) =>
      narrowed.post(`/admin/v1/customers/${people[from]}/merge`, {
        intoCustomerId: people[into],
      });
    expect((await merge('own', 'other')).status).toBe(404);
    expect((await merge('other', 'own')).status).toBe(404);
    expect((await world.admin.get(`/admin/v1/customers/${people['own']}`)).status).toBe(200);
  });
});
