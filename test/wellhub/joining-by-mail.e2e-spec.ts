import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LinkTokens, newJti } from '../../src/user-registration/links/link-tokens.js';
import { JoinWorld, newEmail, PASSWORD } from '../support/joining.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner } from '../support/world.js';

const OTHER_PASSWORD = 'another horse battery';

describe('joining with an address that must be proven', () => {
  let app: TestApp;
  let join: JoinWorld;

  beforeAll(async () => {
    app = await startApp();
    join = await JoinWorld.open(app, await givenAPartner(app));
  });
  afterAll(() => app.close());

  const logIn = (email: string, password: string) =>
    join.joining.logIn(join.partner, { email, password, source: '10.0.0.0/24' });
  const accountOf = (result: object) => (result as { accountId: string }).accountId;

  it('W-21 answers alike for known and unknown addresses, and creates nothing before the mail is used', async () => {
    const token = await join.wellhub.token({ email: newEmail() });
    const customer = newEmail();
    await join.givenACustomer({ email: customer });
    const { email: account } = await join.givenAnAccount();
    const before = await join.counts();
    for (const email of [newEmail(), customer, account]) {
      expect(await join.signUp(token, { email })).toEqual({ kind: 'mail-sent' });
      expect(await join.mailsTo(email)).toHaveLength(1);
    }
    expect(await join.counts()).toEqual(before);
    expect(await join.look(token)).toMatchObject({ kind: 'open' });
  });

  it("W-21 mails first when Wellhub's own e-mail belongs to a customer already", async () => {
    const email = newEmail();
    const id = await join.givenACustomer({ email: email.toUpperCase() });
    const token = await join.wellhub.token({ email });
    expect(await join.signUp(token, { email })).toEqual({ kind: 'mail-sent' });
    // Mail goes to the address as we know it, not as it was typed.
    expect(await join.mailsTo(email)).toEqual([]);
    const mailed = await join.mailedToken(email.toUpperCase());
    const accountId = accountOf(await join.finish(mailed, PASSWORD));
    expect(await join.linkOf(accountId)).toMatchObject({
      id,
      origin: 'DIRECT',
      status: 'ACTIVE',
      email_confirmed: true,
    });
  });

  it('makes account, join and link when the mailed token is used, once', async () => {
    const gpwId = newGpwId();
    const email = newEmail();
    const token = await join.wellhub.token({ gympass_user_id: gpwId, email: newEmail() });
    await join.signUp(token, { email, firstName: 'Ana' });
    const [mail] = await join.mailsTo(email);
    expect(mail!.text).toContain(`http://localhost:3000/${join.world.slug}/confirm?token=`);
    const mailed = await join.mailedToken(email);
    expect(await join.confirm(mailed)).toEqual({
      kind: 'set-password',
      maskedEmail: 'a•••@example.com',
    });
    const fields = (password: string) => ({ kind: 'bad-input', fields: { password } });
    expect(await join.finish(mailed)).toEqual(fields('missing'));
    expect(await join.finish(mailed, 'short')).toEqual(fields('too-short'));
    const results = await Promise.all([1, 2, 3].map(() => join.finish(mailed, OTHER_PASSWORD)));
    expect(results.map(({ kind }) => kind).sort()).toEqual([
      'invalid-token',
      'invalid-token',
      'joined',
    ]);
    const accountId = accountOf(results.find(({ kind }) => kind === 'joined')!);
    expect(await join.linkOf(accountId)).toMatchObject({
      origin: 'WELLHUB',
      gpw_id: gpwId,
      email,
      email_confirmed: true,
      first_name: 'Ana',
    });
    expect(await join.look(token)).toEqual({ kind: 'used' });
    expect(await join.confirm(mailed)).toEqual({ kind: 'invalid' });
    // The password that was typed before the address was proven opens nothing.
    expect(await logIn(email, PASSWORD)).toEqual({ kind: 'refused' });
    expect(await logIn(email, OTHER_PASSWORD)).toEqual({ kind: 'ok', accountId });
  });

  it('works also after the end of the link token', async () => {
    const email = newEmail();
    const gpwId = newGpwId();
    const token = app.app.get(LinkTokens).issue(join.partner.id, {
      gpwId,
      userStatus: null,
      issuedAt: new Date(),
      expiresAt: new Date(Date.now() + 1_000),
      jti: newJti(),
    });
    expect(await join.signUp(token, { email })).toEqual({ kind: 'mail-sent' });
    const mailed = await join.mailedToken(email);
    while ((await join.look(token)).kind === 'open')
      await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await join.look(token)).toEqual({ kind: 'expired' });
    expect(await join.confirm(mailed)).toMatchObject({ kind: 'set-password' });
    const accountId = accountOf(await join.finish(mailed, PASSWORD));
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId });
  });

  it('refuses a second mail of a link token that is used meanwhile', async () => {
    const token = await join.wellhub.token();
    const emails = [newEmail(), newEmail()];
    for (const email of emails) await join.signUp(token, { email });
    const [first = '', second = ''] = await Promise.all(
      emails.map((email) => join.mailedToken(email)),
    );
    expect(await join.finish(first, PASSWORD)).toMatchObject({ kind: 'joined' });
    expect(await join.confirm(second)).toEqual({ kind: 'invalid' });
    expect(await join.finish(second, PASSWORD)).toEqual({ kind: 'invalid-token' });
  });

  it('W-12 sets a password by mail for an account without one and links it', async () => {
    const { email, accountId } = await join.givenAnAccount();
    await app.sql('update accounts set password_hash = null where id = $1', [accountId]);
    const gpwId = newGpwId();
    const token = await join.wellhub.token({ gympass_user_id: gpwId, email });
    const sent = await join.joining.mailPassword(join.partner, { token, email });
    expect(sent).toEqual({ kind: 'mail-sent' });
    const mailed = await join.mailedToken(email);
    expect(await join.confirm(mailed)).toMatchObject({ kind: 'set-password' });
    expect(await join.finish(mailed, PASSWORD)).toEqual({ kind: 'joined', accountId });
    expect(await join.linkOf(accountId)).toMatchObject({ gpw_id: gpwId });
    expect(await logIn(email, PASSWORD)).toEqual({ kind: 'ok', accountId });
  });

  it('links the account of the proven address and leaves its password alone', async () => {
    const { email, accountId } = await join.givenAnAccount();
    const token = await join.wellhub.token();
    await join.signUp(token, { email, password: OTHER_PASSWORD });
    const mailed = await join.mailedToken(email);
    expect(await join.confirm(mailed)).toMatchObject({ kind: 'link-only' });
    expect(await join.finish(mailed, OTHER_PASSWORD)).toEqual({ kind: 'joined', accountId });
    expect(await logIn(email, OTHER_PASSWORD)).toEqual({ kind: 'refused' });
    expect(await logIn(email, PASSWORD)).toEqual({ kind: 'ok', accountId });
  });

  it('"set a password by mail" answers alike for every address', async () => {
    const token = await join.wellhub.token();
    const { email } = await join.givenAnAccount();
    for (const address of [email, newEmail()])
      expect(await join.joining.mailPassword(join.partner, { token, email: address })).toEqual({
        kind: 'mail-sent',
      });
    expect(await join.joining.mailPassword(join.partner, { token: 'nothing', email })).toEqual({
      kind: 'invalid-token',
    });
    expect(await join.joining.mailPassword(join.partner, { token, email: 'x' })).toMatchObject({
      kind: 'bad-input',
    });
  });

  it('W-21 refuses a sixth address, also in parallel; the five may be used again', async () => {
    const token = await join.wellhub.token();
    const emails = Array.from({ length: 8 }, () => newEmail());
    const results = await Promise.all(emails.map((email) => join.signUp(token, { email })));
    expect(results.filter(({ kind }) => kind === 'mail-sent')).toHaveLength(5);
    expect(results.filter(({ kind }) => kind === 'too-many-addresses')).toHaveLength(3);
    const refused = emails[results.findIndex(({ kind }) => kind === 'too-many-addresses')]!;
    const mailed = emails[results.findIndex(({ kind }) => kind === 'mail-sent')]!;
    expect(await join.mailsTo(refused)).toEqual([]);
    expect(await join.signUp(token, { email: mailed })).toEqual({ kind: 'mail-sent' });
    expect(await join.signUp(token, { email: refused })).toEqual({ kind: 'too-many-addresses' });
  });

  it('W-21 does not link who pays the gym directly; after the contract ends the same flow links', async () => {
    const email = newEmail();
    const id = await join.givenACustomer({ email });
    const contract = await join.givenAContract(id);
    const gpwId = newGpwId();
    const token = await join.wellhub.token({ gympass_user_id: gpwId, email });
    expect(await join.signUp(token, { email })).toEqual({ kind: 'mail-sent' });
    const mailed = await join.mailedToken(email);
    expect(await join.finish(mailed, PASSWORD)).toEqual({ kind: 'pays-directly' });
    expect(await join.look(token)).toMatchObject({ kind: 'open' });
    await join.world.admin.patch(contract, { endDate: '2020-12-31' });
    const accountId = accountOf(await join.finish(mailed, PASSWORD));
    expect(await join.linkOf(accountId)).toMatchObject({ id, gpw_id: gpwId });
  });

  it('does not revive a customer whom the gym has disabled', async () => {
    const email = newEmail();
    const id = await join.givenACustomer({ email, status: 'DISABLED' });
    const token = await join.wellhub.token({ email });
    await join.signUp(token, { email });
    const mailed = await join.mailedToken(email);
    expect(await join.finish(mailed, PASSWORD)).toEqual({ kind: 'disabled' });
    const rows = await app.sql('select status, gpw_id from customers where id = $1', [id]);
    expect(rows).toEqual([{ status: 'DISABLED', gpw_id: null }]);
  });
});
