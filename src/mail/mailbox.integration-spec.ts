import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import PostalMime from 'postal-mime';
import { eventually } from '../../test/support/eventually.js';
import { Database, type Queries } from '../platform/database/database.js';
import { Sweeps } from '../platform/database/sweeps.js';
import { PostOffice, refusal } from '../../test/support/post-office.js';
import { startApp, type TestApp } from '../../test/support/test-app.js';
import { givenAPartner, type World } from '../../test/support/world.js';
import { OUR_BRAND } from './mail-brand.js';
import { joinConfirmMail } from './mail-templates.js';
import { MailsRepository } from './mails.repository.js';
import { MailSenderWorker } from './mail-sender.worker.js';
import { Mailbox } from './mailbox.js';
import { MailSettlement } from './mail-settlement.js';

let count = 0;
const newAddress = () => `Reader${(count += 1)}@example.com`;
const mailTo = (to: string) => ({
  to,
  subject: 'Hello',
  text: 'Good morning',
  html: '<p>Good morning</p>',
});

describe('the mailbox', () => {
  let office: PostOffice;
  let app: TestApp;
  let world: World;
  let db: Database;
  let mailbox: Mailbox;

  beforeAll(async () => {
    office = new PostOffice();
    app = await startApp({ smtpUrl: await office.open(), mailFrom: 'Fit Gym <fit@gym.example>' });
    world = await givenAPartner(app);
    db = app.app.get(Database);
    mailbox = app.app.get(Mailbox);
  });
  afterEach(() => {
    office.refuseRecipient = undefined;
    office.refuseData = undefined;
    office.tries = 0;
    office.received.length = 0;
  });
  afterAll(async () => {
    await app.close();
    await office.close();
  });

  const queue = (to: string, more: object = {}) =>
    db.transaction((tx) => mailbox.queue(tx, world.partnerId, { ...mailTo(to), ...more }));
  async function received(to: string) {
    const sent = () => office.received.filter((one) => one.to.includes(to));
    const all = await eventually(sent, ({ length }) => length > 0);
    return Promise.all(all.map(async (one) => ({ ...one, mail: await PostalMime.parse(one.raw) })));
  }
  const lastRow = async () =>
    (await app.sql('select * from mails order by created_at desc limit 1'))[0] ?? {};
  /** The worker has recorded the refusal: the next try is near, not at the end of a lease. */
  const waitingForRetry = () =>
    eventually(
      lastRow,
      ({ attempts, next_attempt_at: at }) => attempts === 1 && Number(at) < Date.now() + 20_000,
    );
  const settled = () => eventually(lastRow, ({ state }) => state !== 'QUEUED');

  it('sends what was queued, as text and HTML, from our address to that one address', async () => {
    const to = newAddress();
    const link = 'https://gatehouse.example.com/fit/confirm?token=abc&x=1';
    const content = joinConfirmMail(
      { language: 'pt', brand: OUR_BRAND },
      { gym: 'Fit São Paulo', link, minutes: 60 },
    );
    await queue(to, content);
    const [one] = await received(to);
    expect(one).toMatchObject({ from: 'fit@gym.example', to: [to] });
    expect(one?.mail.from).toMatchObject({ name: 'Fit Gym', address: 'fit@gym.example' });
    expect(one?.mail.to).toMatchObject([{ address: to }]);
    expect(one?.mail.subject).toBe(content.subject);
    expect(one?.mail.text?.trim()).toBe(content.text);
    expect(one?.mail.html).toContain('Concluir cadastro');
    expect(await settled()).toMatchObject({
      state: 'SENT',
      attempts: 1,
      sent_at: expect.any(Date),
    });
    expect(office.received).toHaveLength(1);
  });

  it('sends nothing of a transaction that failed', async () => {
    const to = newAddress();
    const failing = db.transaction(async (tx) => {
      await mailbox.queue(tx, world.partnerId, mailTo(to));
      throw new Error('later');
    });
    await expect(failing).rejects.toThrow('later');
    const next = newAddress();
    await queue(next);
    await received(next);
    expect(office.received).toHaveLength(1);
  });

  it('stores neither address nor words in clear', async () => {
    const to = `O'Brien.${newAddress()}`;
    await queue(to, { subject: 'Very private', text: 'a secret link' });
    await received(to);
    const rows = await app.sql(`select row_to_json(m)::text as json, sealed from mails m`);
    const all = rows.map(({ json, sealed }) => `${json}${sealed.toString('latin1')}`).join();
    expect(all).not.toMatch(/brien|private|secret link|example\.com/i);
  });

  it.each([
    'a@example.com\r\nBcc: b@example.com',
    'a@example.com, b@example.com',
    'a,b@example.com',
    'A <a@example.com>',
    '"a b"@example.com',
    'a@b@example.com',
    'undisclosed:a@example.com;',
    '',
    'nothing',
  ])('takes no address such as %j', async (to) => {
    const before = await app.sql('select count(*) from mails');
    await queue(to);
    expect(await app.sql('select count(*) from mails')).toEqual(before);
  });

  it('lets no subject add a header or a recipient', async () => {
    const to = newAddress();
    await queue(to, { subject: 'Hello\r\nBcc: evil@example.com\r\n\r\nbody\u2028x' });
    const [one] = await received(to);
    expect(one?.to).toEqual([to]);
    expect(one?.mail.subject).toBe('Hello Bcc: evil@example.com body x');
    expect(one?.mail.headers.map(({ key }) => key)).not.toContain('bcc');
    expect(one?.mail.text?.trim()).toBe('Good morning');
  });

  it('tries again after a temporary refusal, with the same Message-ID, and counts', async () => {
    const to = newAddress();
    office.refuseData = refusal(451);
    await queue(to);
    await waitingForRetry();
    office.refuseData = undefined;
    await app.sql(`update mails set next_attempt_at = clock_timestamp() where state = 'QUEUED'`);
    app.app.get(MailSenderWorker).wake();
    const [one] = await received(to);
    const row = await settled();
    expect(row).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(one?.mail.messageId).toBe(`<${row['id']}@localhost>`);
  });

  it('fails for good after five retries', async () => {
    office.refuseRecipient = refusal(450);
    await queue(newAddress());
    for (let tries = 1; tries <= 6; tries += 1) {
      await eventually(
        () => office.tries,
        (seen) => seen === tries,
      );
      if (tries === 6) break;
      await eventually(
        async () =>
          (
            await app.sql(
              `update mails set next_attempt_at = clock_timestamp()
              where state = 'QUEUED' and attempts = $1 and next_attempt_at not between
                clock_timestamp() + interval '80 seconds' and clock_timestamp() + interval '91 seconds' returning id`,
              [tries],
            )
          ).length,
        (changed) => changed === 1,
      );
      app.app.get(MailSenderWorker).wake();
    }
    expect(await settled()).toMatchObject({ state: 'FAILED', attempts: 6, sent_at: null });
  });

  it('fails for good at once when the server refuses it permanently', async () => {
    office.refuseRecipient = refusal(550);
    await queue(newAddress());
    expect(await settled()).toMatchObject({ state: 'FAILED', attempts: 1 });
  });

  it('takes over the mail of a worker that died', async () => {
    const to = newAddress();
    office.refuseData = refusal(451);
    await queue(to);
    await waitingForRetry();
    office.refuseData = undefined;
    // Claimed by another replica, whose lease has just expired.
    await app.sql(
      `update mails set attempts = 3, next_attempt_at = clock_timestamp() where state = 'QUEUED'`,
    );
    app.app.get(MailSenderWorker).wake();
    await received(to);
    expect(await settled()).toMatchObject({ state: 'SENT', attempts: 4 });
  });

  it('ignores what a worker reports after its lease ended', async () => {
    office.refuseData = refusal(451);
    await queue(newAddress());
    const { partner_id: partnerId, id, sealed: encryptedBody } = await waitingForRetry();
    const stale = { partnerId, id, encryptedBody, attempts: 1, resetTokenHash: null };
    await app.sql('update mails set attempts = 2 where id = $1', [id]);
    const before = await lastRow();
    await app.app.get(MailsRepository).settle(stale, 'FAILED');
    await app.app.get(MailsRepository).retry(stale, 0);
    expect(await lastRow()).toEqual(before);
    await app.app.get(MailsRepository).settle({ ...stale, attempts: 2 }, 'FAILED');
    expect(await lastRow()).toMatchObject({ state: 'FAILED' });
  });

  it('fails a mail whose key is gone, and sends the others', async () => {
    await app.sql(
      `insert into mails (partner_id, id, recipient_hash, sealed) values ($1, gen_random_uuid(), 'x', 'not a box')`,
      [world.partnerId],
    );
    const to = newAddress();
    await queue(to);
    await received(to);
    const [poison] = await app.sql(`select state from mails where sealed = 'not a box'`);
    expect(poison).toEqual({ state: 'FAILED' });
  });

  it('sends at most 5 mails to one address in an hour, also in parallel, and drops the rest silently; security mails always go', async () => {
    const to = newAddress();
    const { partnerId } = world;
    const mayReset = () =>
      mailbox.mayMailReset(db, partnerId, { emailKey: to.toLowerCase(), requester: 'unknown' });
    await Promise.all(Array.from({ length: 12 }, (_, at) => queue(at % 2 ? to : to.toUpperCase())));
    const rows = () =>
      app.sql(
        'select 1 from mails where recipient_hash = (select recipient_hash from mails order by created_at desc limit 1)',
      );
    expect(await rows()).toHaveLength(5);
    await queue(to, { isSecurityMail: true });
    expect(await rows()).toHaveLength(6);
    // U-24: mails that reset a password have an hour's count of their own.
    for (let at = 0; at < 5; at += 1) {
      expect(await mayReset()).toBe(true);
      await queue(to, { resetTokenHash: randomBytes(32) });
    }
    expect(await mayReset()).toBe(false);
    await queue(to, { resetTokenHash: randomBytes(32) });
    expect(await rows()).toHaveLength(11);
    await app.sql(`update mails set created_at = created_at - interval '61 minutes'`);
    expect(await mayReset()).toBe(true);
  });

  it('forgets mail after seven days', async () => {
    await queue(newAddress());
    const row = await settled();
    await app.sql(`update mails set created_at = created_at - interval '7 days' where id = $1`, [
      row['id'],
    ]);
    await app.app.get(Sweeps).sweep();
    expect(await app.sql('select 1 from mails where id = $1', [row['id']])).toEqual([]);
  });

  it('settles a mail only together with what follows for its token', async () => {
    const to = newAddress();
    const steps: string[] = [];
    const follow = (step: string) => (tx: Queries) => {
      steps.push(tx === db ? 'outside' : step);
      return steps.length === 2 ? Promise.reject(new Error('later')) : Promise.resolve();
    };
    app.app.get(MailSettlement).register({
      lock: follow('lock'),
      accepted: follow('accepted'),
      failed: follow('failed'),
    });
    await queue(to, { resetTokenHash: randomBytes(32) });
    await eventually(
      () => steps.length,
      (length) => length === 2,
    );
    await app.sql(`update mails set next_attempt_at = clock_timestamp() where state = 'QUEUED'`);
    app.app.get(MailSenderWorker).wake();
    expect(await settled()).toMatchObject({ state: 'SENT', attempts: 2 });
    expect(steps).toEqual(['lock', 'accepted', 'lock', 'accepted']);
  });
});

