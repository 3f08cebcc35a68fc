import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import PostalMime from 'postal-mime';
import { until } from '../../../test/support/eventually.js';
import { Customers } from '../../customers/index.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database } from '../../platform/database/database.js';
import { PostOffice, refusal } from '../../../test/support/post-office.js';
import { deadlineIn, runInRequest } from '../../platform/deadline/request-context.js';
import { startApp, type TestApp } from '../../../test/support/test-app.js';
import { givenAPartner, type World } from '../../../test/support/world.js';
import { MailSenderWorker } from '../../mail/mail-sender.worker.js';
import { ResetRequests } from './reset-requests.js';
import { UsersApiAccounts } from '../users-api/users-api-accounts.js';

const PASSWORD = 'correct horse battery';
const LINEAGE = uuidv7();
const PUBLIC_URL = 'https://gatehouse.example.com';
let count = 0;

describe('mails that reset a password', () => {
  let office: PostOffice;
  let app: TestApp;
  let world: World;
  let accounts: UsersApiAccounts;

  beforeAll(async () => {
    office = new PostOffice();
    app = await startApp({ smtpUrl: await office.open(), publicUrl: PUBLIC_URL, sandbox: false });
    world = await givenAPartner(app, { connection: false });
    accounts = app.app.get(UsersApiAccounts);
  });
  afterEach(() => {
    office.refuseRecipient = undefined;
    office.refuseData = undefined;
    office.silent = false;
  });
  afterAll(async () => {
    await app.close();
    await office.close();
  });

  /** An account without a password: nothing but reset mails goes to it. */
  async function newcomer(partnerId = world.partnerId) {
    const email = `Reader${(count += 1)}@example.com`;
    const result = await accounts.signUp(partnerId, email, LINEAGE);
    if (result.kind !== 'TOKEN') throw new Error(result.kind);
    return { email, issued: result.token };
  }
  const send = (email: string, partnerId = world.partnerId) =>
    accounts.mailResetToken(partnerId, email, LINEAGE);
  /** A request on our page, from that network. */
  const requestOnPage = async (email: string, source = '203.0.113.7') => {
    const requests = app.app.get(ResetRequests);
    const request = { requestId: 'r', deadlineAt: deadlineIn(10_000), source };
    await runInRequest(request, () => requests.store(world.partnerId, email));
    requests.wake();
    await until(async () => (await app.sql('select 1 from password_reset_requests')).length === 0);
  };
  const reset = async (token: string, lineage = LINEAGE) =>
    (await accounts.resetPassword(world.partnerId, { token, password: PASSWORD, lineage })).kind;
  const mailsTo = async (email: string) =>
    Promise.all(
      office.received
        .filter(({ to }) => to.includes(email))
        .map(({ raw }) => PostalMime.parse(raw)),
    );
  const linkIn = (text = '') => new URL(/https?:\/\/\S+/.exec(text)?.[0] ?? 'no:link');
  const tokensIn = async (email: string) =>
    (await mailsTo(email)).map(({ text }) => linkIn(text).searchParams.get('token') ?? '');

  it('U-22 brings exactly one mail to the stored address; its link on our origin holds a token for any key and our page', async () => {
    const { email, issued } = await newcomer();
    expect(await send(` ${email.toUpperCase()} `)).toBe('SENT');
    const [mail, another] = await mailsTo(email);
    expect(another).toBeUndefined();
    const link = linkIn(mail?.text);
    expect(`${link.origin}${link.pathname}`).toBe(`${PUBLIC_URL}/${world.slug}/confirm`);
    const token = link.searchParams.get('token') ?? '';
    expect(token).toMatch(/^[0-9a-f-]{36}$/);
    const page = await app.api.get(`/${world.slug}/confirm?token=${token}`);
    expect(page.status).toBe(200);
    expect(await reset(issued)).toBe('INVALID_TOKEN');
    expect(await reset(token, uuidv7())).toBe('CUSTOMER');
    const [customer] = await app.app
      .get(Customers)
      .findByEmail(app.app.get(Database), world.partnerId, email.toLowerCase());
    expect(customer?.emailConfirmed).toBe(true);
  });

  it.each([
    ['refuses the recipient', () => void (office.refuseRecipient = refusal(550))],
    ['refuses for now', () => void (office.refuseRecipient = refusal(451))],
    ['refuses the words', () => void (office.refuseData = refusal(554))],
    ['does not answer', () => void (office.silent = true)],
  ])(
    'U-23 is not sent when the server %s: the new token is dead, the earlier one lives, nothing is tried again',
    async (_, breakServer) => {
      const { email, issued } = await newcomer();
      breakServer();
      const context = { requestId: 'test', deadlineAt: deadlineIn(1_500) };
      expect(await runInRequest(context, () => send(email))).toBe('NOT_SENT');
      const [mail] = await app.sql('select state from mails order by created_at desc limit 1');
      expect(mail).toEqual({ state: 'FAILED' });
      const live = await app.sql(
        `select 1 from password_resets where email_key = $1 and expires_at > clock_timestamp()`,
        [email.toLowerCase()],
      );
      expect(live).toHaveLength(1);
      expect(await reset(issued)).toBe('CUSTOMER');
    },
  );

  it('U-23 reports an unknown address, and makes nothing for it', async () => {
    const before = await app.sql('select count(*) from password_resets');
    expect(await send('nobody@example.com')).toBe('UNKNOWN');
    expect(await send('nobody')).toBe('BAD_EMAIL');
    expect(await app.sql('select count(*) from password_resets')).toEqual(before);
  });

  it('U-24 is not sent a sixth time in an hour: no mail, no token, and the link of the fifth still works', async () => {
    const { email } = await newcomer();
    const results = await Promise.all(Array.from({ length: 9 }, () => send(email)));
    expect(results.filter((result) => result === 'SENT')).toHaveLength(5);
    expect(results.filter((result) => result === 'NOT_SENT')).toHaveLength(4);
    expect(await send(email)).toBe('NOT_SENT');
    const tokens = await tokensIn(email);
    expect(tokens).toHaveLength(5);
    const key = email.toLowerCase();
    // The limit is checked before anything is made: one token was issued, five were mailed.
    const made = await app.sql('select 1 from password_resets where email_key = $1', [key]);
    expect(made).toHaveLength(6);
    const kinds = [];
    for (const token of tokens) kinds.push(await reset(token));
    expect(kinds.filter((kind) => kind === 'CUSTOMER')).toHaveLength(1);
  });

  it('U-24 requested on our page, leaves after the answer and ends earlier tokens once it was accepted', async () => {
    const { email, issued } = await newcomer();
    await app.sql(`update password_resets set created_at = created_at - interval '1 second'`);
    office.refuseData = refusal(451);
    await requestOnPage(email);
    await requestOnPage('nobody@example.com');
    const waiting = async () =>
      (
        await app.sql(
          `select 1 from mails where state = 'QUEUED' and attempts = 1 and reset_token_hash is not null`,
        )
      ).length === 1;
    await until(waiting);
    const live = () =>
      app.sql(
        `select 1 from password_resets where email_key = $1 and expires_at > clock_timestamp()`,
        [email.toLowerCase()],
      );
    expect(await live()).toHaveLength(2);
    office.refuseData = undefined;
    await until(async () => {
      await app.sql(`update mails set next_attempt_at = clock_timestamp() where state = 'QUEUED'`);
      app.app.get(MailSenderWorker).wake();
      return (await tokensIn(email)).length > 0;
    });
    await until(async () => (await live()).length === 1);
    expect(await reset(issued)).toBe('INVALID_TOKEN');
    expect(await reset((await tokensIn(email))[0] ?? '')).toBe('CUSTOMER');
    for (let at = 0; at < 9; at += 1) await requestOnPage(email);
    const ofIt = await app.sql(
      `select 1 from mails where recipient_hash =
        (select recipient_hash from mails where reset_token_hash is not null order by created_at desc limit 1)
        and reset_token_hash is not null`,
    );
    expect(ofIt.length).toBeLessThanOrEqual(5);
  });

  it('U-24 leaves the owner their mails, however often strangers and software request them', async () => {
    const { email } = await newcomer();
    const received = async () => (await mailsTo(email)).length;
    for (let at = 0; at < 7; at += 1) await requestOnPage(email, '198.51.100.7');
    await until(async () => (await received()) === 5);
    await requestOnPage(email, '203.0.113.7');
    await until(async () => (await received()) === 6);
    expect(await send(email)).toBe('SENT');
    // Counted over all requesters, so that no mailbox is flooded.
    for (let at = 0; at < 25; at += 1) await requestOnPage(email, `198.18.${at}.7`);
    await until(async () => (await received()) === 20);
    expect(await send(email)).toBe('NOT_SENT');
    expect(await reset((await tokensIn(email)).at(-1) ?? '')).toBe('CUSTOMER');
  });

  it('U-24 only stores a request, whether the address has an account or not, and handles equal requests once', async () => {
    const { email } = await newcomer();
    const requests = app.app.get(ResetRequests);
    for (const address of [email, email, 'nobody@example.com'])
      await requests.store(world.partnerId, address);
    expect(await mailsTo(email)).toEqual([]);
    requests.wake();
    await until(async () => (await mailsTo(email)).length === 1);
    expect(await app.sql('select 1 from password_reset_requests')).toEqual([]);
  });

  it('U-23 has no template when the partner has none of its own and does not want ours; its own words are filled in', async () => {
    const without = await givenAPartner(app, {
      connection: false,
      partner: { defaultMailTemplates: false, name: 'Fit & <Fun>' },
    });
    const { email } = await newcomer(without.partnerId);
    expect(await send(email, without.partnerId)).toBe('NO_TEMPLATE');
    expect(await send('nobody', without.partnerId)).toBe('BAD_EMAIL');
    const words = {
      subject: 'New password at {gym}',
      text: '{gym}: {link} ({minutes} min)',
      html: '<style>p{color:red}</style><p>{gym}</p><a href="{link}">{minutes}</a>',
    };
    const path = `/admin/v1/partners/${without.partnerId}/mail-templates/password-reset`;
    expect((await without.admin.put(path, words)).status).toBe(200);
    expect(await send(email, without.partnerId)).toBe('SENT');
    const [mail] = await mailsTo(email);
    expect(mail?.subject).toBe('New password at Fit & <Fun>');
    expect(mail?.text).toMatch(/^Fit & <Fun>: https:\S+ \(60 min\)\s*$/);
    expect(mail?.html).toContain('<p>Fit &amp; &lt;Fun&gt;</p>');
    expect(mail?.html).toContain('p{color:red}');
  });

  it('U-24 without mail server and sandbox sends nothing and makes nothing', async () => {
    const mute = await startApp({ databaseUrl: app.settings.databaseUrl, sandbox: false });
    try {
      const { email, issued } = await newcomer();
      const silent = mute.app.get(UsersApiAccounts);
      expect(await silent.mailResetToken(world.partnerId, email, LINEAGE)).toBe('NOT_SENT');
      expect(await reset(issued)).toBe('CUSTOMER');
    } finally {
      await mute.close();
    }
  });
});
