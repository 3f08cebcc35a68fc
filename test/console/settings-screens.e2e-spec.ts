import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startBrowser } from '../support/browser.js';
import { faultsOf } from '../support/desk-stage.js';
import { Person } from '../support/person.js';
import { SETTINGS_WORDS } from '../../src/console/settings/settings-words.js';
import { StaffStage, STAFF_PASSWORD, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const SETTINGS = '/console/settings';
const PAGES = ['', '/partner', '/brand', '/gyms', '/gyms/new', '/wellhub', '/mails', '/retention'];

describe('the settings, on the screens of the console', () => {
  let stage: StaffStage;
  let browser: Browser;
  let owner: Colleague;
  let gym: string;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([
      StaffStage.open({ wellhubSimulatorUrl: 'http://127.0.0.1:9' }),
      startBrowser(),
    ]);
    owner = await stage.colleague({ role: 'OWNER' });
    gym = `${SETTINGS}/gyms/${stage.world.gymId}`;
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  /** What a browser would send of the form with this action: its hidden and its filled-in fields. */
  async function formAt(path: string, action = path): Promise<Record<string, string>> {
    const { text } = await owner.browser.get(path);
    const form = text.split('<form ').find((one) => one.includes(`action="${action}"`)) ?? '';
    const inputs = form.split('</form>')[0]?.match(/<(input|option)[^>]*>/g) ?? [];
    const name = (tag: string) => /\bname="([^"]*)"/.exec(tag)?.[1];
    const value = (tag: string) =>
      (/\bvalue="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&quot;', '"');
    const sent = inputs.filter(
      (tag) => name(tag) && (!/type="(radio|checkbox)"/.test(tag) || /\bchecked\b/.test(tag)),
    );
    const selected = [...form.matchAll(/<select[^>]*name="([^"]*)".*?<\/select>/gs)].map(
      ([whole, field = '']) =>
        [field, /<option[^>]*selected[^>]*>/.exec(whole)?.[0] ?? ''] as const,
    );
    return Object.fromEntries([
      ...sent.map((tag) => [name(tag) ?? '', value(tag)]),
      ...selected.map(([field, tag]) => [field, value(tag)]),
    ]);
  }
  const shot = async ({ page }: Person, name: string) => {
    const folder = process.env['SHOTS'];
    if (folder) await page.screenshot({ path: `${folder}/settings${name}.png`, fullPage: true });
  };
  const location = (answer: { status: number; headers: Headers }) => [
    answer.status,
    answer.headers.get('location'),
  ];
  const api = (path: string) => stage.world.admin.get(`/admin/v1/${path}`);
  const partnerPath = () => `partners/${stage.world.partnerId}`;

  it('C-83 C-85 the checklist sends its reader a mail, and keeps who confirmed the backups', async () => {
    const list = '/console/go-live';
    const shown = async () => textOf((await owner.browser.get(list)).text);
    expect(await shown()).toContain('Send me a test mail');
    const send = async (action: string) =>
      location(await owner.browser.submit(action, await formAt(list, action)));
    expect(await send(`${list}/test-mail`)).toEqual([303, `${list}?done=mailed`]);
    expect((await stage.mailTo(owner.email, 2)).subject).toContain('[Test]');
    expect(await send(`${list}/backups`)).toEqual([303, `${list}?done=saved`]);
    expect(await shown()).toContain('This is no longer so');
    const { items } = (await api(`${partnerPath()}/go-live`)).body as {
      items: { key: string; state: string; by: string | null }[];
    };
    const done = items.filter(({ key }) => key === 'MAIL' || key === 'BACKUPS');
    expect(done.map(({ state, by }) => [state, by])).toEqual([
      ['DONE', 'Ana Lima'],
      ['DONE', 'Ana Lima'],
    ]);
    expect(await send(`${list}/backups`)).toEqual([303, `${list}?done=saved`]);
    expect(await shown()).toContain('Yes, backups are made');
  });

  it('C-27 an owner saves what is on the form of the business, and nothing else changes', async () => {
    const before = (await api(partnerPath())).body;
    const form = await formAt(`${SETTINGS}/partner`);
    expect(form).toMatchObject({ name: 'Corpo Livre', timeZone: before.timeZone, locale: 'pt' });
    const changes = { supportEmail: 'ajuda@corpo.example', termsUrl: 'https://corpo.example/t' };
    const half = await owner.browser.submit(`${SETTINGS}/partner`, { ...form, ...changes });
    expect(half.status).toBe(422);
    expect(half.text).toContain('value="ajuda@corpo.example"');
    const whole = { ...form, ...changes, termsVersion: '1' };
    const saved = await owner.browser.submit(`${SETTINGS}/partner`, whole);
    expect(location(saved)).toEqual([303, `${SETTINGS}/partner?done=saved`]);
    const after = (await api(partnerPath())).body;
    expect(after).toEqual({ ...before, ...changes, termsVersion: '1' });
  });

  it('C-207 what was agreed with Wellhub, and whether our mails go out, is set on the form of the business', async () => {
    const path = `${SETTINGS}/partner`;
    const before = (await api(partnerPath())).body;
    const form = await formAt(path);
    expect(form).toMatchObject({ defaultMailTemplates: 'on', usageEventTypes: 'signin' });
    const { defaultMailTemplates: _mails, ...others } = form;
    const changes = { signUpUrl: 'https://corpo.example/join?o={origin}', logInUrl: '' };
    const typed = { ...changes, multiOffer: 'on', usageEventsFromVisits: 'on' };
    const types = { usageEventTypes: 'signin, class ' };
    await owner.browser.submit(path, { ...others, ...typed, ...types });
    expect((await api(partnerPath())).body).toMatchObject({
      signUpUrl: changes.signUpUrl,
      logInUrl: null,
      multiOffer: true,
      usageEventsFromVisits: true,
      usageEventTypes: ['signin', 'class'],
      defaultMailTemplates: false,
    });
    const refused = await owner.browser.submit(path, {
      ...form,
      signUpUrl: 'http://corpo.example',
    });
    expect([refused.status, textOf(refused.text)]).toEqual([
      422,
      expect.stringContaining('This value does not fit'),
    ]);
    const back = await formAt(path);
    await owner.browser.submit(path, { ...form, _seen: back['_seen'] ?? '' });
    expect((await api(partnerPath())).body).toEqual(before);
  });

  it('C-49 a form on top of what another person changed is shown again, with what is stored now', async () => {
    const form = await formAt(gym);
    await stage.world.admin.patch(`/admin/v1/gyms/${stage.world.gymId}`, { name: 'Praia' });
    const late = await owner.browser.submit(gym, { ...form, name: 'Centro Novo' });
    expect(late.status).toBe(422);
    expect(textOf(late.text)).toContain('Somebody else changed this');
    expect(textOf(late.text)).toContain('Stored now: Praia');
    expect(late.text).toContain('value="Centro Novo"');
    const seen = /name="_seen" value="([^"]*)"/.exec(late.text)?.[1] ?? '';
    const tag = seen.replaceAll('&quot;', '"');
    const again = await owner.browser.submit(gym, { ...form, name: 'Centro Novo', _seen: tag });
    expect(location(again)).toEqual([303, `${gym}?done=saved`]);
    expect((await api(`gyms/${stage.world.gymId}`)).body.name).toBe('Centro Novo');
  });

  it('C-27 a gym is added once however often its form is sent, changed, and removed', async () => {
    const form = await formAt(`${SETTINGS}/gyms/new`, `${SETTINGS}/gyms`);
    const sent = { ...form, name: 'Norte', wellhubGymId: '98 76', validationMode: 'GATE' };
    const [first, second] = [
      await owner.browser.submit(`${SETTINGS}/gyms`, sent),
      await owner.browser.submit(`${SETTINGS}/gyms`, sent),
    ];
    expect(location(second)).toEqual(location(first));
    const path = first.headers.get('location')?.split('?')[0] ?? '';
    const { body } = await api(`gyms/${path.split('/').at(-1)}`);
    expect(body).toMatchObject({ name: 'Norte', wellhubGymId: '9876', validationMode: 'GATE' });
    const bad = await owner.browser.submit(path, {
      ...(await formAt(path)),
      'accessCodes/ttlSeconds': '7',
    });
    expect(bad.status).toBe(422);
    expect(bad.text).toMatch(/name="accessCodes\/ttlSeconds"[^>]*aria-invalid="true"/);
    const taken = await formAt(`${SETTINGS}/gyms/new`, `${SETTINGS}/gyms`);
    const twice = await owner.browser.submit(`${SETTINGS}/gyms`, {
      ...taken,
      name: 'Sul',
      wellhubGymId: '9876',
    });
    expect(textOf(twice.text)).toContain('Another gym has this Wellhub id already');
    const removed = await owner.browser.submit(`${path}/remove`, {});
    expect(location(removed)).toEqual([303, `${SETTINGS}/gyms?done=removed`]);
    expect((await owner.browser.get(path)).status).toBe(404);
    expect(location(await owner.browser.submit(`${path}/remove`, {}))).toEqual(location(removed));
  });

  it('C-27 secrets are written and never shown, and an empty field keeps what is stored', async () => {
    const secrets = { wellhubAccessToken: 'own-token-1', webhookSecret: 'own-secret-of-sixteen' };
    const saved = await owner.browser.submit(`${gym}/secrets`, secrets);
    expect(location(saved)).toEqual([303, `${gym}?done=saved`]);
    await owner.browser.submit(`${gym}/secrets`, { wellhubAccessToken: '', webhookSecret: '' });
    const { text } = await owner.browser.get(gym);
    for (const secret of Object.values(secrets)) expect(text).not.toContain(secret);
    expect((await api(`gyms/${stage.world.gymId}`)).body).toMatchObject({
      wellhubAccessTokenSet: true,
      webhookSecretSet: true,
    });
    await owner.browser.submit(`${gym}/secrets/remove`, {});
    expect((await api(`gyms/${stage.world.gymId}`)).body.webhookSecretSet).toBe(false);
    const environment = { environment: 'sandbox' };
    const needy = await owner.browser.submit(`${SETTINGS}/wellhub`, environment);
    expect([needy.status, textOf(needy.text)]).toEqual([
      422,
      expect.stringContaining('needs a new access token'),
    ]);
    const token = { ...environment, accessToken: 'partner-token-1' };
    expect((await owner.browser.submit(`${SETTINGS}/wellhub`, token)).status).toBe(303);
    const shown = await owner.browser.get(`${SETTINGS}/wellhub`);
    expect(shown.text).not.toContain('partner-token-1');
    expect(textOf(shown.text)).toContain('Test Centro Novo');
  });

  it('C-27 the connection is tested for a gym, and the answer stands beside it in words', async () => {
    const connection = `/admin/v1/${partnerPath()}/wellhub`;
    const simulator = { environment: 'simulator', accessToken: 'simulator-token' };
    expect((await stage.world.admin.put(connection, simulator)).status).toBe(200);
    const tested = await owner.browser.submit(`${SETTINGS}/wellhub/test`, {
      gym: String(stage.world.gymId),
    });
    expect([tested.status, textOf(tested.text)]).toEqual([
      200,
      expect.stringContaining('Wellhub did not answer'),
    ]);
  });

  it('C-50 C-51 the brand is set with its contrast, and a faint one is refused on the page', async () => {
    const path = `${SETTINGS}/brand`;
    const form = await formAt(path);
    const faint = await owner.browser.submit(path, { ...form, accentColor: '#ffcc00' });
    expect(faint.status).toBe(422);
    expect(faint.text).toMatch(/name="accentColor"[^>]*aria-invalid="true"/);
    const good = { ...form, accentColor: '#ffcc00', textColor: 'BLACK', shortName: 'Corpo' };
    expect((await owner.browser.submit(path, good)).status).toBe(303);
    expect(textOf((await owner.browser.get(path)).text)).toContain('contrast of 13.88:1');
    const not = await owner.browser.call('PUT', `${path}/logo`, 'no picture', {
      'Content-Type': 'image/png',
    });
    expect(not.body).toEqual({ problem: expect.stringContaining('neither PNG nor JPEG') });
  });

  it('C-53 C-54 a mail is shown, drafted, saved in own words, tested and given back', async () => {
    const path = `${SETTINGS}/mails/password-reset`;
    expect(textOf((await owner.browser.get(`${path}?language=de`)).text)).toContain('Passwort für');
    const html = await owner.browser.get(`${path}/html?language=es`);
    expect(html.headers.get('content-security-policy')).toContain('sandbox');
    expect(html.text).toContain('<html lang="es">');
    const words = { subject: 'Oi {gym}', text: 'Aqui: {link}', html: '<a href="{link}">Aqui</a>' };
    const draft = await owner.browser.submit(`${path}/preview`, words);
    expect(textOf(draft.text)).toContain('Oi Corpo Livre');
    expect((await api(`${partnerPath()}/mail-templates/password-reset`)).status).toBe(404);
    const linkless = await owner.browser.submit(path, { ...words, text: 'Oi' });
    expect(linkless.status).toBe(422);
    expect(location(await owner.browser.submit(path, words))).toEqual([303, `${path}?done=saved`]);
    const tested = await owner.browser.submit(`${path}/test`, { language: 'pt' });
    expect(location(tested)).toEqual([303, `${path}?done=tested`]);
    expect((await stage.mailTo(owner.email, 2)).subject).toBe('[Teste] Oi Corpo Livre');
    await owner.browser.submit(`${path}/remove`, {});
    expect((await api(`${partnerPath()}/mail-templates/password-reset`)).status).toBe(404);
    expect((await owner.browser.get(`${SETTINGS}/mails/welcome`)).status).toBe(404);
  });

  it('C-55 everything that is kept has a name in every language', async () => {
    const { items } = (await api(`${partnerPath()}/data-retention`)).body;
    const kept = items.map(({ data }: { data: string }) => data).sort();
    for (const { retention } of Object.values(SETTINGS_WORDS))
      expect(Object.keys(retention.data).sort()).toEqual(kept);
    const page = await owner.browser.get(`${SETTINGS}/retention`);
    expect(textOf(page.text)).toMatch(/Mails \(encrypted\) 7 days when it was made/);
  });

  it('C-27 a manager sees and changes gyms only, and a viewer reads them', async () => {
    const [manager, viewer] = [await stage.colleague(), await stage.colleague({ role: 'VIEWER' })];
    for (const path of ['/partner', '/brand', '/wellhub', '/mails', '/retention'])
      expect([path, (await manager.browser.get(`${SETTINGS}${path}`)).status]).toEqual([path, 403]);
    const { text } = await manager.browser.get(SETTINGS);
    expect(textOf(text)).toContain('Gyms');
    expect(text).not.toContain(`${SETTINGS}/brand`);
    expect((await manager.browser.get(gym)).text).toContain('name="validationMode"');
    const read = await viewer.browser.get(gym);
    expect(read.text).not.toContain('name="validationMode"');
    expect(textOf(read.text)).toContain('Right after the check-in in the app');
    expect((await viewer.browser.submit(gym, { name: 'x' })).status).toBe(403);
  });

  it('C-27 all pages are readable on a phone in Portuguese; the colour is measured as it is typed', async () => {
    const { body } = await stage.invite({ role: 'OWNER', language: 'pt' });
    const { token } = await stage.mailTo(body.email);
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'pt-BR' });
    const { page } = person;
    await page.goto(`/console/invitation?token=${token}`);
    await person.submit({ name: 'Rita', password: STAFF_PASSWORD });
    await page.waitForURL(/console\/(today|desk)/);
    for (const path of [...PAGES, `/gyms/${stage.world.gymId}`, '/mails/password-reset']) {
      await page.goto(`${SETTINGS}${path}`);
      expect(await faultsOf(person)).toEqual([]);
      await shot(person, path.replaceAll('/', '-'));
    }
    await page.goto(`${SETTINGS}/brand`);
    await page.locator('#accentColor').fill('#8a1c7c');
    await page.locator('[name=textColor][value=WHITE]').check();
    expect(await page.locator('#contrast').innerText()).toContain('8,27:1');
    expect(await page.locator('[data-paint=fill]').first().getAttribute('fill')).toBe('#8a1c7c');
    await page.locator('#accentColor').fill('#ffee00');
    expect(await page.locator('#contrast').innerText()).toContain('4,5:1');
    const picture = Buffer.from(await page.screenshot());
    await page
      .locator('#logo')
      .setInputFiles({ name: 'l.png', mimeType: 'image/png', buffer: picture });
    await page.locator('#logo-form button').click();
    await page.waitForURL(/done=logo/);
    expect(await faultsOf(person)).toEqual([]);
    expect(
      await page
        .locator('img.logo-shown')
        .evaluate((img) => (img as { naturalWidth?: number }).naturalWidth),
    ).toBe(320);
    // The members' page has it in light and in dark, and both can be read.
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`/${stage.world.slug}/login`);
      expect(await faultsOf(person)).toEqual([]);
      await shot(person, `-members-${colorScheme}`);
    }
    await person.leave();
  });
});
