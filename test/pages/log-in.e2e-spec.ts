import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { Mailbox } from '../../src/mail/index.js';
import { givenWellhub, newGpwId, type Wellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { textOf, tokenIn, Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

const PASSWORD = 'a quiet river at noon';

describe('the log-in page', () => {
  let app: TestApp;
  let world: World;
  let wellhub: Wellhub;
  let visitor: Visitor;
  let count = 0;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    wellhub = await givenWellhub(app, world);
  });
  beforeEach(() => {
    visitor = new Visitor(app.api);
  });
  afterAll(() => app.close());

  const path = (page: string, token = '') =>
    `/${world.slug}/${page}${token === '' ? '' : `?token=${token}`}`;
  const logIn = (email: string, extra: Record<string, string> = {}) =>
    visitor.submit(path('login'), { email, password: PASSWORD, ...extra });
  const location = (answer: { status: number; headers: Headers }) => [
    answer.status,
    answer.headers.get('location'),
  ];
  const mails = () => app.app.get(Mailbox, { strict: false }).caught();
  const lastMail = async () => (await mails())[0];
  /** The newest mail to an address, once there are so many: the answer of the page does not wait for it. */
  const mailTo = (email: string, count = 1) =>
    until(async () => {
      const theirs = (await mails()).filter(({ to }) => to === email);
      return theirs.length >= count ? theirs[0] : undefined;
    });

  /** Somebody who joined through Wellhub. */
  async function givenAMember(gpwId = newGpwId()): Promise<string> {
    const email = `member.${(count += 1)}@example.com`;
    const token = await wellhub.token({ email, gympass_user_id: gpwId });
    const form = { token, email, password: PASSWORD };
    const answer = await new Visitor(app.api).submit(path('join'), form);
    expect(answer.status).toBe(303);
    return email;
  }

  it('leads to the code, and there again when the person is logged in already', async () => {
    const email = await givenAMember();
    expect(location(await logIn(email))).toEqual([303, path('code')]);
    expect(location(await visitor.get(path('login')))).toEqual([303, path('code')]);
  });

  it('refuses a wrong password and an unknown name with the same words, and forgets the password', async () => {
    const email = await givenAMember();
    const wrong = await logIn(email, { password: 'not the password' });
    const unknown = await logIn('nobody@example.com', { password: 'not the password' });
    expect([wrong.status, unknown.status]).toEqual([401, 401]);
    const words = (text: string) => text.replace(/value="[^"]*@example.com"/, '');
    expect(words(wrong.text)).toBe(words(unknown.text));
    expect(wrong.text).not.toContain('not the password');
    expect(wrong.headers.getSetCookie()).toEqual([]);
  });

  it('ends the former session of this browser at a log-in, and the session on log-out', async () => {
    await logIn(await givenAMember());
    const former = visitor.cookie('gatehouse') ?? '';
    await logIn(await givenAMember());
    const now = visitor.cookie('gatehouse') ?? '';
    expect(now).not.toBe(former);
    expect(location(await visitor.submit(path('logout'), {}))).toEqual([303, path('login')]);
    for (const cookie of [former, now]) {
      visitor.setCookie('gatehouse', cookie);
      expect(location(await visitor.get(path('code')))).toEqual([303, path('login')]);
    }
  });

  it('is a log-in at one partner only', async () => {
    await logIn(await givenAMember());
    const other = await givenAPartner(app);
    expect(location(await visitor.get(`/${other.slug}/code`))).toEqual([
      303,
      `/${other.slug}/login`,
    ]);
    expect((await visitor.get(`/${other.slug}/code/current`)).status).toBe(401);
  });

  describe('with a link token', () => {
    /** Of another Wellhub membership with the same e-mail: Wellhub is sent to the log-in page. */
    const linkTokenFor = (email: string) => wellhub.token({ email });

    it('shows "Link …?" after the password and changes nothing before the confirmation', async () => {
      const member = await givenAMember();
      const token = await linkTokenFor(member);
      const form = await visitor.get(path('login', token));
      expect(form.text).toContain(`value="${member}"`);
      expect(location(await logIn(member, { token }))).toEqual([303, path('login', token)]);
      const question = await visitor.get(path('login', token));
      expect(textOf(question.text)).toContain(
        'Link the Wellhub membership of m•••@example.com to this account?',
      );
      const no = await visitor.submit(path('link'), { token, answer: 'no' });
      expect(location(no)).toEqual([303, path('code')]);
      expect((await visitor.get(path('login', token))).status).toBe(200);
    });

    it('shows a logged-in person the same question at the sign-up address, and offers no second account', async () => {
      const member = await givenAMember();
      await logIn(member);
      const token = await linkTokenFor(member);
      const answer = await visitor.get(path('join', token));
      expect(location(answer)).toEqual([303, path('login', token)]);
      const question = await visitor.get(path('login', token));
      expect(textOf(question.text)).toContain('Yes, link it');
      const stranger = await new Visitor(app.api).get(path('join', token));
      expect([stranger.status, stranger.text.includes('name="password"')]).toEqual([200, true]);
    });

    it('shows no address when Wellhub sent none', async () => {
      await logIn(await givenAMember());
      const question = await visitor.get(path('login', await wellhub.token()));
      expect(textOf(question.text)).toContain('Link this Wellhub membership to this account?');
    });

    it('explains that the account has another membership; the token stays usable', async () => {
      const member = await givenAMember();
      const token = await linkTokenFor(member);
      await logIn(member, { token });
      const answer = await visitor.submit(path('link'), { token, answer: 'yes' });
      expect(answer.status).toBe(409);
      expect(textOf(answer.text)).toContain('already has another Wellhub membership');
      expect(textOf(answer.text)).toContain('Not your account? Log out');
      const out = await visitor.submit(path('logout'), { token });
      expect(location(out)).toEqual([303, path('login', token)]);
      expect((await visitor.get(path('login', token))).status).toBe(200);
    });

    it('W-11 links again after a cancellation, once, and then shows the code', async () => {
      const gpwId = newGpwId();
      const member = await givenAMember(gpwId);
      await app.sql(`update wellhub_users set status = 'CANCELED' where gpw_id = $1`, [gpwId]);
      const link = await wellhub.link({ email: member, gympass_user_id: gpwId });
      expect(link.pathname).toBe(path('login'));
      const token = link.searchParams.get('token') ?? '';
      await logIn(member, { token });
      const yes = await visitor.submit(path('link'), { token, answer: 'yes' });
      expect(location(yes)).toEqual([303, path('code')]);
      const again = await visitor.submit(path('link'), { token, answer: 'yes' });
      expect(again.status).toBe(410);
      expect(textOf(again.text)).toContain('This link was already used');
    });

    it('sends a person who is not logged in to the log-in first', async () => {
      const token = await wellhub.token();
      const answer = await visitor.submit(path('link'), { token, answer: 'yes' });
      expect(location(answer)).toEqual([303, path('login', token)]);
    });
  });

  describe('the language of mail', () => {
    const subjectTo = async (email: string) => (await mailTo(email))?.subject;

    it("is the person's own, as the page knew it when they joined", async () => {
      const email = `lingua.${(count += 1)}@example.com`;
      const token = await wellhub.token({ email });
      const brazilian = new Visitor(app.api, { 'Accept-Language': 'pt-BR,pt;q=0.9' });
      await brazilian.submit(path('join'), { token, email, password: PASSWORD });
      await visitor.submit(path('password'), { email });
      expect(await subjectTo(email)).toContain('Defina sua senha');
      const { customer_id: id } = (
        await app.sql<{ customer_id: string }>(
          'select customer_id from accounts where email_key = $1',
          [email],
        )
      )[0]!;
      const { body } = await world.admin.get(`/admin/v1/customers/${id}`);
      expect(body.language).toBe('pt');
      await world.admin.patch(`/admin/v1/customers/${id}`, { language: 'es' });
      await visitor.submit(path('password'), { email });
      expect((await mailTo(email, 2))?.subject).toContain('Define tu contraseña');
      const { text } = (await mailTo(email, 2))!;
      await visitor.submit(path('confirm'), { token: tokenIn(text), password: 'a later river' });
      expect((await mailTo(email, 3))?.subject).toContain('ha cambiado');
    });

    it('is that of the page for a new customer, and for one without a language', async () => {
      const german = new Visitor(app.api, { 'Accept-Language': 'de' });
      const fresh = `neu.${(count += 1)}@example.com`;
      const token = await wellhub.token();
      await german.submit(path('join'), { token, email: fresh, password: PASSWORD });
      expect(await subjectTo(fresh)).toContain('Anmeldung bei');
      const member = await givenAMember();
      await app.sql('update customers set language = null where email_key = $1', [member]);
      await german.submit(path('password'), { email: member });
      expect(await subjectTo(member)).toContain('Passwort für');
    });

    const languageOf = async (email: string) =>
      (
        await app.sql<{ language: string | null }>(
          'select language from customers where email_key = $1',
          [email],
        )
      )[0]?.language;
    async function givenAMemberWithoutLanguage() {
      const member = await givenAMember();
      await app.sql('update customers set language = null where email_key = $1', [member]);
      return member;
    }

    it('is learned from the page on which a person sets a password, where none is known', async () => {
      const member = await givenAMemberWithoutLanguage();
      const brazilian = new Visitor(app.api, { 'Accept-Language': 'pt-BR' });
      await brazilian.submit(path('password'), { email: member });
      const { text } = (await mailTo(member))!;
      await brazilian.submit(path('confirm'), { token: tokenIn(text), password: 'a later river' });
      expect((await mailTo(member, 2))?.subject).toContain('foi alterada');
      expect(await languageOf(member)).toBe('pt');
    });

    it('is learned from the page on which a person logs in, where none is known, and stays', async () => {
      const member = await givenAMemberWithoutLanguage();
      for (const wish of ['pt-BR', 'de']) {
        const visitor = new Visitor(app.api, { 'Accept-Language': wish });
        await visitor.submit(path('login'), { email: member, password: PASSWORD });
        expect(await languageOf(member)).toBe('pt');
      }
    });

    it('is that of the page for a person whom a check-in had made before they joined', async () => {
      const email = `antes.${(count += 1)}@example.com`;
      const made = await world.admin.post(`/admin/v1/partners/${world.partnerId}/customers`, {
        gympassUserId: `gpw-antes-${count}`,
        origin: 'WELLHUB',
      });
      expect(made.status).toBe(201);
      const token = await wellhub.token({ email, gympass_user_id: made.body.gympassUserId });
      const brazilian = new Visitor(app.api, { 'Accept-Language': 'pt-BR' });
      await brazilian.submit(path('join'), { token, email, password: PASSWORD });
      const { body } = await world.admin.get(`/admin/v1/customers/${made.body.id}`);
      expect([body.hasAccount, body.language]).toEqual([true, 'pt']);
    });

    it("is the gym's, then the partner's, where neither knows a language of ours", async () => {
      const there = await givenAPartner(app, {
        partner: { locale: 'es' },
        gym: { language: 'pt' },
      });
      const theirs = await givenWellhub(app, there);
      const silent = new Visitor(app.api, { 'Accept-Language': 'fr' });
      const ask = async (email: string) => {
        await silent.submit(`/${there.slug}/join`, {
          token: await theirs.token({ email }),
          email,
          password: PASSWORD,
        });
        await silent.submit(`/${there.slug}/password`, { email });
        return subjectTo(email);
      };
      expect(await ask('gym@example.com')).toContain('Defina sua senha');
      await there.admin.post(`/admin/v1/partners/${there.partnerId}/gyms`, { name: 'Second' });
      expect(await ask('partner@example.com')).toContain('Define tu contraseña');
    });
  });

  describe('set a password by mail', () => {
    it('W-12 answers the same for a known and an unknown address; the mailed link sets the password', async () => {
      const email = await givenAMember();
      const unknown = await visitor.submit(path('password'), { email: 'nobody@example.com' });
      expect((await lastMail())?.to).not.toBe('nobody@example.com');
      const known = await visitor.submit(path('password'), { email });
      expect(textOf(known.text).replace(email, '')).toBe(
        textOf(unknown.text).replace('nobody@example.com', ''),
      );
      const token = tokenIn((await mailTo(email))?.text ?? '');
      expect(textOf((await visitor.get(path('confirm', token))).text)).toContain(email);
      const same = await visitor.submit(path('confirm'), { token, password: email });
      expect(textOf(same.text)).toContain('Your password must not be your e-mail');
      const fresh = 'another river, at night';
      const done = await visitor.submit(path('confirm'), { token, password: fresh });
      expect(location(done)).toEqual([303, path('code')]);
      expect((await visitor.get(path('code'))).status).toBe(200);
      visitor = new Visitor(app.api);
      expect((await logIn(email)).status).toBe(401);
      expect((await logIn(email, { password: fresh })).status).toBe(303);
      expect((await visitor.submit(path('confirm'), { token, password: fresh })).status).toBe(410);
    });

    it('lets exactly one of several parallel requests use the mailed link', async () => {
      const email = await givenAMember();
      await visitor.submit(path('password'), { email });
      const token = tokenIn((await mailTo(email))?.text ?? '');
      const tries = [1, 2, 3].map((n) =>
        new Visitor(app.api).submit(path('confirm'), { token, password: `${PASSWORD} ${n}` }),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status).sort();
      expect(statuses).toEqual([303, 410, 410]);
    });

    it('U-24 answers the same for a sixth mail in an hour, does not send it, and keeps the fifth link', async () => {
      const email = await givenAMember();
      const pages = [];
      for (let n = 1; n <= 5; n += 1) {
        pages.push(textOf((await visitor.submit(path('password'), { email })).text));
        await mailTo(email, n);
      }
      const token = tokenIn((await mailTo(email, 5))?.text ?? '');
      pages.push(textOf((await visitor.submit(path('password'), { email })).text));
      const other = await givenAMember();
      await visitor.submit(path('password'), { email: other });
      await mailTo(other);
      expect((await mails()).filter(({ to }) => to === email)).toHaveLength(5);
      expect(new Set(pages).size).toBe(1);
      const done = await visitor.submit(path('confirm'), { token, password: 'a later river' });
      expect(location(done)).toEqual([303, path('code')]);
    });

    it('leaks nothing of a mailed token to other sites', async () => {
      const email = await givenAMember();
      await visitor.submit(path('password'), { email });
      const token = tokenIn((await mailTo(email))?.text ?? '');
      const { text, headers } = await visitor.get(path('confirm', token));
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(text).not.toMatch(/(?:href|src|action)="(?!\/|#|mailto:)/);
      expect(text).toContain('At least 8 characters.');
    });

    it('W-12 with a link token mails a link that also finishes the join', async () => {
      const token = await wellhub.token();
      const email = `fresh.${(count += 1)}@example.com`;
      expect((await visitor.submit(path('password'), { token, email })).status).toBe(200);
      const mailed = tokenIn((await lastMail())?.text ?? '');
      const done = await visitor.submit(path('confirm'), { token: mailed, password: PASSWORD });
      expect(location(done)).toEqual([303, path('code')]);
      expect((await visitor.get(path('join', token))).status).toBe(410);
    });

    it('shows the form again for what is no address', async () => {
      const answer = await visitor.submit(path('password'), { email: 'ana at home' });
      expect(answer.status).toBe(422);
      expect(textOf(answer.text)).toContain('This does not look like an e-mail.');
    });
  });
});
