import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JoinWorld, newEmail, PASSWORD } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('POST /wellhub/users for a known customer', () => {
  let app: TestApp;
  let world: World;
  let join: JoinWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    join = await JoinWorld.open(app, world);
  });
  afterAll(() => app.close());

  const page = async (fields: Record<string, unknown>) => {
    const { pathname, searchParams } = await join.wellhub.link(fields);
    return { page: pathname.split('/').at(-1), token: searchParams.get('token') };
  };
  const withToken = (name: string) => ({ page: name, token: expect.stringMatching(/^[\w-]+$/) });
  const disable = (accountId: string) =>
    app.sql('update accounts set enabled = false where id = $1', [accountId]);
  const cancel = (gpwId: string) =>
    app.sql(
      `with gone as (update customers set gpw_active = false where gpw_id = $1)
       update wellhub_users set status = 'CANCELED', last_event_at = clock_timestamp() where gpw_id = $1`,
      [gpwId],
    );

  it('W-10 answers a repeated registration with a fresh link and keeps one row', async () => {
    const gpwId = newGpwId();
    const tokens = [
      await join.wellhub.token({ gympass_user_id: gpwId, origin: 'ios', user_status: '1' }),
      await join.wellhub.token({ gympass_user_id: gpwId, user_status: '2' }),
    ];
    expect(tokens[0]).not.toBe(tokens[1]);
    const rows = await app.sql('select * from wellhub_users where gpw_id = $1', [gpwId]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ plan_id: '2', origin: 'ios' });
    expect(rows[0]!['last_registered_at'].getTime()).toBeGreaterThan(
      rows[0]!['registered_at'].getTime(),
    );
  });

  it('W-10 lets earlier links work until one is used, and none after that', async () => {
    const gpwId = newGpwId();
    const tokens = [];
    for (let n = 0; n < 3; n += 1)
      tokens.push(await join.wellhub.token({ gympass_user_id: gpwId, email: newEmail() }));
    const [first = '', second = '', third = ''] = tokens;
    for (const token of tokens) expect(await join.look(token)).toMatchObject({ kind: 'open' });
    const look = await join.look(second);
    const email = look.kind === 'open' ? (look.prefill.email ?? '') : '';
    expect(await join.signUp(second, { email })).toMatchObject({ kind: 'joined' });
    for (const token of [first, second, third]) {
      expect(await join.look(token)).toEqual({ kind: 'used' });
      expect(await join.signUp(token)).toEqual({ kind: 'invalid-token' });
    }
  });

  it('W-10 answers ten at once with 200 and makes one row', async () => {
    const gpwId = newGpwId();
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => join.wellhub.register({ gympass_user_id: gpwId })),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(new Set(answers.map(({ body }) => body.redirect_link)).size).toBe(10);
    expect(await app.sql('select from wellhub_users where gpw_id = $1', [gpwId])).toHaveLength(1);
  });

  it('returns each of many at once their own answer, although they share a statement', async () => {
    const member = await join.givenAMember();
    const people = Array.from({ length: 200 }, (_, n) =>
      n % 10 === 0
        ? { gympass_user_id: member.gpwId }
        : { gympass_user_id: newGpwId(), ...(n % 3 === 0 && { email: member.email }) },
    );
    const answers = await Promise.all(people.map((person) => page(person)));
    const expected = people.map((person) => {
      if (person.gympass_user_id === member.gpwId) return { page: 'login', token: null };
      return withToken('email' in person ? 'login' : 'join');
    });
    expect(answers).toEqual(expected);
  });

  it('W-11 sends a linked user to the log-in page without a token', async () => {
    const { gpwId } = await join.givenAMember();
    expect(await page({ gympass_user_id: gpwId })).toEqual({ page: 'login', token: null });
  });

  it("W-11 takes the partner's own log-in page", async () => {
    const logInUrl = 'https://fit.example.com/in?from={origin}';
    const own = await JoinWorld.open(app, await givenAPartner(app, { partner: { logInUrl } }));
    const { gpwId } = await own.givenAMember();
    const { href } = await own.wellhub.link({ gympass_user_id: gpwId, origin: 'web' });
    expect(href).toBe('https://fit.example.com/in?from=web');
  });

  it('W-11 lets only the linked account re-activate a canceled user, and leaves the token usable', async () => {
    const { gpwId, accountId } = await join.givenAMember();
    const other = await join.givenAnAccount();
    await cancel(gpwId);
    const answer = await page({ gympass_user_id: gpwId });
    expect(answer).toEqual(withToken('login'));
    const token = answer.token ?? '';
    expect(await join.link(token, other.accountId)).toEqual({ kind: 'other-account' });
    expect(await join.signUp(token)).toEqual({ kind: 'mail-sent' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_active: false });
    expect(await join.link(token, accountId)).toEqual({ kind: 'linked' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId, gpw_active: true });
    expect(await page({ gympass_user_id: gpwId })).toEqual({ page: 'login', token: null });
    expect(await join.link(token, accountId)).toEqual({ kind: 'invalid-token' });
  });

  it('W-23 links as canceled with a registration from before the cancellation', async () => {
    const gpwId = newGpwId();
    const email = newEmail();
    const token = await join.wellhub.token({ gympass_user_id: gpwId, email });
    await cancel(gpwId);
    const joined = await join.signUp(token, { email });
    expect(joined).toMatchObject({ kind: 'joined' });
    const accountId = joined.kind === 'joined' ? joined.accountId : '';
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId, gpw_active: false });
    expect(await page({ gympass_user_id: gpwId })).toEqual(withToken('login'));
  });

  it('W-11 sends a user of a disabled account to the sign-up page, but the account keeps the gpw id', async () => {
    const { gpwId, accountId, email } = await join.givenAMember();
    await disable(accountId);
    const answer = await page({ gympass_user_id: gpwId, email });
    expect(answer).toEqual(withToken('join'));
    const stranger = newEmail();
    expect(await join.signUp(answer.token ?? '', { email: stranger })).toEqual({
      kind: 'mail-sent',
    });
    const mailed = await join.mailedToken(stranger);
    expect(await join.finish(mailed, PASSWORD)).toEqual({ kind: 'other-account' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId });
  });

  it('an erased account frees its gpw id, but not the token that made it', async () => {
    const { gpwId, accountId, token } = await join.givenAMember();
    const customerId = await join.customerOf(accountId);
    expect((await world.admin.delete(`/admin/v1/customers/${customerId}`)).status).toBe(204);
    expect(await app.sql('select from wellhub_users where gpw_id = $1', [gpwId])).toEqual([]);
    const email = newEmail();
    const answer = await page({ gympass_user_id: gpwId, email });
    expect(answer).toEqual(withToken('join'));
    expect(await join.look(token)).toEqual({ kind: 'used' });
    expect(await join.signUp(answer.token ?? '', { email })).toMatchObject({ kind: 'joined' });
  });

  it('W-12 sends the e-mail of an account to the log-in page and links nothing', async () => {
    const { email, accountId } = await join.givenAnAccount();
    const answer = await page({ email: email.toUpperCase() });
    expect(answer).toEqual(withToken('login'));
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: null });
    const look = await join.look(answer.token ?? '');
    expect(look).toMatchObject({ kind: 'open', maskedEmail: 'A•••@EXAMPLE.COM' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: null });
  });

  it('W-12 does not link the account of another gpw id; the token stays usable', async () => {
    const { email, gpwId, accountId } = await join.givenAMember();
    const { page: where, token } = await page({ email });
    expect(where).toBe('login');
    expect(await join.link(token ?? '', accountId)).toEqual({ kind: 'other-membership' });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId });
    expect(await join.look(token ?? '')).toMatchObject({ kind: 'open' });
  });

  it('knows people of its own partner only', async () => {
    const { gpwId, email } = await join.givenAMember();
    const other = await JoinWorld.open(app, await givenAPartner(app));
    const { pathname } = await other.wellhub.link({ gympass_user_id: gpwId, email });
    expect(pathname).toBe(`/${other.world.slug}/join`);
  });
});
