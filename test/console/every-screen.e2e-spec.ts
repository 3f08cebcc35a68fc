import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import type { Scope } from '../../src/platform/http/declarations.js';
import { scopesOf, STAFF_ROLES, type StaffRole } from '../../src/staff/people/staff-roles.js';
import { DeskStage, faultsOf } from '../support/desk-stage.js';
import { keyboardFaults } from '../support/keyboard.js';
import { paperFaults } from '../support/paper.js';
import { isScreen, reachedFrom, type Screen } from '../support/screens.js';
import { textOf, Visitor } from '../support/visitor.js';
import { givenAPartner, type World } from '../support/world.js';

const PLACES = [
  ['pt-BR', 'light', 320],
  ['en-US', 'dark', 1280],
  ['es-ES', 'light', 1280],
  ['de-DE', 'dark', 320],
] as const;

describe('every screen of the console', () => {
  let desk: DeskStage;
  let owner: Visitor;
  let routes: readonly string[];
  let screens: Screen[];
  let faults: string[];

  beforeAll(async () => {
    desk = await DeskStage.open();
    routes = desk.stage.app.app
      .get(DeclaredRoutes)
      .all.filter(isScreen)
      .map(({ address }) => address);
    await fill(desk);
    owner = await logIn(desk, ['PARTNER_ADMIN']);
    const addresses = routes.filter((address) => address.startsWith('GET '));
    ({ screens, faults } = await reachedFrom('/console/members', { visitor: owner, addresses }));
  });
  afterAll(() => desk.close());

  it('C-27 is reached by links, and none of them is dead', () => {
    expect(faults).toEqual([]);
    const reached = screens.map(({ route }) => route);
    const missing = routes.filter((route) => route.startsWith('GET ') && !reached.includes(route));
    expect(missing.filter((route) => !UNLINKED.has(route) && !OF_OTHERS.test(route))).toEqual([]);
  });

  it('C-27 speaks four languages, each of its own', async () => {
    const wrong: string[] = [];
    for (const { path } of screens.filter(({ route }) => !MAILS.has(route)))
      for (const [locale] of PLACES) {
        const { status, text, headers } = await owner.get(path, { 'Accept-Language': locale });
        if (!headers.get('content-type')?.startsWith('text/html') || status !== 200) continue;
        const isIn = text.includes(`<html lang="${locale.slice(0, 2)}`);
        if (!isIn || /undefined|\[object|NaN/.test(textOf(text))) wrong.push(`${locale} ${path}`);
      }
    expect(wrong).toEqual([]);
  });

  async function ownersBrowser(habits: Habits) {
    const person = await desk.visitor({ locale: 'en-US', ...habits });
    const value = owner.cookie('gatehouse-console') ?? '';
    const { origin } = desk.stage.app.api;
    await person.context.addCookies([{ name: 'gatehouse-console', value, url: origin }]);
    return { page: person.page, leave: () => person.leave() };
  }

  /** Every screen in a browser of the owner. */
  async function walk(habits: Habits, look: (page: Page) => Promise<string[]>): Promise<string[]> {
    const { page, leave } = await ownersBrowser(habits);
    const found: string[] = [];
    for (const { route, path } of screens) {
      if (MAILS.has(route) || OF_DESK.test(route)) continue;
      const { headers, status } = await owner.get(path);
      if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue;
      await page.goto(path);
      found.push(...(await look(page)).map((fault) => `${path} ${fault}`));
    }
    await leave();
    return found;
  }

  it('C-122 is used by keyboard alone: every stop in its order and seen, and none is a trap', async () => {
    expect(await walk({ viewport: { width: 1280, height: 900 } }, keyboardFaults)).toEqual([]);
  });

  it('C-122 has a menu on a phone that Enter opens and Escape closes', async () => {
    const { page, leave } = await ownersBrowser({ viewport: { width: 320, height: 640 } });
    await page.goto('/console/members');
    const [menu, summary] = [page.locator('.console-menu'), page.locator('.console-menu summary')];
    const isFocused = (one: Locator) => one.evaluate((node) => node === document.activeElement);
    await summary.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await isFocused(menu.locator('a').first())).toBe(true);
    await page.keyboard.press('Escape');
    expect(await menu.getAttribute('open')).toBeNull();
    expect(await isFocused(summary)).toBe(true);
    await leave();
  });

  it('C-122 prints without navigation and buttons, whole, and dark on white', async () => {
    const habits = { colorScheme: 'dark', viewport: { width: 1000, height: 900 } } as const;
    expect(await walk(habits, paperFaults)).toEqual([]);
  });

  it.each(PLACES)(
    'C-27 is accessible in %s, %s, at %i px',
    async (locale, colorScheme, width) => {
      const viewport = { width, height: 900 };
      const person = await desk.visitor({ locale, colorScheme, viewport });
      const at = PLACES.findIndex(([one]) => one === locale);
      await person.context.addCookies([
        {
          name: 'gatehouse-console',
          value: owner.cookie('gatehouse-console') ?? '',
          url: desk.stage.app.api.origin,
        },
      ]);
      const found: string[] = [];
      const own = screens.filter(
        ({ route }, index) => index % PLACES.length === at && !MAILS.has(route),
      );
      for (const { path } of own) {
        const { headers, status } = await owner.get(path);
        if (status !== 200 || !headers.get('content-type')?.startsWith('text/html')) continue;
        await person.page.goto(path);
        found.push(...(await faultsOf(person)).map((fault) => `${path} ${fault}`));
      }
      await person.leave();
      expect(found).toEqual([]);
    },
    120_000,
  );

  it.each(STAFF_ROLES)('C-27 is open to %s exactly as far as its scopes say', async (role) => {
    const scopes = scopesOf(role as StaffRole, false);
    const visitor = await logIn(desk, scopes);
    const wrong: string[] = [];
    for (const { address, access } of desk.stage.app.app.get(DeclaredRoutes).all.filter(isScreen)) {
      if (OF_OTHERS.test(address)) continue;
      const scope = access === 'public' ? undefined : access.scope;
      const isOpen =
        scope === undefined ||
        (scopes.includes('PARTNER_ADMIN') ? scope !== 'OPERATOR' : scopes.includes(scope));
      const [method = '', path = ''] = address.split(' ');
      const { status } = await visitor.call(method, path.replaceAll(/:\w+/g, '0'), undefined);
      if ((status === 403) === isOpen) wrong.push(`${address}: ${status}`);
      if (status >= 500) wrong.push(`${address}: ${status}`);
    }
    expect(wrong).toEqual([]);
  });

  it('C-27 takes nothing in an address that would lead its calls elsewhere', async () => {
    const wrong: string[] = [];
    const named = routes.filter((route) => route.includes(':') && !OF_OTHERS.test(route));
    for (const address of named)
      for (const odd of ['1%3F', '1%2F..%2F2', '1%23', '%00']) {
        const [method = '', path = ''] = address.split(' ');
        const { status } = await owner.call(method, path.replaceAll(/:\w+/g, odd), undefined);
        if (status !== 404 && status !== 400 && status !== 405)
          wrong.push(`${address} ${odd}: ${status}`);
      }
    expect(wrong).toEqual([]);
  });

  it('C-27 shows nothing of another partner', async () => {
    const world = await givenAPartner(desk.stage.app, { connection: false });
    const stranger = await logIn(desk, ['PARTNER_ADMIN'], world);
    const open: string[] = [];
    for (const { route, path } of screens.filter((screen) => isOfOne(screen.route))) {
      const { status } = await stranger.get(path);
      if (status < 400) open.push(`${route}: ${status}`);
    }
    expect(open).toEqual([]);
  });
});

