import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { Alerts, INSTALLATION } from '../../src/platform/alerts/alerts.js';
import { actionText } from '../../src/console/audit-log/audit-action.js';
import { AUDIT_WORDS } from '../../src/console/audit-log/audit-words.js';
import { ALERT_CODES, ALERT_TEXTS } from '../../src/alert-notifications/texts/alert-texts.js';
import { axeFaults, tooWide } from '../support/axe.js';
import { startBrowser } from '../support/browser.js';
import { readText, sourcesIn } from '../support/repository.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const ALERTS = '/console/alerts';
const LOG = '/console/audit-log';
const PROVIDER = '/console/settings/identity-provider';

/** How the code names what people do: `action: 'staff.invited'`, `record(session, 'staff.proven')`. */
const RECORDED = /(?:\baction: |\brecord\([^()]*, )'([a-z-]+\.[a-z-]+)'/g;

describe('the screens for alerts, the audit log and the identity provider', () => {
  let stage: StaffStage;
  let browser: Browser;
  let owner: Colleague;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    owner = await stage.colleague({ role: 'OWNER' });
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  const raise = (code: string, object = 'gym/1') =>
    stage.app.app.get(Alerts).raise({
      partnerId: stage.world.partnerId,
      code,
      object,
      gymId: stage.world.gymId,
      detail: 'wellhub answered 403',
    } as Parameters<Alerts['raise']>[0]);

  it('has words for every alert, in four languages', () => {
    const documented = [...readText('docs/alerts.md').matchAll(/^\| `([a-z-]+\.[a-z-]+)`/gm)].map(
      ([, code = '']) => code,
    );
    expect([...ALERT_CODES].sort()).toEqual(documented.sort());
    for (const texts of Object.values(ALERT_TEXTS))
      for (const [meaning, advice] of Object.values(texts)) {
        expect(meaning).toMatch(/^[^.]{10,140}$/);
        expect(advice).toMatch(/^.{10,280}[.?]$/s);
      }
  });

  it('alerts say what they mean and what to do, and close', async () => {
    const empty = await owner.browser.get(ALERTS);
    expect(textOf(empty.text)).toContain('No open alerts');
    await raise('check-in.at-risk');
    await raise('future.code');
    const { text, status } = await owner.browser.get(ALERTS);
    expect(status).toBe(200);
    const shown = textOf(text);
    expect(shown).toContain('A check-in is close to its end without being validated');
    expect(shown).toContain('validate them at the front desk');
    expect(shown).toContain('Something needs attention');
    const [, action = ''] = /action="(\/console\/alerts\/[^"]+\/close)"/.exec(text) ?? [];
    const closed = await owner.browser.submit(action, {});
    expect([closed.status, closed.headers.get('location')]).toEqual([303, `${ALERTS}?done=closed`]);
    expect((await owner.browser.submit(action, {})).status).toBe(303);
    expect(textOf((await owner.browser.get(`${ALERTS}?open=false`)).text)).toContain('Closed on');
    expect((await owner.browser.submit(`${ALERTS}/nothing/close`, {})).status).toBe(404);
    const manager = await stage.colleague();
    for (const path of [ALERTS, LOG, PROVIDER])
      expect([path, (await manager.browser.get(path)).status]).toEqual([path, 403]);
  });

  it('C-25 C-26 the audit log narrows by person, action and time, and comes as CSV', async () => {
    const { admin, partnerId, gymId } = stage.world;
    await admin.patch(`/admin/v1/gyms/${gymId}`, { language: 'pt' });
    const of = `/admin/v1/partners/${partnerId}/audit-log`;
    const actions = async (query: string) =>
      (await admin.get(`${of}?${query}`)).body.items.map(
        ({ action }: { action: string }) => action,
      );
    expect(await actions('action=gyms&limit=1')).toEqual(['PATCH /admin/v1/gyms/:gymId']);
    const own = await admin.get(`${of}?actor=${owner.id.toUpperCase()}`);
    expect(own.body.items.length).toBeGreaterThan(0);
    for (const { actor } of own.body.items) expect(actor).toContain(owner.id);
    expect(await actions('actor=%25')).toEqual([]);
    expect(await actions('to=2020-01-01T00:00:00Z')).toEqual([]);
    expect((await actions('from=2020-01-01T00:00:00Z')).length).toBeGreaterThan(2);
    const first = (await admin.get(`${of}?limit=1`)).body;
    const second = (await admin.get(`${of}?limit=1&cursor=${first.nextCursor}`)).body;
    const from = new Date(Date.parse(second.items[0].at)).toISOString();
    expect((await admin.get(`${of}?to=${from}`)).body.items).not.toContainEqual(first.items[0]);
    expect((await admin.get(`${of}?from=yesterday`)).body.errors[0].pointer).toBe('/from');
    const csv = await admin.get(`${of}?action=gyms&limit=1`, { Accept: 'text/csv' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    const [head, ...rows] = csv.text.trim().split('\r\n');
    expect(head).toBe('at,actor,action,object,source,request_id,changes');
    expect(rows.length).toBe((await actions('action=gyms')).length);
  });

  it('the audit log reads in words, filters and exports', async () => {
    const { text } = await owner.browser.get(`${LOG}?area=gyms`);
    expect(textOf(text)).toContain('Gym: changed');
    expect(textOf(text)).not.toContain('Logged in');
    const mine = await owner.browser.get(`${LOG}?person=${owner.id}`);
    expect(textOf(mine.text)).toContain('Logged in');
    expect(textOf(mine.text)).not.toContain('Gym: changed');
    const none = await owner.browser.get(`${LOG}?from=2020-01-01&to=2020-01-02`);
    expect(textOf(none.text)).toContain('Nothing found');
    const wrong = await owner.browser.get(`${LOG}?from=2020-02-01&to=2020-01-02`);
    expect([wrong.status, textOf(wrong.text)]).toEqual([
      422,
      expect.stringContaining('Choose valid days'),
    ]);
    const file = await owner.browser.get(`${LOG}/export?area=gyms`);
    expect(file.headers.get('content-disposition')).toContain('audit-log.csv');
    expect(file.text).toContain('PATCH /admin/v1/gyms/:gymId');
  });

  it('the audit log has words for every action that is recorded, in four languages', () => {
    const recorded = sourcesIn('src', /(?<!spec)\.ts$/)
      .flatMap(({ text }) => [...text.matchAll(RECORDED)])
      .map(([, action = '']) => action);
    expect(recorded.length).toBeGreaterThan(20);
    const raw = Object.values(AUDIT_WORDS).flatMap((words) =>
      recorded.filter((action) => actionText(words, action) === action),
    );
    expect(raw).toEqual([]);
  });

  it('C-120 the operator reads, exports and closes the alerts of the installation', async () => {
    const operator = await stage.operator();
    const alerts = '/console/operator/alerts';
    const report = { code: 'worker.failing', object: 'worker/mailer', detail: 'it is broken' };
    await stage.app.app.get(Alerts).raise({ partnerId: INSTALLATION, ...report });
    const { text } = await operator.browser.get(alerts);
    expect(text).toContain(`href="${alerts}" aria-current="page"`);
    expect(textOf(text)).toContain('A background task has been failing for a minute');
    expect(textOf(text)).toContain('worker/mailer');
    const csv = await operator.browser.get(`${alerts}/export`);
    expect(csv.headers.get('content-disposition')).toContain('alerts.csv');
    const [head, ...rows] = csv.text.trim().split('\r\n');
    expect(head).toBe('code,object,gym_id,first_at,last_at,count,closed_at,detail');
    expect(rows).toContainEqual(expect.stringMatching(/^worker\.failing,worker\/mailer,.*broken$/));
    const [, action = ''] = /action="([^"]+\/close)"/.exec(text) ?? [];
    expect((await operator.browser.submit(action, {})).headers.get('location')).toBe(
      `${alerts}?done=closed`,
    );
    expect(textOf((await operator.browser.get(`${alerts}?open=false`)).text)).toContain(
      'Closed on',
    );
    const own = await owner.browser.get(`${ALERTS}/export?open=false`);
    expect(own.text).toContain('future.code');
    expect(own.text).not.toContain('worker.failing');
  });

  it('C-120 the operator reads, narrows and exports what concerned no partner', async () => {
    const operator = await stage.operator();
    const log = '/console/operator/audit-log';
    const all = textOf((await operator.browser.get(log)).text);
    expect(all).toContain('Alert: closed');
    expect(all).toContain('Ana Lima (operator)');
    expect(all).not.toContain('Gym: changed');
    const narrowed = await operator.browser.get(`${log}?area=logIns&person=${operator.id}`);
    expect(textOf(narrowed.text)).toContain('Logged in');
    expect(textOf(narrowed.text)).not.toContain('Alert: closed');
    const file = await operator.browser.get(`${log}/export?area=alerts`);
    expect(file.text).toContain('alert.closed');
    expect(file.text).not.toContain('console.logged-in');
    for (const path of [log, `${log}/export`, '/console/operator/alerts'])
      expect([path, (await owner.browser.get(path)).status]).toEqual([path, 403]);
  });

  it('C-23 the identity provider is set, tested and switched off on a screen', async () => {
    const { browser: visitor } = owner;
    expect(textOf((await visitor.get(PROVIDER)).text)).toContain(
      '/console/single-sign-on/callback',
    );
    const fields = {
      issuer: 'http://127.0.0.1:9',
      clientId: 'gatehouse',
      clientSecret: 'the-secret',
      scopes: 'openid profile',
      groupsClaim: 'realm_access.roles',
      'group-0': 'desk',
      'role-0': 'FRONT_DESK',
      [`gym-0-${stage.world.gymId}`]: 'on',
      'group-2': 'owners',
      'role-2': 'OWNER',
    };
    const twice = await visitor.submit(PROVIDER, { ...fields, 'group-2': 'desk' });
    expect([twice.status, textOf(twice.text)]).toEqual([
      422,
      expect.stringContaining('Check the lines'),
    ]);
    expect(twice.text).toContain('value="realm_access.roles"');
    expect(twice.text).not.toContain('the-secret');
    const saved = await visitor.submit(PROVIDER, fields);
    expect([saved.status, saved.headers.get('location')]).toEqual([303, `${PROVIDER}?done=saved`]);
    const { admin, partnerId, gymId } = stage.world;
    const of = `/admin/v1/partners/${partnerId}/identity-provider`;
    expect((await admin.get(of)).body).toMatchObject({
      groups: [
        { group: 'desk', role: 'FRONT_DESK', gymIds: [gymId] },
        { group: 'owners', role: 'OWNER', gymIds: null },
      ],
      groupsClaim: 'realm_access.roles',
    });
    const page = await visitor.get(PROVIDER);
    expect(page.text).toContain('value="owners"');
    const [, seen = ''] = /name="_seen" value="([^"]+)"/.exec(page.text) ?? [];
    const other = { issuer: fields.issuer, clientId: 'gatehouse', groups: [] };
    expect((await admin.put(of, other)).status).toBe(200);

    const stale = await visitor.submit(PROVIDER, {
      ...fields,
      _seen: seen.replaceAll('&quot;', '"'),
    });
    expect(stale.status).toBe(422);
    expect((await admin.get(of)).body.groups).toEqual([]);
    const test = await visitor.submit(`${PROVIDER}/test`, {});
    expect(test.headers.get('location')).toBe(`${PROVIDER}?done=test-unreachable`);
    expect((await visitor.submit(`${PROVIDER}/remove`, {})).status).toBe(303);
    expect((await admin.get(of)).body.issuer).toBeNull();
  });

  it('the three are readable on a phone in Portuguese', async () => {
    await raise('wellhub.credentials-refused');
    const context = await browser.newContext({
      locale: 'pt-BR',
      viewport: { width: 320, height: 640 },
    });
    const { origin } = stage.app.api;
    const value = owner.browser.cookie('gatehouse-console') ?? '';
    await context.addCookies([{ name: 'gatehouse-console', value, url: origin }]);
    await stage.app.sql(`update staff_people set language = 'pt'`);
    const page = await context.newPage();
    for (const path of [ALERTS, `${ALERTS}?open=false`, LOG, PROVIDER]) {
      await page.goto(`${origin}${path}`);
      expect([path, await axeFaults(page), await tooWide(page)]).toEqual([path, [], []]);
      const folder = process.env['SHOTS'];
      if (!folder) continue;
      const name = `${folder}/${path.replaceAll(/\W+/g, '_')}`;
      await page.screenshot({ path: `${name}-320.png`, fullPage: true });
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.screenshot({ path: `${name}-1280.png`, fullPage: true });
      await page.setViewportSize({ width: 320, height: 640 });
    }
    await context.close();
  });

  it('C-25 the audit log, and the operator, show all the people of a partner with many', async () => {
    const { partnerId } = stage.world;
    await stage.app.sql(
      `with people as (
        insert into staff_people (id, email, email_key, language)
        select lpad(to_hex(n), 32, '0')::uuid, n || '@example.com', n || '@example.com', 'en'
        from generate_series(1, 210) n returning id)
      insert into staff_memberships (id, person_id, partner_id, role) select id, id, $1, 'VIEWER' from people`,
      [partnerId],
    );
    const { text } = await owner.browser.get(`${LOG}?person=${owner.id}`);
    expect(text).toContain(`<option value="${owner.id}" selected>`);
    const operator = await stage.operator();
    const partner = await operator.browser.get(`/console/operator/${partnerId}`);
    expect(textOf(partner.text)).toContain(owner.email);
  });

  it('C-208 alerts lead to the screens at which something can be done about them', async () => {
    const { admin, gymId } = stage.world;
    const device = { name: 'Door', direction: 'IN' };
    const { body: door } = await admin.post(`/admin/v1/gyms/${gymId}/devices`, device);
    const led: Record<string, string[]> = {};
    for (const code of ALERT_CODES) {
      await raise(code, `device/${door.id}`);
      const { text } = await owner.browser.get(ALERTS);
      const [, panel = ''] = text.split('<section class="panel">');
      led[code] = [...panel.matchAll(/<a href="([^"]+)"/g)].map(([, href = '']) => href);
      const [, close = ''] = /action="(\/console\/alerts\/[^"]+\/close)"/.exec(panel) ?? [];
      await owner.browser.submit(close, {});
    }
    const ofTheInstallation = /^(?:partition|worker)\.|spool/;
    const without = Object.keys(led).filter((code) => led[code]?.length === 0);
    expect(without.filter((code) => !ofTheInstallation.test(code))).toEqual([]);
    expect(led['gate.nearly-full']?.[0]).toBe(`/console/inside?gymId=${gymId}`);
    expect(led['wellhub.webhooks-missing']?.[0]).toBe(
      `/console/check-ins/missing-webhooks?gymId=${gymId}`,
    );
    expect(led['control-id.silent']).toEqual([`/console/doors/${door.id}`]);
    const dead: string[] = [];
    for (const href of new Set(Object.values(led).flat())) {
      const { status } = await owner.browser.get(href);
      if (status >= 400) dead.push(`${href}: ${status}`);
    }
    expect(dead).toEqual([]);
  });

  it('C-208 no advice sends people to a call of the API', () => {
    for (const texts of Object.values(ALERT_TEXTS))
      for (const [, advice] of Object.values(texts))
        expect(advice).not.toMatch(/\b(?:GET|POST|PUT|PATCH|DELETE)\b|\/admin\/v1|\bAPI\b/);
  });
});
