import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { canonicalTimeZone } from '../../src/platform/values/time-zones.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World } from '../support/world.js';

describe('the values of /admin/v1', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  it.each([
    ['name', undefined, 'is required'],
    ['name', null, 'is required'],
    ['name', '', 'must not be empty'],
    ['name', ' \u2028\u200b', 'must not be blank'],
    ['name', 7, 'must be a text'],
    ['name', 'x'.repeat(201), 'must have at most 200 characters'],
    ['name', 'a\u0007', 'must not hold control characters'],
    ['name', 'a\ud83d', 'must not hold a NUL character or half of a character pair'],
    [
      'usageEventTypes',
      ['ok', '\udc00'],
      'must not hold a NUL character or half of a character pair',
    ],
    ['usageEventTypes', ['ok', 7], 'has an entry that must be a text'],
    [
      'slug',
      'No Slug',
      'must be small letters, digits and inner hyphens, and no address of ours such as admin or docs',
    ],
    [
      'timeZone',
      'EST',
      'must be an IANA time zone such as America/Sao_Paulo: an abbreviation may mean several zones',
    ],
    ['supportEmail', 'a..b@x.com', 'must be an e-mail address such as ana@example.com'],
    ['locale', 'fr', 'must be en, pt, es or de'],
    ['multiOffer', 'yes', 'must be true or false'],
    ['constructor', 1, 'is not a known field'],
    ['toString', 1, 'is not a known field'],
    ['__proto__x', 1, 'is not a known field'],
    ['hasOwnProperty', { a: 1 }, 'is not a known field'],
  ])('answers for %s %j that it %s', async (name, value, sentence) => {
    const body = { name: 'A', slug: 'a', [name]: value };
    const answer = await app.operator.post('/admin/v1/partners', body);
    const { errors = [] } = answer.body as { errors?: { pointer: string; detail: string }[] };
    const [{ pointer, detail } = {}, ...others] = errors;
    expect([answer.status, others]).toEqual([400, []]);
    expect([pointer?.split('/')[1], detail]).toEqual([name, sentence]);
  });

  it.each([
    ['accessCodes', 'constructor'],
    ['location', 'valueOf'],
  ])('refuses unknown fields inside %s also when they are called %s', async (name, strange) => {
    const patch = { [name]: { longitude: 1, latitude: 1, [strange]: 1 } };
    const inside = name === 'accessCodes' ? { [name]: { enabled: true, [strange]: 1 } } : patch;
    const { status, body } = await world.admin.patch(`/admin/v1/gyms/${world.gymId}`, inside);
    expect([status, body.errors]).toEqual([
      400,
      [{ pointer: `/${name}/${strange}`, detail: 'is not a known field' }],
    ]);
  });

  it.each([
    [' https://x.com/join', 'https://x.com/join'],
    ['https://x.com/join\n', 'https://x.com/join'],
    ['https:x.com', 'https://x.com/'],
    [
      'HTTPS://X.com/A?b={origin}&c={country}#{status}',
      'https://x.com/A?b={origin}&c={country}#{status}',
    ],
    ['https://{country}.x.com/{origin}', 'https://{country}.x.com/{origin}'],
    ['https://münchen.de/join', 'https://xn--mnchen-3ya.de/join'],
  ])('stores the address %j as %s', async (typed, stored) => {
    const path = `/admin/v1/partners/${world.partnerId}`;
    const { status, body } = await world.admin.patch(path, { signUpUrl: typed, logInUrl: typed });
    const shown = { signUpUrl: stored, logInUrl: stored };
    expect({ status, body }).toMatchObject({ status: 200, body: shown });
    await world.admin.patch(path, { signUpUrl: null, logInUrl: null });
  });

  it('takes merge patches under their own media type, and nothing else under it', async () => {
    const headers = { 'Content-Type': 'application/merge-patch+json; charset=utf-8' };
    const path = `/admin/v1/partners/${world.partnerId}`;
    expect((await world.admin.patch(path, { name: 'Patched' }, headers)).body.name).toBe('Patched');
    const posted = await app.operator.post('/admin/v1/partners', { name: 'A', slug: 'a' }, headers);
    expect(posted.status).toBe(415);
  });

  it.each(['[]', '{}', '', 'null'])('takes %j for a body that may be left out', async (body) => {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    const { id } = (await world.admin.post(path, { name: 'k', scopes: ['CUSTOMER_READ'] })).body;
    const rotated = await world.admin.post(`/admin/v1/api-keys/${id}/rotate`, body);
    expect([rotated.status, rotated.text]).toEqual([201, expect.any(String)]);
  });

  it.each(['0012345678905', '００１２３４５６７８９０５', ' 001 234 567 8905\u200b'])(
    'reads the digits of the id %j as a person types them',
    async (typed) => {
      const path = `/admin/v1/partners/${world.partnerId}/customers`;
      const [{ id = 0 } = {}] = (await world.admin.get(`${path}?gympassId=0012345678905`)).body
        .items as { id: number }[];
      const { status, body } = await (id === 0
        ? world.admin.post(path, { gympassId: typed })
        : world.admin.patch(`/admin/v1/customers/${id}`, { gympassId: typed }));
      expect([status < 300, body.gympassId]).toEqual([true, '0012345678905']);
      const found = await world.admin.get(`${path}?gympassId=${encodeURIComponent(typed)}`);
      expect(found.body.items).toHaveLength(1);
    },
  );

  it('reads the digits of a gym’s id the same way, and no sign as none', async () => {
    const patch = (wellhubGymId: string) =>
      world.admin.patch(`/admin/v1/gyms/${world.gymId}`, { wellhubGymId });
    expect((await patch('\uff14\uff11 7\n')).body.wellhubGymId).toBe('417');
    const { status, body } = await patch('-417');
    expect([status, body.errors[0].detail]).toEqual([400, 'must be digits']);
  });

  describe('time zones', () => {
    const gymPath = () => `/admin/v1/gyms/${world.gymId}`;
    const partnerPath = () => `/admin/v1/partners/${world.partnerId}`;

    it.each([
      ['US/Pacific-New', 'America/Los_Angeles'],
      ['Asia/Calcutta', 'Asia/Kolkata'],
      ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
      ['america/sao_paulo', 'America/Sao_Paulo'],
      [' Europe/Kiev', 'Europe/Kyiv'],
      ['Zulu', 'UTC'],
      ['etc/gmt+3', 'Etc/GMT+3'],
      ['Japan', 'Asia/Tokyo'],
    ])('keep %s as %s, of gyms and partners', async (typed, stored) => {
      const gym = await world.admin.patch(gymPath(), { timeZone: typed });
      expect([gym.status, gym.body.timeZone]).toEqual([200, stored]);
      const partner = await world.admin.patch(partnerPath(), { timeZone: typed });
      expect([partner.status, partner.body.timeZone]).toEqual([200, stored]);
      const made = await world.admin.post(`${partnerPath()}/gyms`, { name: 'Z', timeZone: typed });
      expect([made.status, made.body.timeZone]).toEqual([201, stored]);
    });

    it.each([
      'IST',
      'BST',
      'ART',
      'AGT',
      'BET',
      'SST',
      'EST',
      'MST',
      'CET',
      'GMT+5',
      '+03:00',
      'posix/UTC',
      'Mars/Base',
      'SystemV/AST4',
      '',
    ])('refuse %j with a sentence', async (timeZone) => {
      for (const path of [gymPath(), partnerPath()]) {
        const { status, body } = await world.admin.patch(path, { timeZone });
        expect([status, body.errors[0].detail]).toEqual([
          400,
          expect.stringMatching(/^must be an IANA time zone/),
        ]);
      }
    });

    it('that no engine knows stop no other webhooks, and after a start none at all', async () => {
      const [bad, good] = [await givenADoor(app), await givenADoor(app)];
      await app.sql('alter table gyms disable trigger tr_gyms_time_zone');
      await app.sql('update gyms set time_zone = $1 where id = $2', ['Mars/Base', bad.gymId]);
      await app.sql('alter table gyms enable trigger tr_gyms_time_zone');
      const wellhubId = newWellhubId();
      const arrive = async (one: GateWorld) => {
        const posts = new WellhubPosts(app, one);
        expect((await posts.send(posts.checkIn(wellhubId))).status).toBe(200);
      };
      const checkIns = (one: GateWorld) =>
        eventually(
          () => app.sql('select 1 from check_ins where partner_id = $1', [one.partnerId]),
          ({ length }) => length > 0,
        );
      await arrive(bad);
      await arrive(good);
      expect(await checkIns(good)).toHaveLength(1);

      const next = await startApp({
        databaseUrl: app.settings.databaseUrl,
        secretsKeys: app.settings.secretsKeys,
      });
      const { key } = await bad.keyed(['CHECKIN_WRITE', 'CUSTOMER_READ']);
      const software = next.api.withKey(key);
      const member = { aggregatorId: wellhubId, customerId: 1 };
      const code = await software.get(`/v1/customers/${bad.customerId}/access-code`);
      const answers = [
        await bad.scan(code.body.content, { via: next.api }),
        await software.post('/aggregator/checkin-validation', member),
        await software.post('/aggregator/member-validation', member),
      ];
      await arrive(bad);
      const came = await checkIns(bad);
      await next.close();
      expect(answers.map(({ body }) => body.errorCode)).toEqual([
        undefined,
        'WELLHUB_CHECKIN_REQUIRED',
        'MEMBER_NOT_FOUND',
      ]);
      expect(came).toHaveLength(1);
      const alerts = await app.sql<{ detail: string }>(
        `select detail from alerts where partner_id = $1 and code = 'gym.time-zone-unusable'`,
        [bad.partnerId],
      );
      expect(alerts.map(({ detail }) => detail)).toEqual([
        'The time zone Mars/Base is unknown to the database; UTC counts now',
      ]);
    });

    it('are all known to the database', async () => {
      const rows = await app.sql<{ bad: string }>(
        'select zone as bad from unnest($1::text[]) zone where not is_time_zone(zone)',
        [Intl.supportedValuesOf('timeZone').map((zone) => canonicalTimeZone(zone))],
      );
      expect(rows).toEqual([]);
    });

    it('that were stored before are corrected at the start, or raise an alert, and stop no request', async () => {
      const old = await givenAPartner(app, { connection: false });
      const ids = [];
      for (const zone of ['Asia/Calcutta', 'US/Pacific-New', 'IST', 'EST'])
        ids.push([
          zone,
          (await old.admin.post(`/admin/v1/partners/${old.partnerId}/gyms`, { name: zone })).body
            .id,
        ]);
      await app.sql('alter table gyms disable trigger tr_gyms_time_zone');
      for (const [zone, id] of ids)
        await app.sql('update gyms set time_zone = $1 where id = $2', [zone, id]);
      await app.sql('update gyms set time_zone = $1 where id = $2', ['Mars/Base', old.gymId]);
      await app.sql('alter table gyms enable trigger tr_gyms_time_zone');
      const next = await startApp({ databaseUrl: app.settings.databaseUrl });
      await next.close();
      const rows = await app.sql<{ time_zone: string }>(
        'select time_zone from gyms where partner_id = $1 order by id',
        [old.partnerId],
      );
      expect(rows.map(({ time_zone }) => time_zone)).toEqual([
        'UTC',
        'Asia/Kolkata',
        'America/Los_Angeles',
        'IST',
        'EST',
      ]);
      const alerts = await app.sql<{ object: string; detail: string }>(
        `select object, detail from alerts where partner_id = $1 and code = 'gym.time-zone-unusable' order by object`,
        [old.partnerId],
      );
      expect(alerts).toHaveLength(3);
      expect(alerts[0]?.detail).toMatch(
        /^The time zone \S+ (is unknown to the database|has more than one meaning)/,
      );
    });
  });
});
