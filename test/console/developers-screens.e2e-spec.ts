import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { answering, Receiver } from '../support/receiver.js';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { until } from '../support/eventually.js';
import { Person } from '../support/person.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf, type Visitor } from '../support/visitor.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';

const AT = '/console/developers';
const UNKNOWN = '01990000-0000-7000-8000-000000000000';

describe('the screens for developers', () => {
  let stage: StaffStage;
  let browser: Browser;
  let receiver: Receiver;
  let owner: Colleague;
  let posts: WellhubPosts;
  const wellhubId = newWellhubId();

  const textAt = async (path: string, who: Visitor = owner.browser) => {
    const { status, text } = await who.get(path);
    if (status !== 200) throw new Error(`${path}: ${status} ${textOf(text)}`);
    return textOf(text);
  };
  const linkIn = (html: string, below: string) =>
    new RegExp(`href="(${AT}/${below}/[0-9a-f-]{36})"`).exec(html)?.[1] ?? '';
  const firstAt = async (list: string, below: string) =>
    linkIn((await owner.browser.get(`${AT}${list}`)).text, below);
  const form = (values: Record<string, string>) => ({ retry: 'default', gymId: '', ...values });
  /** A new address, by its form. */
  const added = async (values: Record<string, string> = {}) => {
    const answer = await owner.browser.submit(
      `${AT}/subscriptions/new`,
      form({ url: receiver.url, ...values }),
    );
    return { ...answer, path: linkIn(answer.text, 'subscriptions') };
  };
  const locationOf = ({ headers }: { headers: Headers }) => headers.get('location') ?? '';

  beforeAll(async () => {
    [stage, browser, receiver] = await Promise.all([
      StaffStage.open(),
      startBrowser(),
      Receiver.start(),
    ]);
    owner = await stage.colleague({ role: 'OWNER' });
    const { world, app } = stage;
    const connection = { environment: 'simulator', accessToken: 'a-token-of-the-simulator' };
    const { webhookSecret } = world;
    await app.operator.put(`/admin/v1/partners/${world.partnerId}/wellhub`, {
      ...connection,
      webhookSecret,
    });
    posts = new WellhubPosts(app, world);
    await posts.send(posts.checkIn(wellhubId));
    await posts.send(posts.checkIn(wellhubId), { secret: 'another-secret-of-16' });
  });
  afterAll(async () => {
    await browser.close();
    await receiver.stop();
    await stage.close();
  });

  it('C-27 lead through every list, in words and without one that a role may not read', async () => {
    expect(await textAt(AT)).toContain('No system is notified yet');
    expect(await textAt(`${AT}/events?type=TEST`)).toContain('No events');
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    const shown = await textAt(AT, developer.browser);
    expect(shown).toContain('Webhooks of Wellhub');
    expect(shown).toContain('API keys are made and seen by owners');
    expect(await textAt(AT)).not.toContain('made and seen by owners');
    expect((await developer.browser.get(`${AT}/keys`)).status).toBe(403);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect(await textAt(AT, viewer.browser)).not.toContain('New address');
    expect((await viewer.browser.get(`${AT}/subscriptions/new`)).status).toBe(403);
    for (const path of ['subscriptions', 'deliveries', 'events', 'wellhub', 'keys'])
      expect((await owner.browser.get(`${AT}/${path}/${UNKNOWN}`)).status).toBe(404);
  });

  it('C-27 keep what was typed into a refused form, and say which field it was', async () => {
    const refused = await owner.browser.submit(
      `${AT}/subscriptions/new`,
      form({ url: 'no address', 'type.CUSTOMER_CHECKIN': 'on', retry: 'magicline' }),
    );
    expect(refused.status).toBe(422);
    expect(refused.text).toMatch(/aria-invalid="true"[^>]*/);
    expect(refused.text).toContain('value="no address"');
    expect(refused.text).toMatch(/name="type.CUSTOMER_CHECKIN"[^>]*checked/);
    expect(refused.text).toMatch(/value="magicline"[^>]*selected|selected[^>]*value="magicline"/);
    const key = await owner.browser.submit(`${AT}/keys/new`, { name: 'Nothing' });
    expect([key.status, textOf(key.text)]).toEqual([422, expect.stringContaining('Rights')]);
  });

  it('C-68 add, change, disable, enable and remove an address; its secrets are shown once', async () => {
    const values = { _key: 'once', url: receiver.url };
    const made = await owner.browser.submit(`${AT}/subscriptions/new`, form(values));
    expect(made.text).toMatch(/whk_[\w-]+/);
    expect(made.text).toMatch(/whsec_[\w+/=]+/);
    const again = await owner.browser.submit(`${AT}/subscriptions/new`, form(values));
    expect(again.text).not.toMatch(/whsec_|whk_/);
    expect(textOf(again.text)).toContain('cannot be shown again');
    const path = linkIn(made.text, 'subscriptions');
    expect(linkIn(again.text, 'subscriptions')).toBe(path);

    const types = { 'type.CUSTOMER_CHECKIN': 'on', 'type.DEVICE_CREATED': 'on' };
    const changed = await owner.browser.submit(
      `${path}/edit`,
      form({ url: receiver.url, ...types }),
    );
    expect(locationOf(changed)).toBe(`${path}?done=changed`);
    expect(await textAt(path)).toContain('Somebody entered, Door registered');
    expect((await owner.browser.get(`${path}/edit`)).text).toMatch(/DEVICE_CREATED"[^>]*checked/);
    await owner.browser.submit(`${path}/edit`, form({ url: receiver.url }));
    expect(await textAt(path)).toMatch(/Which events\s*All/);

    const seen = /name="_seen" value="([^"]+)"/.exec(
      (await owner.browser.get(`${path}/edit`)).text,
    )?.[1];
    const stale = { _seen: (seen ?? '').replaceAll('&quot;', '"'), ...types };
    await owner.browser.submit(`${path}/edit`, form({ url: `${receiver.url}/2` }));
    const late = await owner.browser.submit(`${path}/edit`, form({ url: receiver.url, ...stale }));
    expect([late.status, textOf(late.text)]).toEqual([
      422,
      expect.stringContaining('Somebody else changed this'),
    ]);
    await owner.browser.submit(`${path}/edit`, form({ url: receiver.url }));

    await owner.browser.submit(`${path}/disable`, {});
    expect(await textAt(path)).toContain('Somebody of the staff disabled it.');
    const refused = await owner.browser.submit(`${path}/test`, {});
    expect([refused.status, textOf(refused.text)]).toEqual([
      409,
      expect.stringContaining('This address is disabled. Enable it first.'),
    ]);
    expect(locationOf(await owner.browser.submit(`${path}/enable`, {}))).toContain('done=enabled');
    const rotated = await owner.browser.submit(`${path}/secret`, { grace: 'hour' });
    expect(rotated.text).toMatch(/whsec_/);
    expect(await textAt(path)).toContain('we also sign with the old secret');
    expect(locationOf(await owner.browser.submit(`${path}/remove`, {}))).toBe(`${AT}?done=removed`);
    expect((await owner.browser.get(path)).status).toBe(404);
  });

  it('C-66 show a failed delivery with both sides, and send it again', async () => {
    receiver.reply = answering(500);
    const { path } = await added();
    await owner.browser.submit(`${path}/test`, {});
    const delivery = await until(async () => {
      const { text } = await owner.browser.get(path);
      return text.includes('500') ? linkIn(text, 'deliveries') : '';
    });
    const shown = await textAt(delivery);
    expect(shown).toContain(`POST ${receiver.url}`);
    expect(shown).toContain('x-api-key: •••');
    expect(shown).toContain('"ignored": true');
    expect(shown).toContain('Being tried');
    const early = await owner.browser.submit(`${delivery}/resend`, {});
    expect([early.status, textOf(early.text)]).toEqual([
      409,
      expect.stringContaining('This delivery is still being tried.'),
    ]);
    receiver.reply = answering(200);
    await stage.app.sql('update webhook_deliveries set next_attempt_at = now()');
    await until(async () => (await textAt(delivery)).includes('Attempt 2'));
    const resent = await owner.browser.submit(`${delivery}/resend`, {});
    expect(locationOf(resent)).toMatch(/deliveries\/[0-9a-f-]{36}\?done=resent$/);
    expect(await textAt(locationOf(resent))).toContain('Sent again.');
    expect(await textAt(`${path}?state=FAILED`)).toContain('No deliveries');
    const replay = await owner.browser.submit(`${path}/replay`, { hours: '24' });
    expect(locationOf(replay)).toContain('done=replay');
    const event = await firstAt('/events?type=TEST', 'events');
    expect(await textAt(event)).toMatch(/As systems receive it.*"type": "TEST".*Who got it/);
  });

  it('C-64 tell what became of a webhook of Wellhub, and count what was refused', async () => {
    const id = await until(() => firstAt('/wellhub?state=PROCESSED&type=checkin', 'wellhub'));
    const shown = await textAt(id);
    expect(shown).toMatch(/Signature\s*Correct/);
    expect(shown).toMatch(/Result\s*Check-in/);
    expect(shown).not.toContain(wellhubId);
    const list = await until(async () => {
      const text = await textAt(`${AT}/wellhub`);
      return text.includes('Wrong signature') && text;
    });
    expect(list).toMatch(/Wrong signature\s*of the company\s*Test\s*1/);
    expect(await textAt(`${AT}/wellhub?state=DEAD`)).toContain('Nothing found');
    expect(await textAt(`${AT}/wellhub?state=odd&type=odd&gymId=odd`)).toContain('Check-in');
  });

  it('C-38 show a body only after a recent proof, with a row in the audit log', async () => {
    const id = await until(() => firstAt('/wellhub?type=checkin', 'wellhub'));
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    expect(await textAt(id, developer.browser)).not.toContain('What Wellhub sent');
    expect((await developer.browser.get(`${id}/body`)).status).toBe(403);
    expect(await textAt(`${id}/body`)).toContain(wellhubId);
    const { admin, partnerId } = stage.world;
    const log = await admin.get(`/admin/v1/partners/${partnerId}/audit-log?limit=1`);
    expect(log.body.items[0]).toMatchObject({
      action: 'wellhub-event.body-read',
      actor: expect.stringContaining('Ana Lima'),
    });
    await stage.app.sql(`update staff_sessions set proven_at = now() - interval '11 minutes'`);
    const asked = await until(async () => {
      const answer = await owner.browser.get(`${id}/body`);
      return answer.status === 303 && answer;
    });
    expect(locationOf(asked as { headers: Headers })).toBe(
      `/console/confirm?to=${encodeURIComponent(`${id}/body`)}`,
    );
    await owner.browser.get(locationOf(asked as { headers: Headers }));
    await owner.browser.submit('/console/confirm', { password: STAFF_PASSWORD });
    expect(await textAt(`${id}/body`)).toContain(wellhubId);
  });

  it('C-115 warn about a key that ends within two weeks, and show the own waits of an address', async () => {
    const own = `/admin/v1/partners/${stage.world.partnerId}`;
    const endsIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
    const keyed = (name: string, expiresAt: string) =>
      stage.world.admin.post(`${own}/api-keys`, { name, scopes: ['STUDIO_READ'], expiresAt });
    await keyed('Ends late', endsIn(20));
    expect(await textAt(`${AT}/keys`)).not.toContain('Ends soon');
    const { body: key } = await keyed('Ends early', endsIn(5));
    expect(await textAt(`${AT}/keys`)).toContain('Ends soon');
    expect(await textAt(`${AT}/keys/${key.id}`)).toContain('Ends soon');
    const { body } = await stage.world.admin.post(`${own}/webhook-subscriptions`, {
      url: 'https://example.com/own',
      retry: [30, 600, 7200],
    });
    expect(await textAt(`${AT}/subscriptions/${body.id}`)).toMatch(/30 secs?, 10 mins?, 2 hrs?/);
  });

  it('C-69 make a key that is shown once, replace it with a grace, and revoke it', async () => {
    const made = await owner.browser.submit(`${AT}/keys/new`, {
      name: 'Gym app',
      gymId: '',
      'scope.CUSTOMER_READ': 'on',
      'scope.CHECKIN_READ': 'on',
    });
    const [key = ''] = /ghk_\w+/.exec(made.text) ?? [];
    const { partnerId } = stage.world;
    const list = `/admin/v1/partners/${partnerId}/customers`;
    const works = async (one: string) => (await stage.app.api.withKey(one).get(list)).status;
    expect([key.length > 20, await works(key)]).toEqual([true, 200]);
    const path = linkIn(made.text, 'keys');
    expect(await textAt(path)).toContain('See members and their access codes');
    const rotated = await owner.browser.submit(`${path}/rotate`, { grace: 'none' });
    const [next = ''] = /ghk_\w+/.exec(rotated.text) ?? [];
    expect([await works(key), await works(next)]).toEqual([401, 200]);
    expect(await textAt(path)).toContain('Expired');
    const refused = await owner.browser.submit(`${path}/rotate`, {});
    expect([refused.status, textOf(refused.text)]).toEqual([
      409,
      expect.stringContaining('This key does not work any more.'),
    ]);
    const successor = linkIn(rotated.text, 'keys');
    const revoked = await owner.browser.submit(`${successor}/revoke`, {});
    expect(locationOf(revoked)).toBe(`${successor}?done=revoked`);
    expect(await works(next)).toBe(401);
    expect(await textAt(`${AT}/keys`)).not.toContain('Gym app');
    expect(await textAt(`${AT}/keys?state=REVOKED`)).toContain('Gym app');
  });

  it('C-27 are readable on a phone in Portuguese, wide, and in the dark', async () => {
    const { body } = await stage.invite({ role: 'OWNER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const rita = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = rita;
    const shot = async (name: string) => {
      const folder = process.env['SHOTS'];
      if (folder)
        await page.screenshot({ path: `${folder}/developers-${name}.png`, fullPage: true });
    };
    await page.goto(`/console/invitation?token=${token}`);
    await rita.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(?!invitation)/);
    const { path } = await added();
    await owner.browser.submit(`${path}/test`, {});
    const delivery = await until(() => firstAt(path.slice(AT.length), 'deliveries'));
    const pages = {
      addresses: AT,
      'new-address': `${AT}/subscriptions/new`,
      address: path,
      delivery,
      events: `${AT}/events`,
      event: await firstAt('/events', 'events'),
      wellhub: `${AT}/wellhub`,
      webhook: await firstAt('/wellhub', 'wellhub'),
      keys: `${AT}/keys`,
      'new-key': `${AT}/keys/new`,
      key: await firstAt('/keys', 'keys'),
    };
    const faults: string[] = [];
    for (const [name, at] of Object.entries(pages)) {
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(at);
      faults.push(...(await faultsOf(rita)));
      await shot(`${name}-320`);
      await page.setViewportSize({ width: 1280, height: 900 });
      await shot(`${name}-1280`);
    }
    await page.emulateMedia({ colorScheme: 'dark' });
    await page.goto(path);
    for (const summary of await page.locator('main details summary').all()) await summary.click();
    faults.push(...(await faultsOf(rita)));
    await shot('address-dark');
    expect(faults).toEqual([]);
    await rita.leave();
  });
});
