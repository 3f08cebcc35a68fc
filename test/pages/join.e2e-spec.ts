import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Mailbox } from '../../src/mail/index.js';
import { givenWellhub, type Wellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { textOf, tokenIn, Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

const PASSWORD = 'a quiet river at noon';

describe('the join page', () => {
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

  const path = (page: string, token?: string) =>
    `/${world.slug}/${page}${token === undefined ? '' : `?token=${token}`}`;
  const newEmail = () => `ana.${(count += 1)}@example.com`;
  const signUp = (fields: Record<string, string>) =>
    visitor.submit(path('join'), {
      firstName: 'Ana',
      lastName: 'Prado',
      password: PASSWORD,
      ...fields,
    });
  const lastMail = async () => (await app.app.get(Mailbox, { strict: false }).caught())[0];

  it('fills in what Wellhub sent and offers log-in with the same token', async () => {
    const email = newEmail();
    const token = await wellhub.token({ email, first_name: 'Ana "<b>"', last_name: 'Prado' });
    const { status, text, headers } = await visitor.get(path('join', token));
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(text).toContain(`value="${email}"`);
    expect(text).toContain('value="Ana &quot;&lt;b>&quot;"');
    expect(text).toContain(`href="/${world.slug}/login?token=${token}"`);
    expect(text).toMatch(/<input type="hidden" name="token" value="[^"]+"/);
  });

  it('W-14 stays usable when it was only opened', async () => {
    const token = await wellhub.token({ email: newEmail() });
    await visitor.get(path('join', token));
    expect((await visitor.get(path('join', token))).status).toBe(200);
  });

  it('takes an unchanged new e-mail at once and leads to the code, logged in', async () => {
    const email = newEmail();
    const token = await wellhub.token({ email });
    const answer = await signUp({ token, email });
    expect(answer.status).toBe(303);
    expect(answer.headers.get('location')).toBe(path('code'));
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^gatehouse=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await visitor.get(path('code'))).status).toBe(200);
  });

  it('W-21 answers a changed, a known and an unknown e-mail with the same words', async () => {
    const known = newEmail();
    await signUp({ token: await wellhub.token({ email: known }), email: known });
    const answers = [];
    for (const email of [known, newEmail()]) {
      visitor = new Visitor(app.api);
      const answer = await signUp({ token: await wellhub.token({ email: newEmail() }), email });
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()).toEqual([]);
      answers.push(textOf(answer.text).replaceAll(email, 'ADDRESS'));
    }
    expect(answers[0]).toContain('We have sent a message to ADDRESS.');
    expect(answers[1]).toBe(answers[0]);
  });

  it('makes the account only with the mailed token, which opening the page does not use up', async () => {
    const email = newEmail();
    await signUp({ token: await wellhub.token({ email: newEmail() }), email });
    const mail = await lastMail();
    expect(mail?.to).toBe(email);
    const token = tokenIn(mail?.text ?? '');
    await visitor.get(path('confirm', token));
    const page = await visitor.get(path('confirm', token));
    expect(textOf(page.text)).toContain('Choose a password');
    const weak = await visitor.submit(path('confirm'), { token, password: 'password' });
    expect(weak.status).toBe(422);
    expect(textOf(weak.text)).toContain('Many people use this password.');
    const done = await visitor.submit(path('confirm'), { token, password: PASSWORD });
    expect([done.status, done.headers.get('location')]).toEqual([303, path('code')]);
    const again = await visitor.submit(path('confirm'), { token, password: PASSWORD });
    expect(again.status).toBe(410);
    expect(textOf(again.text)).toContain('This link no longer works');
  });

  it('explains at each field what is wrong, keeps what was typed and never the password', async () => {
    const token = await wellhub.token();
    const answer = await signUp({ token, email: 'ana', password: 'short' });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('value="ana"');
    expect(answer.text).not.toContain('short"');
    expect(answer.text).toMatch(
      /id="email"[^>]*aria-invalid="true" aria-describedby="email-problem"/,
    );
    expect(answer.text).toContain('id="email-problem">This does not look like an e-mail.');
    expect(answer.text).toContain('This password is too short.');
    expect(answer.text).toMatch(/role="alert">.*href="#email".*href="#password"/s);
    const empty = await signUp({ token, email: '', password: '', firstName: 'x'.repeat(101) });
    expect(textOf(empty.text)).toContain('Enter your e-mail.');
    expect(textOf(empty.text)).toContain('Enter a password.');
    expect(textOf(empty.text)).toContain('at most 100 characters');
  });

  it('W-14 explains a used, an altered, a foreign and a missing token kindly', async () => {
    const email = newEmail();
    const token = await wellhub.token({ email });
    await signUp({ token, email });
    const fresh = new Visitor(app.api);
    const used = await fresh.get(path('join', token));
    expect(used.status).toBe(410);
    expect(textOf(used.text)).toContain('This link was already used');
    expect((await signUp({ token, email: newEmail() })).status).toBe(410);
    const altered = await fresh.get(path('join', `${token.slice(0, -2)}AA`));
    expect(altered.status).toBe(404);
    expect(textOf(altered.text)).toContain('Open the Wellhub app');
    const other = await givenWellhub(app, await givenAPartner(app));
    expect((await fresh.get(path('join', await other.token()))).status).toBe(404);
    expect((await fresh.get(path('join'))).status).toBe(404);
  });

  it('W-14 explains that an expired link is too old', async () => {
    const hasty = await startApp({ linkTokenMinutes: 0 });
    const there = await givenAPartner(hasty);
    const token = await (await givenWellhub(hasty, there)).token();
    const { status, text } = await new Visitor(hasty.api).get(`/${there.slug}/join?token=${token}`);
    await hasty.close();
    expect(status).toBe(410);
    expect(textOf(text)).toContain('This link is too old');
  });

  it('W-21 refuses a sixth address for one link', async () => {
    const token = await wellhub.token();
    for (let n = 0; n < 5; n += 1)
      expect((await signUp({ token, email: newEmail() })).status).toBe(200);
    const sixth = await signUp({ token, email: newEmail() });
    expect(sixth.status).toBe(429);
    expect(textOf(sixth.text)).toContain('Too many addresses');
  });

  it.each([
    ['de-LU,de;q=0.9', 'de', 'Konto anlegen'],
    ['pt', 'pt-BR', 'Criar conta'],
    ['fr, es;q=0.5, en;q=0.1', 'es', 'Crear cuenta'],
    ['fr', 'en', 'Create account'],
  ])('answers a browser that accepts %s in %s', async (wish, lang, button) => {
    const token = await wellhub.token();
    const { text } = await visitor.get(path('join', token), { 'Accept-Language': wish });
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text).toContain(button);
  });

  it("uses the partner's language where the browser accepts none that is supported", async () => {
    const there = await givenAPartner(app, { partner: { locale: 'pt' } });
    const { text } = await app.api.get(`/${there.slug}/login`, { 'Accept-Language': 'fr' });
    expect(text).toContain('<html lang="pt-BR">');
  });
});
