import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JoinWorld, newEmail } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

describe('linking after a log-in', () => {
  let app: TestApp;
  let join: JoinWorld;

  beforeAll(async () => {
    app = await startApp();
    join = await JoinWorld.open(app, await givenAPartner(app));
  });
  afterAll(() => app.close());

  it('links the account, keeps its origin, and uses the token up', async () => {
    const { accountId, customerId } = await join.givenAnAccount();
    await app.sql(`update customers set origin = 'DIRECT' where id = $1`, [customerId]);
    const gpwId = newGpwId();
    const token = await join.wellhub.token({ gympass_user_id: gpwId });
    expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
    expect(await join.linkOf(accountId)).toMatchObject({
      gpw_id: gpwId,
      gpw_active: true,
      origin: 'DIRECT',
    });
    expect(await join.look(token)).toEqual({ kind: 'used' });
    expect(await join.link(token, accountId)).toEqual({ kind: 'invalid-token' });
  });

  it("confirms the customer's e-mail only when Wellhub sent the same one", async () => {
    for (const same of [true, false]) {
      const { accountId, customerId, email } = await join.givenAnAccount();
      await app.sql('update customers set email_confirmed = false where id = $1', [customerId]);
      const token = await join.wellhub.token({ email: same ? email.toUpperCase() : newEmail() });
      expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
      expect(await join.linkOf(accountId)).toMatchObject({ email, email_confirmed: same });
    }
  });

  it('merges a profile without account that carries the gpw id', async () => {
    const gpwId = newGpwId();
    const wellhubId = String(Date.now()).padStart(13, '0');
    const profile = await join.givenACustomer({ gympassUserId: gpwId, gympassId: wellhubId });
    const { accountId, customerId } = await join.givenAnAccount();
    const token = await join.wellhub.token({ gympass_user_id: gpwId });
    expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
    const people = await app.sql(
      'select id::int, status, gpw_id, wellhub_id, merged_into::int from customers where id = any($1)',
      [[profile, customerId]],
    );
    const merged = { status: 'ERASED', gpw_id: null, wellhub_id: null, merged_into: customerId };
    expect(people).toContainEqual({ id: profile, ...merged });
    expect(people).toContainEqual({
      id: customerId,
      status: 'ACTIVE',
      gpw_id: gpwId,
      wellhub_id: wellhubId,
      merged_into: null,
    });
  });

  it('refuses a second account for one gpw id; nothing changes, the token stays usable', async () => {
    const { gpwId, accountId } = await join.givenAMember();
    const stranger = await join.givenAnAccount();
    // Taken from the member and given back by the front desk: the token was made in between.
    const path = `/admin/v1/customers/${await join.customerOf(accountId)}`;
    await join.world.admin.patch(path, { gympassUserId: null });
    const token = await join.wellhub.token({ gympass_user_id: gpwId });
    await join.world.admin.patch(path, { gympassUserId: gpwId });
    expect(await join.link(token, stranger.accountId)).toEqual({ kind: 'other-account' });
    expect(await join.linkOf(stranger.accountId)).toMatchObject({ gpw_id: null });
    expect(await join.look(token)).toMatchObject({ kind: 'open' });
    expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
  });

  it('W-21 does not link who pays the gym directly; after the contract ends the same flow links', async () => {
    const { accountId, customerId } = await join.givenAnAccount();
    const contract = await join.givenAContract(customerId);
    const token = await join.wellhub.token();
    expect(await join.link(token, accountId)).toEqual({ kind: 'pays-directly' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: null });
    await join.world.admin.patch(contract, { endDate: '2020-12-31' });
    expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
  });

  it('does not link a disabled account or customer, nor one of another partner', async () => {
    const token = await join.wellhub.token();
    const { accountId } = await join.givenAnAccount();
    await app.sql('update accounts set enabled = false where id = $1', [accountId]);
    expect(await join.link(token, accountId)).toEqual({ kind: 'disabled' });
    const other = await JoinWorld.open(app, await givenAPartner(app));
    const foreign = await other.givenAnAccount();
    expect(await join.link(token, foreign.accountId)).toEqual({ kind: 'disabled' });
    expect(await other.linkOf(foreign.accountId)).toMatchObject({ gpw_id: null });
  });
});