describe('the mailbox without a mail server', () => {
  it('keeps mail for the sandbox page, newest first', async () => {
    const app = await startApp();
    const { partnerId } = await givenAPartner(app);
    const mailbox = app.app.get(Mailbox);
    for (const subject of ['first', 'second'])
      await mailbox.queue(app.app.get(Database), partnerId, {
        ...mailTo('a@example.com'),
        subject,
      });
    const mails = await mailbox.caught();
    expect(mails).toEqual([
      {
        ...mailTo('a@example.com'),
        subject: 'second',
        partnerId,
        id: mails[0]?.id,
        createdAt: expect.any(Date),
      },
      {
        ...mailTo('a@example.com'),
        subject: 'first',
        partnerId,
        id: mails[1]?.id,
        createdAt: expect.any(Date),
      },
    ]);
    await app.close();
  });

  it('lets only one worker claim a mail, however many claim at once', async () => {
    const app = await startApp();
    const { partnerId } = await givenAPartner(app);
    const mails = app.app.get(MailsRepository);
    await app.sql(
      `insert into mails (partner_id, id, recipient_hash, sealed)
        select $1, gen_random_uuid(), 'x', 'x' from generate_series(1, 200)`,
      [partnerId],
    );
    const claims = await Promise.all(Array.from({ length: 60 }, () => mails.claim(5)));
    const ids = claims.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(await mails.claim(200)).toHaveLength(200 - ids.length);
    expect(await mails.claim(5)).toEqual([]);
    await app.close();
  });

  it('marks mail as failed outside the sandbox and shows none', async () => {
    const app = await startApp({ sandbox: false });
    const { partnerId } = await givenAPartner(app, { connection: false });
    const mailbox = app.app.get(Mailbox);
    await mailbox.queue(app.app.get(Database), partnerId, mailTo('a@example.com'));
    expect(await app.sql('select state from mails')).toEqual([{ state: 'FAILED' }]);
    expect(await mailbox.caught()).toEqual([]);
    await app.close();
  });
});
