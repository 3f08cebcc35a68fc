import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { createDatabase } from '../support/databases.js';
import { OddStage } from '../support/odd-stage.js';
import { plantedIn } from '../support/planted.js';
import { DatabaseProxy } from '../support/proxy.js';
import { isIncomplete, Replica } from '../support/replica.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { ROUTES, SecretsAtEveryRoute } from '../support/secrets-at-every-route.js';
import { WatchingApi } from '../support/watching-api.js';
import { eventually } from '../support/eventually.js';

const PLENTY = {
  RATE_LIMIT_PER_MINUTE: '100000',
  RATE_LIMIT_DOOR_PER_MINUTE: '100000',
  ANONYMOUS_LIMIT_PER_MINUTE: '100000',
};

/** What is refused whatever is sent here: for want of a file, a mail, an event in the right state, or a Wellhub. */
const REFUSED = new RegExp(
  [
    '/:slug/(confirm|brand.css|logo)$',
    // Of people: a key has no account; and of what this partner does not have.
    '/admin/v1/(me|events|wellhub-events|installation/staff/:id)(/|$)',
    '/(brand/logo|reconciliation/preview)$',
    // A screen says what the administration, which is called above, refuses.
    '^(POST|PUT) /console/(?!desk/)',
    '^GET /console/(login/:slug|single-sign-on)',
    '/admin/v1/(alerts|installation/alerts|bookings|check-ins|deliveries)/',
    '/(document|photo|cover-photo|direct-debit-document|restriction)$',
    '/(setup|reconciliation|replay|reject|accept|complete)$',
    '(mail-templates/:name|test-mail)$',
    '/missing-webhooks/:id/probe$',
    '/(timeline/:entryId|statistics|wellhub-events/:id/body)$',
    '^DELETE /admin/v1/partners/:partnerId$',
    '/Api/(Files/|Users/(ClubVisits|User|SignUpWithFacebook)$)',
    '/aggregator/checkin-validation$',
    '/(assets/:name|docs/ui/:version/:name|sandbox/facebook/me|v1/\\*)$',
    '/console/desk/:gymId/check-ins/:id/validate$',
    '/console/(invitation|new-password)$',
    '^POST /console/login$',
    // Its person is removed before.
    '^DELETE /admin/v1/staff/:id/sessions$',
    // Their gym and member are removed before; and what is named is one of several.
    '^DELETE /admin/v1/(gyms/:gymId/access-policy|access-rules/:id|passes/:id)$',
    '/access-(rules/order|policy/check)$',
    '/cid/',
    '/devices/:id/open$',
    '/wellhub/(users/cancel|users/change|webhooks|webhooks/:event)$',
  ].join('|'),
);

describe('the log of a process that received every secret at every route', () => {
  let replica: Replica;
  let proxy: DatabaseProxy;
  let pool: pg.Pool;
  let secrets: SecretsAtEveryRoute;
  let api: WatchingApi;

  beforeAll(async () => {
    const url = await createDatabase();
    proxy = await DatabaseProxy.before(url);
    replica = await Replica.start(proxy.url, {
      LOG_LEVEL: 'debug',
      ACCESS_LOG: 'all',
      SANDBOX: 'on',
      WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:1',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'gatehouse-logs-')),
      TRUST_PROXY: '127.0.0.1',
      ...PLENTY,
    });
    pool = new pg.Pool({ connectionString: url, max: 2 });
    api = new WatchingApi(replica.origin);
    const stage = await OddStage.open({
      api,
      operator: api.withKey(OPERATOR_KEY),
      sql: async (text, values = []) => (await pool.query(text, values)).rows,
    });
    secrets = new SecretsAtEveryRoute(api, stage);
    await secrets.send();
  });
  afterAll(async () => {
    await replica.kill();
    await pool.end();
    await proxy.close();
  });

  /** Routes with an answer of one of these classes. */
  const answered = async (classes: string): Promise<string[]> => {
    const { text } = await api.get('/metrics');
    const counts = new RegExp(
      `^gatehouse_request_seconds_count{method="(\\w+)",route="([^"]+)",status="[${classes}]`,
      'gm',
    );
    return [...text.matchAll(counts)].map(([, method, route]) => `${method} ${route}`);
  };

  it('received requests at every route, and nearly all answered with success', async () => {
    const known = new Set(await answered('2345'));
    expect(ROUTES.filter((route) => !known.has(route))).toEqual([]);
    const good = new Set(await answered('23'));
    expect(
      ROUTES.filter((route) => !good.has(route)).filter((route) => !REFUSED.test(route)),
    ).toEqual([]);
  });

  it('W-69 O-52 received them while the database was away, too, and stored what waited', async () => {
    const card = await secrets.knownPerson();
    await proxy.refuse();
    await secrets.sendWithoutDatabase(card);
    await proxy.pass();
    for (const text of [
      'people are admitted without',
      'admissions of the spool',
      'webhooks of the spool',
    ])
      expect(await eventually(async () => replica.log.includes(text), Boolean)).toBe(true);
  });

  it('K-40 is one JSON object per line, each with its time, severity and origin', () => {
    expect(replica.lines.length).toBeGreaterThan(ROUTES.length);
    expect(replica.lines.filter(isIncomplete)).toEqual([]);
  });

  it('K-43 has a line for every route, by its template', () => {
    const logged = new Set(
      replica.lines.map(({ method, route }) => `${String(method)} ${String(route)}`),
    );
    expect(ROUTES.filter((route) => !logged.has(route))).toEqual([]);
  });

  it('W-69 U-8 holds nothing of what was planted', () => {
    expect(plantedIn(replica.log)).toEqual([]);
  });

  it('W-69 U-8 holds no code, token, key, link or cookie that was issued', () => {
    expect(api.issued.size).toBeGreaterThan(40);
    expect([...api.issued].filter((secret) => replica.log.includes(secret))).toEqual([]);
  });
});