/** Mails as they are sent: in the language of who gets them, and in a sandbox of the browser. */
const MAILS = new Set(['GET /console/settings/mails/:name/html']);
/** The front desk has a layout of its own, and its own tests. */
const OF_DESK = /^GET \/console\/desk\b/;
type Habits = Parameters<DeskStage['visitor']>[0];
/** A name of ours in an address is the same at every partner. */
const isOfOne = (route: string) => /:(?!kind|name)/.test(route);

/** Screens of people who log in with a name of their own, and of the operator's: a key has neither. */
const OF_OTHERS = / \/console\/(account|leave|operator)\b/;

/** Screens to which no link leads in this partner: they are tried by their own tests. */
const UNLINKED = new Set([
  'GET /console/developers/deliveries/:id',
  'GET /console',
  // Of another door and another member than the first of each list.
  'GET /console/doors/:id/control-id/setup',
  'GET /console/doors/:id/control-id/events',
  'GET /console/members/:customerId/passes/:id',
  // A file, after an upload.
  'GET /console/reconciliation/validated',
  // Behind a search.
  'GET /console/members/:customerId/merge/:otherId',
]);

/** Something of everything that has a screen of its own. */
async function fill(desk: DeskStage): Promise<void> {
  const { admin, partnerId, gymId } = desk.desk.world;
  const { customer_id: customerId } = await desk.arrive('Ana');
  const member = await desk.customer({ firstName: 'Bruno', email: 'bruno@example.com' });
  const { body: device } = await admin.post(`/admin/v1/gyms/${gymId}/devices`, {
    name: 'Main door',
    direction: 'IN',
  });
  await admin.post(`/admin/v1/devices/${device.id}/token`);
  await admin.post(`/admin/v1/gyms/${gymId}/devices`, {
    name: 'Turnstile',
    direction: 'BOTH',
    vendor: 'CONTROL_ID',
  });
  await admin.post(`/admin/v1/gyms/${gymId}/access-rules`, {
    name: 'Mornings',
    effect: 'ALLOW',
    when: { days: ['MO'], from: '22:00', to: '04:00' },
  });
  await admin.post(`/admin/v1/customers/${member}/passes`, {
    type: 'STAFF',
    validFrom: '2026-01-01',
  });
  const plan = { name: 'Monthly' };
  const { body: membership } = await admin.post(
    `/admin/v1/partners/${partnerId}/memberships`,
    plan,
  );
  const { body: payment } = await admin.post(`/admin/v1/partners/${partnerId}/payment-plans`, plan);
  // Of the first member of the list.
  await admin.post(`/admin/v1/customers/${customerId}/contracts`, {
    membershipId: membership.id,
    paymentPlanId: payment.id,
    startDate: '2026-01-01',
  });
  await admin.post(`/admin/v1/partners/${partnerId}/staff`, {
    email: 'rita@example.com',
    role: 'VIEWER',
  });
  await admin.post(`/admin/v1/partners/${partnerId}/webhook-subscriptions`, {
    url: 'https://example.com/events',
  });
}

/** A session with a key that has these scopes. */
async function logIn(
  desk: DeskStage,
  scopes: readonly Scope[],
  world: World = desk.desk.world,
): Promise<Visitor> {
  const { key } = await world.keyed([...scopes], { name: 'a role' });
  const visitor = new Visitor(desk.stage.app.api);
  const json = { 'Content-Type': 'application/json' };
  const body = JSON.stringify({ key, name: 'Rita' });
  const { status, text } = await visitor.call('POST', '/console/session', body, json);
  if (status !== 200) throw new Error(text);
  return visitor;
}
