import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { JoinWorld, newEmail } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('/admin/v1/registration-links', () => {
  let app: TestApp;
  let world: World;
  let join: JoinWorld;
  let api: Api;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    join = await JoinWorld.open(app, world);
    api = await world.keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE']);
  });
  afterAll(() => app.close());

  const at = (token: string) => `/admin/v1/registration-links/${token}`;
  const complete = (token: string, customerId: unknown, by = api) =>
    by.post(`${at(token)}/complete`, { customerId });
  const codeOf = ({ status, body }: { status: number; body: { code?: string } }) =>
    `${status} ${body.code}`;
  const nothing = { email: null, firstName: null, lastName: null };

  it('GET answers the prefill and the state', async () => {
    const email = newEmail();
    const token = await join.wellhub.token({ email, first_name: 'Ana' });
    const { status, body, headers } = await api.get(at(token));
    expect(status).toBe(200);
    expect(body).toEqual({ state: 'open', prefill: { email, firstName: 'Ana', lastName: null } });
    expect(headers.get('cache-control')).toBe('no-store');
  });

  it('GET answers 404 to a token that was changed or is of another partner', async () => {
    const other = await JoinWorld.open(app, await givenAPartner(app));
    const foreign = await other.wellhub.token();
    const token = await join.wellhub.token();
    const changed = token.slice(0, -1) + (token.endsWith('A') ? 'B' : 'A');
    for (const odd of [foreign, changed, 'x'])
      expect(codeOf(await api.get(at(odd)))).toBe('404 registration-link.not-found');
  });

  it('complete links the customer once, and then answers that it is used', async () => {
    const gpwId = newGpwId();
    const token = await join.wellhub.token({ gympass_user_id: gpwId, email: newEmail() });
    const id = await join.givenACustomer({ firstName: 'Bia' });
    const { status, body } = await complete(token, id);
    expect(status).toBe(200);
    expect(body).toEqual({ state: 'used', customerId: id, gympassUserId: gpwId });
    const customer = await api.get(`/admin/v1/customers/${id}`);
    expect(customer.body).toMatchObject({ gympassUserId: gpwId, origin: 'DIRECT' });
    expect((await api.get(at(token))).body).toEqual({ state: 'used', prefill: nothing });
    expect(codeOf(await complete(token, id))).toBe('409 registration-link.used');
    const events = await app.sql('select type from events where entity_id = $1', [id]);
    expect(events).toContainEqual({ type: 'CUSTOMER_UPDATED' });
    const audit = await app.sql(`select object from audit_log where action = 'customer.linked'`);
    expect(audit).toContainEqual({ object: String(id) });
  });

  it('complete links one customer when two are sent at the same moment', async () => {
    const token = await join.wellhub.token();
    const ids = [await join.givenACustomer(), await join.givenACustomer()];
    const answers = await Promise.all(ids.map((id) => complete(token, id)));
    expect(answers.map(codeOf).sort()).toEqual(['200 undefined', '409 registration-link.used']);
  });

  it('complete answers 409 when the gpw id or the customer is linked otherwise, and keeps the token', async () => {
    const gpwId = newGpwId();
    const holder = await join.givenACustomer();
    const token = await join.wellhub.token({ gympass_user_id: gpwId });
    await api.patch(`/admin/v1/customers/${holder}`, { gympassUserId: gpwId });
    const id = await join.givenACustomer();
    expect(codeOf(await complete(token, id))).toBe('409 registration-link.other-customer');
    const other = await join.givenACustomer({ gympassUserId: newGpwId() });
    const fresh = await join.wellhub.token();
    expect(codeOf(await complete(fresh, other))).toBe('409 registration-link.other-membership');
    expect((await complete(fresh, id)).status).toBe(200);
    expect((await complete(token, holder)).status).toBe(200);
  });

  it('W-21 complete answers 409 while the customer pays the gym directly', async () => {
    const token = await join.wellhub.token();
    const id = await join.givenACustomer();
    const contract = await join.givenAContract(id);
    expect(codeOf(await complete(token, id))).toBe('409 registration-link.pays-directly');
    await world.admin.patch(contract, { endDate: '2020-12-31' });
    expect((await complete(token, id)).status).toBe(200);
  });

  it('answers an expired link with its state, and its completion with 410', async () => {
    const short = await startApp({
      databaseUrl: app.settings.databaseUrl,
      secretsKeys: [...app.settings.secretsKeys],
      linkTokenMinutes: 0,
    });
    const token = await (await JoinWorld.open(short, world)).wellhub.token({ email: newEmail() });
    await short.close();
    expect((await api.get(at(token))).body).toEqual({ state: 'expired', prefill: nothing });
    const id = await join.givenACustomer();
    expect(codeOf(await complete(token, id))).toBe('410 registration-link.expired');
  });

  it('needs its scopes, a customer that the key sees, and nothing but customerId', async () => {
    const token = await join.wellhub.token();
    const id = await join.givenACustomer();
    const reader = await world.keyed(['CUSTOMER_READ']);
    expect(codeOf(await complete(token, id, reader))).toBe('403 auth.scope-missing');
    expect((await (await world.keyed(['CHECKIN_READ'])).get(at(token))).status).toBe(403);
    const other = await givenAPartner(app);
    const stranger = await (await JoinWorld.open(app, other)).givenACustomer();
    for (const unknown of [stranger, 999_999_999])
      expect(codeOf(await complete(token, unknown))).toBe('404 customer.not-found');
    const narrowed = await world.keyed(['CUSTOMER_WRITE'], { gymId: world.gymId });
    expect(codeOf(await complete(token, id, narrowed))).toBe('404 customer.not-found');
    const extra = await api.post(`${at(token)}/complete`, { customerId: id, more: 1 });
    expect(extra.status).toBe(400);
    expect((await complete(token, '7')).status).toBe(400);
    expect((await complete(token, id)).status).toBe(200);
  });
});
