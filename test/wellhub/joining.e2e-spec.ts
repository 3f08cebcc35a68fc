import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { JoinWorld, newEmail, PASSWORD } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('joining with a link token', () => {
  let app: TestApp;
  let world: World;
  let join: JoinWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    join = await JoinWorld.open(app, world);
  });
  afterAll(() => app.close());

  const prefillRows = (token: string) =>
    app.sql('select prefill, used_at from link_tokens where jti = $1', [jtiOf(token)]);
  /** The token is sealed: the newest row is that of the newest registration. */
  const jtis = new Map<string, string>();
  const jtiOf = (token: string) => jtis.get(token) ?? '';
  const tokenWith = async (fields: Record<string, unknown>) => {
    const before = await app.sql<{ jti: string }>('select jti from link_tokens');
    const token = await join.wellhub.token(fields);
    const known = new Set(before.map(({ jti }) => jti));
    const rows = await app.sql<{ jti: string }>('select jti from link_tokens');
    jtis.set(token, rows.find(({ jti }) => !known.has(jti))?.jti ?? '');
    return token;
  };
  const person = () => ({ email: newEmail(), first_name: 'Ana', last_name: 'Prado' });

  describe('at once', () => {
    it("makes customer, account and link with Wellhub's e-mail left as it was", async () => {
      const gpwId = newGpwId();
      const sent = person();
      const token = await join.wellhub.token({ gympass_user_id: gpwId, ...sent });
      expect(await join.look(token)).toEqual({
        kind: 'open',
        prefill: { email: sent.email, firstName: 'Ana', lastName: 'Prado' },
        maskedEmail: 'a•••@example.com',
      });
      const joined = await join.signUp(token, { email: ` ${sent.email.toUpperCase()} ` });
      expect(joined).toEqual({ kind: 'joined', accountId: expect.any(String) });
      const { accountId } = joined as { accountId: string };
      expect(await join.linkOf(accountId)).toEqual({
        id: expect.any(Number),
        status: 'ACTIVE',
        origin: 'WELLHUB',
        gpw_id: gpwId,
        gpw_active: true,
        email: sent.email,
        email_confirmed: true,
        first_name: 'Ana',
        last_name: 'Prado',
      });
      expect(await join.mailsTo(sent.email)).toEqual([]);
      const form = { email: sent.email, password: PASSWORD, source: '10.0.0.0/24' };
      expect(await join.joining.logIn(join.partner, form)).toEqual({ kind: 'ok', accountId });
      const wrong = { ...form, password: 'wrong' };
      expect(await join.joining.logIn(join.partner, wrong)).toEqual({ kind: 'refused' });
    });

    it('publishes the event of the new customer', async () => {
      const { accountId } = await join.givenAMember();
      const id = await join.customerOf(accountId);
      const events = await app.sql('select type from events where entity_id = $1', [id]);
      expect(events).toContainEqual({ type: 'CUSTOMER_CREATED' });
    });

    it('explains what is wrong with the form, and keeps the token', async () => {
      const { email } = person();
      const token = await join.wellhub.token({ email });
      const form = { email: 'ana', password: 'short', firstName: 'x'.repeat(101), lastName: 'a\n' };
      const bad = await join.signUp(token, { ...form, lastName: '\u0007b' });
      expect(bad).toEqual({
        kind: 'bad-input',
        fields: {
          email: 'malformed',
          password: 'too-short',
          firstName: 'too-long',
          lastName: 'malformed',
        },
      });
      const blank = await join.signUp(token, { email: ' ', password: '' });
      expect(blank).toEqual({
        kind: 'bad-input',
        fields: { email: 'missing', password: 'missing' },
      });
      const joined = await join.signUp(token, { email, firstName: '', lastName: ' ' });
      expect(joined).toMatchObject({ kind: 'joined' });
    });

    it('joins the profile that carries the gpw id already, when it has no account', async () => {
      const gpwId = newGpwId();
      const email = newEmail();
      const id = await join.givenACustomer({ gympassUserId: gpwId, firstName: 'Bia' });
      const token = await join.wellhub.token({ gympass_user_id: gpwId, email });
      const { accountId = '' } = (await join.signUp(token, { email })) as { accountId?: string };
      expect(await join.linkOf(accountId)).toMatchObject({
        id,
        origin: 'DIRECT',
        status: 'ACTIVE',
        email,
        email_confirmed: true,
        first_name: 'Bia',
      });
    });
  });

  describe('the token', () => {
    it('W-14 works once', async () => {
      const { token, email } = await join.givenAMember();
      const before = await join.counts();
      expect(await join.look(token)).toEqual({ kind: 'used' });
      expect(await join.signUp(token, { email })).toEqual({ kind: 'invalid-token' });
      expect(await join.signUp(token)).toEqual({ kind: 'invalid-token' });
      expect(await join.counts()).toEqual(before);
    });

    it('W-14 works once also in parallel on two replicas', async () => {
      const { databaseUrl, secretsKeys } = app.settings;
      const other = await startApp({ databaseUrl, secretsKeys: [...secretsKeys] });
      const there = await JoinWorld.open(other, world);
      for (let round = 0; round < 3; round += 1) {
        const email = newEmail();
        const token = await join.wellhub.token({ email });
        const before = await join.counts();
        const results = await Promise.all(
          [join, there, join, there].map((page) => page.signUp(token, { email })),
        );
        expect(results.filter(({ kind }) => kind === 'joined')).toHaveLength(1);
        const counts = await join.counts();
        expect(counts!['customers']).toBe(before!['customers'] + 1);
        expect(counts!['accounts']).toBe(before!['accounts'] + 1);
      }
      await other.close();
    });

    it('W-14 links one of two accounts that complete it at the same moment', async () => {
      const accounts = [await join.givenAnAccount(), await join.givenAnAccount()];
      const gpwId = newGpwId();
      const token = await join.wellhub.token({ gympass_user_id: gpwId });
      const results = await Promise.all(
        accounts.map(({ accountId }) => join.link(token, accountId)),
      );
      expect(results.map(({ kind }) => kind).sort()).toEqual(['invalid-token', 'linked']);
      const linked = await app.sql('select from customers where gpw_id = $1', [gpwId]);
      expect(linked).toHaveLength(1);
    });

    it('links an account to one of two memberships that it completes at the same moment', async () => {
      const { accountId } = await join.givenAnAccount();
      const tokens = [await join.wellhub.token(), await join.wellhub.token()];
      const results = await Promise.all(tokens.map((token) => join.link(token, accountId)));
      expect(results.map(({ kind }) => kind).sort()).toEqual(['linked', 'other-membership']);
    });

    it('W-14 is refused after its end, and of another partner', async () => {
      const other = await JoinWorld.open(app, await givenAPartner(app));
      const token = await join.wellhub.token();
      expect(await other.look(token)).toEqual({ kind: 'invalid' });
      expect(await other.signUp(token)).toEqual({ kind: 'invalid-token' });
      const short = await startApp({
        databaseUrl: app.settings.databaseUrl,
        secretsKeys: [...app.settings.secretsKeys],
        linkTokenMinutes: 0,
      });
      const old = await (await JoinWorld.open(short, world)).wellhub.token();
      await short.close();
      const { accountId } = await join.givenAnAccount();
      expect(await join.look(old)).toEqual({ kind: 'expired' });
      expect(await join.signUp(old)).toEqual({ kind: 'invalid-token' });
      expect(await join.link(old, accountId)).toEqual({ kind: 'invalid-token' });
    });

    it('W-14 stays usable however often the page is opened', async () => {
      const email = newEmail();
      const token = await join.wellhub.token({ email });
      for (let n = 0; n < 3; n += 1)
        expect(await join.look(token)).toMatchObject({ kind: 'open', prefill: { email } });
      expect(await join.signUp(token, { email })).toMatchObject({ kind: 'joined' });
    });
  });

  describe('the prefill', () => {
    it('W-15 is encrypted, and deleted once the token is used', async () => {
      const sent = person();
      const token = await tokenWith(sent);
      const [row] = await prefillRows(token);
      expect(row!['prefill'].toString('latin1')).not.toContain(sent.email);
      await join.signUp(token, { email: sent.email });
      expect(await prefillRows(token)).toEqual([{ prefill: null, used_at: expect.any(Date) }]);
    });

    it('W-15 is gone when the token expires', async () => {
      const token = await tokenWith(person());
      await app.sql('update link_tokens set expires_at = clock_timestamp() where jti = $1', [
        jtiOf(token),
      ]);
      expect(
        await eventually(
          () => prefillRows(token),
          (rows) => rows.length === 0,
        ),
      ).toEqual([]);
    });

    it('W-15 is not stored when Wellhub sends nothing', async () => {
      const token = await tokenWith({ email: 'malformed', first_name: ' ' });
      expect(jtiOf(token)).toBe('');
      expect(await join.look(token)).toEqual({ kind: 'open', prefill: {} });
    });
  });
});
