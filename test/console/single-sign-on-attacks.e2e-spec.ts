import type { ServerResponse } from 'node:http';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { HostileIssuer, type Hostility } from '../support/hostile-issuer.js';
import { ANA, providerPath, REDIRECT_URI, SignOnStage } from '../support/sign-on-stage.js';
import { StaffStage } from '../support/staff-stage.js';
import { textOf, type Visitor } from '../support/visitor.js';
import type { World } from '../support/world.js';
import { UNKNOWN_HOST } from '../support/unknown-host.js';

describe('single sign-on under attack', () => {
  let stage: SignOnStage;

  beforeAll(async () => {
    stage = await SignOnStage.open();
  });
  afterAll(() => stage.close());

  it('C-24 shows one page for an unknown name, and for a gym without a provider', async () => {
    const slug = await stage.slugOf(stage.staff.world);
    const pages = await Promise.all(
      [slug, 'no-such-gym', 'a.b'].map((name) => stage.browser().get(`/console/login/${name}`)),
    );
    expect(pages.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(new Set(pages.map(({ text }) => text)).size).toBe(1);
    const started = await stage.browser().get(`/console/login/${slug}/start`);
    expect([started.status, started.text]).toEqual([404, pages[0]?.text]);
    const typed = await stage.browser().submit('/console/single-sign-on', { name: '<b>' });
    expect([typed.status, typed.text]).toEqual([422, expect.stringContaining('value="&lt;b>"')]);
  });

  describe('C-91 a log-in that came back', () => {
    let world: World;
    let slug: string;
    const begin = async () => {
      const browser = stage.browser();
      const to = await stage.start(browser, `/console/login/${slug}/start`);
      return { browser, back: await stage.provider.visit(to, ANA) };
    };
    const expectRefused = async (browser: Visitor, address: string, status: number) => {
      const answer = await stage.comeBack(browser, address);
      expect([answer.status, answer.text]).toEqual([
        status,
        expect.stringContaining('You could not be logged in'),
      ]);
      expect(browser.cookie('gatehouse-console')).toBeUndefined();
      for (const code of new URL(address).searchParams.getAll('code'))
        expect(answer.text).not.toContain(code);
    };
    const withQuery = (address: string, change: (query: URLSearchParams) => void) => {
      const url = new URL(address);
      change(url.searchParams);
      return url.href;
    };

    beforeAll(async () => {
      ({ world, slug } = await stage.aWorld());
    });

    it('counts once', async () => {
      const { browser, back } = await begin();
      expect((await stage.comeBack(browser, back)).status).toBe(200);
      const replay = stage.browser();
      await expectRefused(replay, back, 410);
      const again = stage.browser();
      again.setCookie('gatehouse-sign-on', browser.cookie('gatehouse-sign-on') ?? 'x'.repeat(43));
      await expectRefused(again, back, 410);
      expect(await stage.statusAt(world, browser)).toBe(200);
    });

    it('counts once of two that come at the same time', async () => {
      const { browser, back } = await begin();
      const twin = stage.browser();
      twin.setCookie('gatehouse-sign-on', browser.cookie('gatehouse-sign-on') ?? '');
      const answers = await Promise.all([
        stage.comeBack(browser, back),
        stage.comeBack(twin, back),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 410]);
    });

    it('counts in its own browser and with its own state only', async () => {
      const [mine, theirs] = [await begin(), await begin()];
      await expectRefused(stage.browser(), mine.back, 410);
      await expectRefused(mine.browser, theirs.back, 410);
      const state = new URL(theirs.back).searchParams.get('state') ?? '';
      const swapped = withQuery(mine.back, (query) => query.set('state', state));
      await expectRefused(mine.browser, swapped, 410);
      await expectRefused(
        mine.browser,
        withQuery(mine.back, (query) => query.delete('state')),
        410,
      );
      // None of that has used it up.
      expect((await stage.comeBack(mine.browser, mine.back)).status).toBe(200);
    });

    it('takes no code of another person, no other issuer, and no second value', async () => {
      for (const change of [
        (query: URLSearchParams, code: string) => query.set('code', code),
        (query: URLSearchParams) => query.set('code', 'invented'),
        (query: URLSearchParams) => query.delete('code'),
        (query: URLSearchParams) => query.append('code', 'second'),
        (query: URLSearchParams) => query.append('state', 'second'),
        (query: URLSearchParams) => query.set('iss', 'https://other.example.com'),
        (query: URLSearchParams) => query.delete('iss'),
      ]) {
        const [mine, theirs] = [await begin(), await begin()];
        const code = new URL(theirs.back).searchParams.get('code') ?? '';
        await expectRefused(
          mine.browser,
          withQuery(mine.back, (query) => change(query, code)),
          401,
        );
        await stage.app.sql('delete from login_failures');
      }
    });

    it('says so when the provider says no', async () => {
      const { browser, back } = await begin();
      const denied = withQuery(back, (query) => {
        query.delete('code');
        query.set('error', 'access_denied');
        query.set('error_description', '<script>alert(1)</script>');
      });
      await expectRefused(browser, denied, 401);
      const log = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
      expect(log.text).toContain('access_denied');
      expect(log.text).not.toContain('<script>');
    });

    it('has ended after ten minutes, and when the provider was changed meanwhile', async () => {
      const [late, changed] = [await begin(), await begin()];
      await world.admin.put(providerPath(world), { ...stage.settings(), required: false });
      await expectRefused(changed.browser, changed.back, 410);
      await stage.app.sql('update staff_sign_ons set expires_at = clock_timestamp()');
      await expectRefused(late.browser, late.back, 410);
    });

    it('leads nowhere but to our own pages', async () => {
      const { browser, back } = await begin();
      const planted = withQuery(back, (query) => {
        for (const name of ['next', 'return_to', 'url', 'redirect_uri'])
          query.set(name, 'https://evil.example.com');
      });
      const answer = await stage.comeBack(browser, planted);
      expect(answer.text).not.toContain('evil.example.com');
    });

    it('locks a network after ten that prove nothing, at that partner alone', async () => {
      const evil = { 'X-Forwarded-For': '203.0.113.9' };
      const visit = async () => {
        const browser = stage.browser(evil);
        const answer = await browser.get(`/console/login/${slug}/start`);
        if (answer.status !== 303) return answer;
        const state = new URL(answer.headers.get('location') ?? '').searchParams.get('state');
        return stage.comeBack(
          browser,
          `${REDIRECT_URI}?code=guess&state=${state}&iss=${stage.provider.issuer}`,
        );
      };
      const statuses = [];
      for (let tries = 0; tries < 11; tries += 1) statuses.push((await visit()).status);
      expect(statuses).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
      const { browser, back } = await begin();
      expect((await stage.comeBack(browser, back)).status).toBe(200);
      const other = await stage.aWorld();
      expect((await stage.browser(evil).get(`/console/login/${other.slug}/start`)).status).toBe(
        303,
      );
      const log = await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log`);
      expect(log.text).toContain('staff.sign-on-locked');
    });
  });

  describe('C-92 an issuer that is hostile, wrong or away', () => {
    let hostile: HostileIssuer;
    let world: World;
    let slug: string;

    beforeAll(async () => {
      hostile = await HostileIssuer.open();
    });
    afterAll(() => hostile.close());
    /** What was read of an issuer is known for minutes, so each one is new. */
    beforeEach(async () => {
      hostile.hostility = {};
      ({ world, slug } = await stage.aWorld({ issuer: hostile.issuer }));
    });

    const attempt = async (hostility: Hostility, nonce?: string) => {
      hostile.hostility = hostility;
      const browser = stage.browser();
      const answer = await browser.get(`/console/login/${slug}/start`);
      if (answer.status !== 303) return { browser, answer };
      const to = new URL(answer.headers.get('location') ?? '');
      hostile.nonce = nonce ?? to.searchParams.get('nonce') ?? '';
      const state = to.searchParams.get('state');
      return {
        browser,
        answer: await stage.comeBack(browser, `${REDIRECT_URI}?code=c&state=${state}`),
      };
    };
    const codes = async () =>
      (
        await stage.app.sql<{ object: string }>(
          `select object from audit_log where action = 'staff.sign-on-failed' and partner_id = $1 order by id`,
          [world.partnerId],
        )
      ).map(({ object }) => object);
    const now = () => Math.floor(Date.now() / 1_000);

    it('takes what it should, within a minute of clock', async () => {
      for (const off of [0, -50, 50]) {
        const claims = { iat: now() + off, nbf: now() + off, exp: now() + off + 5 };
        expect((await attempt({ claims })).answer.status).toBe(200);
      }
      expect(await codes()).toEqual([]);
    });

    it.each<[string, () => Hostility]>([
      ['another issuer', () => ({ claims: { iss: 'https://other.example.com' } })],
      ['another audience', () => ({ claims: { aud: 'other' } })],
      [
        'several audiences and another party',
        () => ({ claims: { aud: ['gatehouse', 'x'], azp: 'x' } }),
      ],
      ['no nonce', () => ({ claims: { nonce: undefined } })],
      ['another nonce', () => ({ claims: { nonce: 'x'.repeat(43) } })],
      ['no signature', () => ({ isUnsigned: true })],
      [
        'no signature, as its document allows',
        () => ({
          isUnsigned: true,
          document: { id_token_signing_alg_values_supported: ['none', 'RS256'] },
        }),
      ],
      ['a signature of another key', () => ({ isForged: true })],
      [
        'a symmetric signature',
        () => ({
          header: { alg: 'HS256' },
          document: { id_token_signing_alg_values_supported: ['HS256'] },
        }),
      ],
      ['an unknown key', () => ({ header: { kid: 'two' } })],
      ['a time that has passed', () => ({ claims: { iat: now() - 900, exp: now() - 120 } })],
      ['a time to come', () => ({ claims: { nbf: now() + 300 } })],
      ['no expiry', () => ({ claims: { exp: undefined } })],
      ['no subject', () => ({ claims: { sub: undefined } })],
      ['a subject that is none', () => ({ claims: { sub: 5 } })],
      ['a subject that cannot be stored', () => ({ claims: { sub: 'a\u0000b' } })],
      ['a subject without end', () => ({ claims: { sub: 'x'.repeat(300) } })],
    ])('refuses a token with %s', async (_, hostility) => {
      const { browser, answer } = await attempt(hostility());
      expect([answer.status, browser.cookie('gatehouse-console')]).toEqual([401, undefined]);
      expect(await stage.staffOf(world)).toEqual([]);
      expect(await codes()).toHaveLength(1);
      await stage.app.sql('delete from login_failures');
    });

    it('reads odd claims as none', async () => {
      const odd = { name: { a: 1 }, email: 'no address', locale: 7, amr: 'mfa' };
      expect((await attempt({ claims: { ...odd, groups: 'desk' } })).answer.status).toBe(200);
      expect(await stage.staffOf(world)).toEqual([
        expect.objectContaining({ name: 'eve', email: null, role: 'FRONT_DESK' }),
      ]);
      for (const groups of [null, 7, [7, {}], { desk: true }, [['desk']], '__proto__'])
        expect((await attempt({ claims: { groups } })).answer.status).toBe(401);
    });

    const page = (status: number, text: string, headers = {}) => ({
      '/token': (_: unknown, response: ServerResponse) =>
        void response.writeHead(status, headers).end(text),
    });
    const json = { 'Content-Type': 'application/json' };

    it.each<[string, NonNullable<Hostility['answer']>]>([
      ['a page', page(200, '<html>')],
      ['no token', page(200, '{}', json)],
      ['an error', page(400, '{"error":"invalid_grant"}', json)],
      ['an odd error', page(401, '{"error":"<script>"}', json)],
      ['a fault', page(500, 'oops')],
      ['a redirect', page(302, '', { Location: 'http://127.0.0.1:9/' })],
      ['half an answer', page(200, '{"access', { ...json, 'Content-Length': '900' })],
      ['too much', page(200, 'x'.repeat(600 * 1024), json)],
      ['a closed connection', { '/token': (request) => void request.socket.destroy() }],
    ])('refuses a token endpoint with %s', async (_, answer) => {
      const result = await attempt({ answer });
      expect([result.answer.status, textOf(result.answer.text)]).toEqual([
        401,
        expect.stringContaining('You could not be logged in'),
      ]);
      expect(result.answer.text).not.toContain('script>');
      await stage.app.sql('delete from login_failures');
    });

    it('waits for a slow one no longer than five seconds', async () => {
      const startedAt = performance.now();
      const { answer } = await attempt({
        answer: { '/token': (_, response) => void response.write('{') },
      });
      expect([answer.status, textOf(answer.text)]).toEqual([
        401,
        expect.stringContaining('did not answer'),
      ]);
      expect(performance.now() - startedAt).toBeLessThan(15_000);
    });

    it.each<[string, Hostility, string]>([
      ['names another issuer', { document: { issuer: 'https://x.example.com' } }, 'NOT_A_PROVIDER'],
      [
        'sends people to something else',
        { document: { authorization_endpoint: 'javascript:alert(1)' } },
        'OK',
      ],
      ['has no place to send people', { document: { authorization_endpoint: undefined } }, 'OK'],
      [
        'is no document',
        {
          answer: { '/.well-known/openid-configuration': (_, response) => void response.end('hi') },
        },
        'NOT_A_PROVIDER',
      ],
    ])('refuses one whose document %s', async (_, hostility, result) => {
      hostile.hostility = hostility;
      expect((await world.admin.post(`${providerPath(world)}/test`)).body.result).toBe(result);
      const { answer } = await attempt(hostility);
      expect([answer.status, answer.headers.get('location')]).toEqual([401, null]);
    });

    it('is called at no private address where only public ones are allowed', async () => {
      const guarded = await StaffStage.open({ sandbox: false, outgoingUrls: 'public' });
      const answer = await guarded.world.admin.put(providerPath(guarded.world), {
        ...stage.settings(),
        issuer: 'https://169.254.169.254/',
      });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/issuer']);
      const plain = { ...stage.settings(), issuer: 'http://id.example.com' };
      expect((await guarded.world.admin.put(providerPath(guarded.world), plain)).status).toBe(400);
      await guarded.world.admin.put(providerPath(guarded.world), {
        ...stage.settings(),
        issuer: `https://${UNKNOWN_HOST}/`,
      });
      const test = () => guarded.world.admin.post(`${providerPath(guarded.world)}/test`);
      expect((await test()).body).toEqual({ result: 'UNREACHABLE', detail: 'ENOTFOUND' });
      await guarded.app.sql(`update staff_identity_providers set issuer = 'https://127.0.0.1/'`);
      expect((await test()).body).toEqual({ result: 'NOT_A_PROVIDER', detail: 'FORBIDDEN_URL' });
      await guarded.close();
    });
  });
});
