import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { givenADoor } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { PartnerWipe } from '../../src/platform/database/partner-wipe.js';

const PARTNER_TABLES = `select c.relname as name from pg_class c
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'partner_id' and a.attnotnull
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition order by 1`;
/** What says how a partner is set up, and who did what. */
const KEPT_TABLES = [
  'access_closings',
  'access_policies',
  'access_rule_windows',
  'access_rules',
  'alert_mail_settings',
  'control_id_devices',
  'control_id_secrets',
  'devices',
  'discounts',
  'go_live_marks',
  'gym_occupancy',
  'gyms',
  'mail_templates',
  'memberships',
  'partner_logos',
  'payment_plans',
  'report_columns',
  'staff_identities',
  'staff_identity_providers',
  'staff_sign_ons',
  'usage_senders',
  'webhook_subscriptions',
  'wellhub_connection_tests',
  'wellhub_connections',
];
/** Their rows come and go while nothing is done. */
const CHANGES_BY_ITSELF = ['alerts', 'gate_tries', 'login_failures', 'usage_senders'];

const testPath = (partnerId: string) => `/admin/v1/partners/${partnerId}/test-environment`;

describe('a wipe of a test environment', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  it('C-139 is wiped by one call: what happened goes, what was set up stays, nothing live is touched', async () => {
    const own = await givenADoor(app);
    const tried = await givenADoor(app, { testOf: own.partnerId });
    for (const world of [own, tried]) {
      expect((await world.scan(await world.fetchCode())).status).toBe(200);
      const posts = new WellhubPosts(app, world);
      expect((await posts.send(posts.checkIn(newWellhubId()))).status).toBe(200);
    }
    const arrived = `select partner_id from check_ins where partner_id in ('${own.partnerId}', '${tried.partnerId}')`;
    await eventually(
      () => app.sql(arrived),
      (rows) => rows.length === 2,
    );
    const tables = await app.sql(PARTNER_TABLES);
    const filled = async (world: World) => {
      const counts = tables.map(async ({ name }) => {
        const [row] = await app.sql(
          `select 1 from ${name} where partner_id = '${world.partnerId}' limit 1`,
        );
        return row ? [name as string] : [];
      });
      return (await Promise.all(counts)).flat().filter((name) => !CHANGES_BY_ITSELF.includes(name));
    };
    const before = await filled(own);
    expect(before).toEqual(expect.arrayContaining(['check_ins', 'customers', 'events', 'visits']));
    const asked = await own.admin.post(`${testPath(own.partnerId)}/wipe`);
    expect([asked.status, asked.body.partnerId]).toEqual([202, tried.partnerId]);
    expect(asked.body.wipeRequestedAt).not.toBeNull();
    const done = await eventually(
      async () => (await tried.admin.get(testPath(tried.partnerId))).body,
      ({ wipedAt }) => wipedAt !== null,
    );
    expect(done).toMatchObject({ wipeRequestedAt: null, wipedAt: expect.any(String) });
    expect((await filled(tried)).filter((name) => !KEPT_TABLES.includes(name))).toEqual([]);
    expect(await filled(own)).toEqual(before);
    const gyms = await tried.admin.get(`/admin/v1/partners/${tried.partnerId}/gyms`);
    expect(gyms.body.items).toHaveLength(1);
    const log = await tried.admin.get(`/admin/v1/partners/${own.partnerId}/audit-log`);
    expect(log.status).toBe(404);
    const audited = await own.admin.get(
      `/admin/v1/partners/${own.partnerId}/audit-log?action=wiped`,
    );
    expect(audited.body.items).toMatchObject([
      { action: 'test-environment.wiped', object: tried.partnerId },
    ]);
    const member = await tried.customer();
    await tried.withContract(member);
    expect((await tried.scan(await tried.fetchCode(member))).status).toBe(200);
  });

  it('C-139 may be wiped again and by its own key, and never a partner without one', async () => {
    const live = await givenAPartner(app);
    const test = await givenAPartner(app, { testOf: live.partnerId });
    const again = await test.admin.post(`${testPath(test.partnerId)}/wipe`);
    const parallel = await live.admin.post(`${testPath(live.partnerId)}/wipe`);
    expect([again.status, parallel.status]).toEqual([202, 202]);
    const alone = await givenAPartner(app);
    const none = await alone.admin.post(`${testPath(alone.partnerId)}/wipe`);
    expect([none.status, none.body.code]).toEqual([404, 'test-environment.not-found']);
    expect((await test.admin.post(`${testPath(live.partnerId)}/wipe`)).status).toBe(404);
    const reader = await live.keyed(['CUSTOMER_WRITE']);
    expect((await reader.post(`${testPath(live.partnerId)}/wipe`)).status).toBe(403);
  });

  it('C-139 deletes every row of a partner but those of tables that say how it is set up', async () => {
    const tables = await app.app.get(PartnerWipe).tables();
    const all = (await app.sql(PARTNER_TABLES)).map(({ name }) => name as string);
    expect([...tables, ...KEPT_TABLES].toSorted()).toEqual(all.toSorted());
    expect(tables.indexOf('contracts')).toBeLessThan(tables.indexOf('customers'));
  });
});
