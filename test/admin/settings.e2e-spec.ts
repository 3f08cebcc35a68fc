import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SETTINGS_WORDS } from '../../src/console/settings/settings-words.js';
import { pngOf } from '../support/png.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('what a partner sets', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  it.each(['partner', 'gym'])(
    'C-49 a change of a %s that another caller changed meanwhile is refused with 412 and changes nothing',
    async (kind) => {
      const path =
        kind === 'gym' ? `/admin/v1/gyms/${world.gymId}` : `/admin/v1/partners/${world.partnerId}`;
      const seen = (await world.admin.get(path)).headers.get('etag') ?? '';
      expect(seen).toMatch(/^"[\w-]{22}"$/);
      const first = await world.admin.patch(path, { name: `First ${kind}` }, { 'If-Match': seen });
      expect(first.status).toBe(200);
      expect(first.headers.get('etag')).not.toBe(seen);
      const late = await world.admin.patch(path, { name: 'Late' }, { 'If-Match': seen });
      expect([late.status, late.body.code]).toEqual([412, 'if-match.changed']);
      expect(late.headers.get('content-type')).toContain('application/problem+json');
      const now = await world.admin.get(path);
      expect([now.body.name, now.headers.get('etag')]).toEqual([
        `First ${kind}`,
        first.headers.get('etag'),
      ]);
      // Weak by the way, one of several, any, and none at all.
      const tag = now.headers.get('etag');
      for (const header of [`W/${tag}`, `"other", ${tag}`, '*', undefined]) {
        const headers = header === undefined ? {} : { 'If-Match': header };
        expect((await world.admin.patch(path, {}, headers)).status).toBe(200);
      }
    },
  );

  it('C-49 of parallel changes that saw the same state one is made', async () => {
    for (const path of [`/admin/v1/gyms/${world.gymId}`, `/admin/v1/partners/${world.partnerId}`]) {
      const seen = (await world.admin.get(path)).headers.get('etag') ?? '';
      const tries = Array.from({ length: 6 }, (_, at) =>
        world.admin.patch(path, { name: `Parallel ${at}` }, { 'If-Match': seen }),
      );
      const statuses = (await Promise.all(tries)).map(({ status }) => status);
      expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    }
  });

  it('C-55 says what is kept how long, from when on, and what stays', async () => {
    const path = `/admin/v1/partners/${world.partnerId}/data-retention`;
    const { items } = (await world.admin.get(path)).body;
    const byName = Object.fromEntries(
      items.map(({ data, ...kept }: { data: string }) => [data, Object.values(kept)]),
    );
    expect(byName).toMatchObject({
      'access-codes': ['PT25H', 'CREATED'],
      'audit-log': ['P2Y', 'CREATED'],
      'check-ins': [null, null],
      customers: [null, null],
      deliveries: ['P90D', 'CREATED'],
      events: ['P30D', 'CREATED'],
      'gate-decisions': ['P90D', 'CREATED'],
      mails: ['P7D', 'CREATED'],
      sessions: ['PT0S', 'ENDED'],
      'staff-sessions': ['PT0S', 'ENDED'],
      'usage-events': ['P400D', 'CREATED'],
      'webhook-bodies': [`P${app.settings.rawPayloadDays}D`, 'CREATED'],
    });
    for (const { retention } of Object.values(SETTINGS_WORDS))
      expect(Object.keys(retention.data).sort()).toEqual(Object.keys(byName).sort());
    const other = await givenAPartner(app, { connection: false });
    expect((await other.admin.get(path)).status).toBe(404);
    const reader = await world.keyed(['STUDIO_READ']);
    expect((await reader.get(path)).status).toBe(403);
  });

  describe('the brand', () => {
    const path = (end = '') => `/admin/v1/partners/${world.partnerId}/brand${end}`;
    const page = async () => (await app.api.get(`/${world.slug}/login`)).text;
    const put = (file: Buffer, type = 'image/png') =>
      world.admin.put(path('/logo'), file, { 'Content-Type': type });

    it('C-50 is ours until a partner has a colour of its own, which all its pages load', async () => {
      const none = await world.admin.get(path());
      expect(none.body).toEqual({
        accentColor: null,
        textColor: 'WHITE',
        contrast: null,
        contrasts: null,
        shortName: null,
        logo: null,
      });
      expect(await page()).not.toContain('brand.css');
      expect((await app.api.get(`/${world.slug}/brand.css`)).status).toBe(404);
      const values = { accentColor: '8A1C7C', shortName: 'Centro' };
      const { status, body } = await world.admin.put(path(), values);
      expect([status, body.accentColor, body.contrast]).toEqual([200, '#8a1c7c', 8.27]);
      expect(body.contrasts).toEqual({ WHITE: 8.27, BLACK: 2.53 });
      for (const name of ['login', 'password', 'kiosk'])
        expect((await app.api.get(`/${world.slug}/${name}`)).text).toMatch(
          /<link rel="stylesheet" href="\/[\w-]+\/brand\.css\?v=[\w-]{16}"\/?>/,
        );
      expect(await page()).toContain('<span class="brand-name">Centro</span>');
      expect((await world.admin.put(path(), {})).body).toEqual(none.body);
      expect(await page()).not.toContain('brand.css');
    });

    it('C-50 the stylesheet is kept for ever under its version, and has another one with another colour', async () => {
      const sheet = async () => /href="([^"]+brand\.css[^"]+)"/.exec(await page())?.[1] ?? '';
      await world.admin.put(path(), { accentColor: '#8a1c7c' });
      const first = await sheet();
      const { headers, text } = await app.api.get(first);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(headers.get('content-type')).toBe('text/css; charset=utf-8');
      expect(text).toContain('--fill:#8a1c7c;');
      expect(text).not.toContain('<');
      const other = await app.api.get(first.replace(/v=.*/, 'v=older'));
      expect([other.headers.get('cache-control'), other.text]).toEqual(['no-cache', text]);
      const etag = other.headers.get('etag') ?? '';
      const known = await app.api.get(first, { 'If-None-Match': etag });
      expect([known.status, known.text]).toEqual([304, '']);
      await world.admin.put(path(), { accentColor: '#123456' });
      expect(await sheet()).not.toBe(first);
    });

    it('C-51 a colour on which the text could not be read is refused in words, with the ratio and a way out', async () => {
      await world.admin.put(path(), { accentColor: '#123456' });
      const refused = await world.admin.put(path(), { accentColor: '#ffcc00' });
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, '/accentColor']);
      expect(refused.body.detail).toContain('1.51:1');
      expect(refused.body.detail).toContain('4.5:1');
      expect(refused.body.detail).toContain('textColor BLACK (13.88:1)');
      expect((await world.admin.get(path())).body.accentColor).toBe('#123456');
      const black = await world.admin.put(path(), { accentColor: '#fc0', textColor: 'BLACK' });
      expect([black.status, black.body.contrast]).toEqual([200, 13.88]);
      const dark = await world.admin.put(path(), { accentColor: '#123456', textColor: 'BLACK' });
      expect([dark.status, dark.body.detail]).toEqual([400, expect.stringContaining('lighter')]);
    });

    it.each([
      [{ accentColor: 'green' }, '/accentColor'],
      [{ accentColor: '#fff;}body{display:none' }, '/accentColor'],
      [{ accentColor: 7 }, '/accentColor'],
      [{ accentColor: '#123456', textColor: 'RED' }, '/textColor'],
      [{ shortName: '' }, '/shortName'],
      [{ shortName: 'x'.repeat(31) }, '/shortName'],
      [{ logo: 'x' }, '/logo'],
    ])('C-51 the brand %j is refused, and %s named', async (body, pointer) => {
      const refused = await world.admin.put(path(), body);
      expect([refused.status, refused.body.errors[0].pointer]).toEqual([400, pointer]);
    });

    it('C-49 a brand that another caller changed meanwhile is not overwritten', async () => {
      const seen = (await world.admin.get(path())).headers.get('etag') ?? '';
      await world.admin.put(path(), { accentColor: '#222222' });
      const late = await world.admin.put(path(), {}, { 'If-Match': seen });
      expect([late.status, late.body.code]).toEqual([412, 'if-match.changed']);
    });

    it('C-52 a logo is shown on all pages from a public address, whatever its name or header', async () => {
      const { status, body } = await put(LOGO, 'application/pdf');
      expect(status).toBe(200);
      expect(body.logo).toMatchObject({
        mediaType: 'image/png',
        size: LOGO.length,
        width: 40,
        height: 20,
      });
      const { pathname, search } = new URL(body.logo.url);
      expect(await page()).toContain(
        `<img class="brand-logo" src="${pathname}${search}" alt width="40"`,
      );
      const raw = await fetch(`${app.api.origin}${pathname}${search}`);
      expect(Buffer.from(await raw.arrayBuffer()).equals(LOGO)).toBe(true);
      expect(raw.headers.get('content-type')).toBe('image/png');
      expect(raw.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(raw.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
      expect(raw.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect((await world.admin.put(path(), { accentColor: '#333333' })).body.logo).toEqual(
        body.logo,
      );
      expect((await world.admin.delete(path('/logo'))).status).toBe(204);
      const again = await world.admin.delete(path('/logo'));
      expect([again.status, again.body.code]).toEqual([404, 'brand.no-logo']);
      expect((await app.api.get(pathname)).status).toBe(404);
      expect(await page()).not.toContain('brand-logo');
    });

    it('C-52 a file that is no picture, or too large in bytes or pixels, is refused and changes nothing', async () => {
      await put(LOGO);
      const cases = [
        [Buffer.alloc(0), 400, 'request.invalid'],
        [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'brand.logo-unsupported'],
        [Buffer.from('%PDF-1.7'), 415, 'brand.logo-unsupported'],
        [LOGO.subarray(0, 12), 415, 'brand.logo-unsupported'],
        [Buffer.of(0xff, 0xd8, 0xff, 0xe0), 415, 'brand.logo-unsupported'],
        [pngOf(2_001, 20), 400, 'request.invalid'],
        [pngOf(15, 15), 400, 'request.invalid'],
        [Buffer.concat([LOGO, Buffer.alloc(512 * 1024)]), 413, 'brand.logo-too-large'],
        [Buffer.alloc(6 * 1024 * 1024), 413, 'request.too-large'],
      ] as const;
      for (const [file, status, code] of cases) {
        const refused = await put(file);
        expect([file.length, refused.status, refused.body.code]).toEqual([
          file.length,
          status,
          code,
        ]);
      }
      expect((await world.admin.get(path())).body.logo.size).toBe(LOGO.length);
    });

    it('C-50 belongs to its partner, and to its administrators only', async () => {
      const other = await givenAPartner(app, { connection: false });
      const reader = await world.keyed(['STUDIO_WRITE']);
      for (const end of ['', '/logo']) {
        expect((await other.admin.put(path(end), {})).status).toBe(404);
        expect((await reader.put(path(end), {})).status).toBe(403);
      }
      expect((await other.admin.get(path())).status).toBe(404);
      expect((await app.api.get(`/${other.slug}/logo`)).status).toBe(404);
    });
  });
});

const LOGO = pngOf(40, 20);
