import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenWellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

describe('hosted pages', () => {
  let app: TestApp;
  let world: World;
  let visitor: Visitor;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    visitor = new Visitor(app.api);
  });
  afterAll(() => app.close());

  const logIn = (headers: Record<string, string>) =>
    visitor.submit(`/${world.slug}/login`, { email: 'a@example.com', password: 'x' }, headers);

  it.each([
    ['a page', () => `/${world.slug}/login`, 200],
    ['a redirect', () => `/${world.slug}/code`, 303],
    ['an unknown partner', () => '/nobody-here/login', 404],
    ['an unknown address', () => '/no/such/page', 404],
    ['a missing asset', () => '/assets/nothing.js', 404],
  ])('carry the security headers: %s', async (_, path, status) => {
    const answer = await visitor.get(path());
    expect(answer.status).toBe(status);
    const csp = answer.headers.get('content-security-policy') ?? '';
    expect(csp.split(';')).toEqual(
      expect.arrayContaining([
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]),
    );
    expect(csp).not.toContain('unsafe');
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
  });

  it('hold no inline script, style or handler and name no foreign address', async () => {
    const token = await (await givenWellhub(app, world)).token({ email: 'ana@example.com' });
    for (const page of [`join?token=${token}`, 'login', 'password']) {
      const { text } = await visitor.get(`/${world.slug}/${page}`);
      expect(text).not.toMatch(/<style|\sstyle=|\son\w+=|<script(?![^>]*\ssrc="\/assets\/)/);
      expect(text).not.toMatch(/(?:href|src|action)="(?!\/|#|mailto:)/);
    }
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another site that claims our origin', { 'Sec-Fetch-Site': 'cross-site', Origin: 'OWN' }],
    ['another origin in an older browser', { Origin: 'https://evil.example' }],
    ["nobody's origin in an older browser", { Origin: 'null' }],
    ['our host under another scheme', { Origin: 'SCHEME' }],
  ])('refuse a form from %s', async (_, headers: Record<string, string>) => {
    const own = { OWN: app.api.origin, SCHEME: app.api.origin.replace('http:', 'https:') };
    const sent = Object.entries(headers).map(([name, value]) => [
      name,
      own[value as keyof typeof own] ?? value,
    ]);
    const answer = await logIn(Object.fromEntries(sent));
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('This form was sent from another site');
  });

  it.each([
    [
      'a modern browser, whose Origin our referrer policy hides',
      { 'Sec-Fetch-Site': 'same-origin', Origin: 'null' },
    ],
    ['a person who typed the address', { 'Sec-Fetch-Site': 'none' }],
    ['an older browser', { Origin: 'OWN' }],
    ['an older browser at PUBLIC_URL', { Origin: 'http://localhost:3000' }],
    ['a program', {}],
  ])('take a form from %s', async (_, headers: Record<string, string>) => {
    const sent = headers['Origin'] === 'OWN' ? { Origin: app.api.origin } : headers;
    expect((await logIn(sent)).status).toBe(401);
  });

  it('let links from other sites in', async () => {
    const headers = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://wellhub.com' };
    expect((await visitor.get(`/${world.slug}/login`, headers)).status).toBe(200);
  });

  it('take small forms only, and nothing but forms', async () => {
    const path = `/${world.slug}/login`;
    expect((await visitor.submit(path, { email: 'x'.repeat(66_000) })).status).toBe(413);
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`f${n}`, 'x']));
    expect((await visitor.submit(path, many)).status).toBe(413);
    const odd = { __proto__: null, 'constructor[x]': 'y', email: '' };
    expect((await visitor.submit(path, odd as never)).status).toBe(401);
    const file = { 'Content-Type': 'multipart/form-data; boundary=x' };
    expect((await visitor.submit(path, { email: 'x' }, file)).status).toBe(415);
    expect(
      (
        await world.admin.post('/admin/v1/token', 'a=b', {
          'Content-Type': 'application/x-www-form-urlencoded',
        })
      ).status,
    ).toBe(415);
  });

  it('answer odd names, values and addresses without a 5xx', async () => {
    for (const slug of [
      '%00',
      '..%2f',
      'Fit',
      '-',
      'a'.repeat(200),
      'wellhub',
      'admin',
      'v1',
      'assets',
    ]) {
      const { status } = await visitor.get(`/${slug}/login`);
      expect([400, 401, 404]).toContain(status);
    }
    const nul = await visitor.submit(`/${world.slug}/login`, {
      email: 'a\u0000@x.com',
      password: '\u0000',
    });
    expect(nul.status).toBe(401);
    const long = await visitor.get(`/${world.slug}/join?token=${'A'.repeat(9_000)}`);
    expect(long.status).toBe(404);
    expect((await visitor.get(`/${world.slug}/join?token[a]=b&token=c&token=d`)).status).toBe(404);
    expect(
      (await visitor.get(`/${world.slug}/code`, { Cookie: 'gatehouse=%zz; ;=;gatehouse' })).status,
    ).toBe(303);
  });

  it('use a __Host- cookie and HSTS where PUBLIC_URL is https', async () => {
    const secure = await startApp({ publicUrl: 'https://join.fit.example' });
    const there = await givenAPartner(secure);
    const email = 'ana@example.com';
    const token = await (await givenWellhub(secure, there)).token({ email });
    const answer = await new Visitor(secure.api).submit(`/${there.slug}/join`, {
      token,
      email,
      password: 'a quiet river at noon',
    });
    const health = await secure.api.get('/health/live');
    await secure.close();
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^__Host-gatehouse=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
    );
    for (const { headers } of [answer, health])
      expect(headers.get('strict-transport-security')).toBe('max-age=31536000');
  });

  it('leave other surfaces without cookies and page headers', async () => {
    const answer = await app.api.get('/wellhub/token', { 'X-Api-Key': 'x' });
    expect(answer.headers.get('content-security-policy')).toBeNull();
  });

  it('name assets by their content: cached for ever there, revalidated elsewhere', async () => {
    const { text } = await visitor.get(`/${world.slug}/login`);
    const [, css = ''] = /href="(\/assets\/gatehouse\.css\?v=[\w-]+)"/.exec(text) ?? [];
    const named = await visitor.get(css);
    expect(named.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(named.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const plain = await visitor.get('/assets/gatehouse.css');
    expect(plain.headers.get('cache-control')).toBe('no-cache');
    const etag = plain.headers.get('etag') ?? '';
    const known = await visitor.get('/assets/gatehouse.css', { 'If-None-Match': etag });
    expect([known.status, known.text]).toEqual([304, '']);
    expect((await visitor.get('/assets/..%2fmain.js')).status).toBe(404);
  });

  it('have an icon, also where a browser requests one by default', async () => {
    const icon = await visitor.get('/favicon.ico');
    expect([icon.status, icon.headers.get('content-type')]).toEqual([200, 'image/x-icon']);
    for (const page of [`/${world.slug}/login`, '/console/desk/log-in', '/sandbox/mail', '/docs'])
      expect([page, (await visitor.get(page)).text]).toEqual([
        page,
        expect.stringMatching(/<link rel="icon"[^>]* href="\/assets\/icon\.svg/),
      ]);
  });
});
