import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { newWellhubId } from '../support/check-in-stage.js';
import { DeskStage } from '../support/desk-stage.js';
import type { Person } from '../support/person.js';
import { pngOf } from '../support/png.js';
import { textOf, Visitor } from '../support/visitor.js';
import { givenAPartner } from '../support/world.js';

describe('the front desk', () => {
  let stage: DeskStage;
  let person: Person;

  beforeAll(async () => {
    stage = await DeskStage.open();
  });
  afterEach(() => person?.leave());
  afterAll(() => stage.close());

  const simulator = () => stage.stage.simulator;
  const button = (name: string) => person.page.getByRole('button', { name, exact: true });
  const result = () => person.page.locator('.result');
  const section = (id: 'waiting' | 'done') => person.page.locator(`#desk-${id}`);
  const calls = (wellhubId: string) => stage.desk.calls(wellhubId);
  const typeId = async (typed: string) => {
    await person.page.getByRole('textbox', { name: 'Wellhub id' }).fill(typed);
    await button('Validate this id').click();
  };

  it('admits staff with a key of their gym and their name, and explains what is wrong with others', async () => {
    person = await stage.visitor();
    const { page } = person;
    const { keyed, gymId } = stage.desk.world;
    const reader = await keyed(['CHECKIN_READ']);
    const wellhub = await keyed(['WELLHUB_REGISTRATION']);
    const problem = () => page.getByRole('alert').innerText();
    for (const [key, words] of [
      ['ghk_test_nonsense', 'unknown'],
      [reader.key, 'CHECKIN_WRITE'],
      [wellhub.key, 'made for Wellhub'],
      [stage.stage.app.settings.operatorApiKey, 'operator'],
    ] as const) {
      await stage.logIn(person, key);
      expect(await problem()).toContain(words);
      expect(await page.getByLabel('Your name').inputValue()).toBe('Rita');
      expect(await page.getByLabel('API key').inputValue()).toBe('');
    }
    const { key } = await keyed(['CHECKIN_WRITE'], { gymId });
    await stage.logIn(person, key, ' ');
    expect(await problem()).toContain('your name');
    await stage.logIn(person, key);
    await page.waitForURL(`**${stage.path}`);
    expect(await page.locator('.desk-head').innerText()).toContain('CHECKIN_WRITE (Rita)');
    await button('Log out').click();
    await page.waitForURL('**/console/desk/log-in');
    await page.goto(stage.path);
    expect(page.url()).toContain('/log-in');
  });

  it('lets staff choose the gym when the key is valid for several', async () => {
    const { world } = await stage.stage.partner({ gym: { name: 'North' } });
    await world.admin.post(`/admin/v1/partners/${world.partnerId}/gyms`, { name: 'South' });
    const { key } = await world.keyed(['CHECKIN_WRITE']);
    person = await stage.visitor();
    await stage.logIn(person, key);
    expect(await person.page.locator('.choice a').allInnerTexts()).toEqual(['North', 'South']);
    await person.page.getByRole('link', { name: 'South' }).click();
    expect(await person.page.locator('.desk-place').innerText()).toContain('South');
    expect(await person.page.getByRole('link', { name: 'Other gym' }).isVisible()).toBe(true);
    stage.stage.simulator.setTarget({
      baseUrl: stage.stage.app.api.origin,
      apiKey: 'not-used-here',
      hook: stage.desk.world.hookPath.split('/')[2] ?? '',
      webhookSecret: stage.desk.world.webhookSecret,
      wellhubGymId: stage.desk.world.wellhubGymId,
    });
  });

  it('shows a new check-in without reload, announces it to screen readers, and does not disturb typing', async () => {
    person = await stage.staff();
    const { page } = person;
    await page.evaluate(() => Object.assign(globalThis, { isSamePage: true }));
    await page.getByRole('textbox', { name: 'Wellhub id' }).fill('001 23');
    await stage.arrive('Ana', { productDescription: 'Gym floor' });
    await section('waiting').getByRole('heading', { name: 'Ana Prado' }).waitFor();
    expect(await page.locator('#desk-news').innerText()).toBe('New check-in: Ana Prado');
    expect(await page.title()).toMatch(/^\(1\) Today/);
    expect(await page.getByRole('textbox', { name: 'Wellhub id' }).inputValue()).toBe('001 23');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('typed');
    expect(await page.evaluate(() => 'isSamePage' in globalThis)).toBe(true);
    expect(person.complaints).toEqual([]);
  });

  it('C-203 shows the photo of who waits, to staff who may see members', async () => {
    const { customer_id: id } = await stage.arrive('Nora');
    const path = `/admin/v1/customers/${id}/photo`;
    expect((await stage.desk.world.admin.put(path, pngOf(64, 64))).status).toBe(200);
    const photo = () => section('waiting').locator(`img[src="${path}"]`);
    person = await stage.staff();
    await photo().waitFor({ state: 'attached' });
    await person.leave();
    person = await stage.staff({}, ['CHECKIN_WRITE']);
    await section('waiting').getByText('Nora Prado').first().waitFor();
    expect(await photo().count()).toBe(0);
  });

  it('W-71 Validate calls Wellhub once, opens a visit, shows the result and records who did it', async () => {
    person = await stage.staff();
    const row = await stage.arrive('Bruno');
    await button('Validate Bruno Prado').click();
    await result().waitFor();
    expect(await result().innerText()).toMatch(/Validated\s+Bruno Prado\s+Wellhub said yes/);
    expect(await person.page.evaluate(() => document.activeElement?.id)).toBe('result-title');
    const done = section('done').getByRole('listitem').filter({ hasText: 'Bruno Prado' });
    expect(await done.innerText()).toContain('Validated');
    expect(await button('Validate Bruno Prado').count()).toBe(0);
    expect(calls(row.wellhub_id)).toBe(1);
    expect(
      await stage.stage.app.sql('select source from visits where customer_id = $1', [
        row.customer_id,
      ]),
    ).toEqual([{ source: 'DESK' }]);
    const actors = await stage.audited('check-in.validate');
    expect(actors.at(-1)).toBe('CHECKIN_WRITE+CUSTOMER_READ+CUSTOMER_WRITE (Rita)');
    await person.page.reload();
    expect(await person.page.title()).toContain('Today');
    expect(calls(row.wellhub_id)).toBe(1);
  });

  const policyPath = () => `/admin/v1/gyms/${stage.desk.world.gymId}/access-policy`;
  const always = { 'If-Match': '*' };

  async function closed(): Promise<void> {
    const closingDays = [-1, 0, 1].map((days) => ({
      date: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    }));
    const policy = { closingDays, outsideRules: 'DENY' };
    const { status, text } = await stage.desk.world.admin.put(policyPath(), policy, always);
    expect([status, text]).toEqual([200, text]);
  }

  async function reopened(): Promise<void> {
    expect((await stage.desk.world.admin.delete(policyPath(), always)).status).toBe(204);
  }

  it.each([
    ['pt-BR', 'Validar', 'Uma porta não teria aberto: A unidade estava fechada; '],
    ['en-US', 'Validate', 'A door would have stayed shut: The gym was closed; '],
    ['es-ES', 'Validar', 'Una puerta no se habría abierto: '],
    ['de-DE', 'Validieren', 'Eine Tür wäre zugeblieben: '],
  ])(
    'A-8 Validate says in the words of %s what a door would have refused',
    async (locale, validate, words) => {
      await closed();
      person = await stage.staff({ locale });
      await stage.arrive('Dora');
      await button(`${validate} Dora Prado`).last().click();
      await result().waitFor();
      expect(await result().innerText()).toContain(words);
      await reopened();
    },
  );

  it('A-8 the screen of a check-in says so, too', async () => {
    await closed();
    const { key } = await stage.desk.world.keyed(['PARTNER_ADMIN'], { name: 'owner' });
    const visitor = new Visitor(stage.stage.app.api);
    const json = { 'Content-Type': 'application/json' };
    await visitor.call('POST', '/console/session', JSON.stringify({ key, name: 'Rita' }), json);
    const row = await stage.arrive('Emil');
    const { headers } = await visitor.submit(`/console/check-ins/${row.id}/validate`, {});
    const { text } = await visitor.get(headers.get('location') ?? '');
    expect(textOf(text)).toMatch(/(?:não teria aberto|would have stayed shut): /);
    await reopened();
  });

  it.each([
    ['expired', 'en-US', 'Validate', /Expired[\s\S]*check in again in the Wellhub app/],
    ['expired', 'de-DE', 'Validieren', /Abgelaufen[\s\S]*neu einzuchecken/],
    ['canceled', 'pt-BR', 'Validar', /Cancelado[\s\S]*cancelou este check-in/],
    ['rejected', 'es-ES', 'Validar', /Rechazado[\s\S]*Wellhub: /],
    ['already', 'en-US', 'Validate', /Was validated already[\s\S]*Let the person in/],
    ['forbidden', 'en-US', 'Validate', /does not accept our credentials[\s\S]*Tell your manager/],
  ] as const)('explains %s in the words of %s', async (answer, locale, validate, words) => {
    person = await stage.staff({ locale });
    const row = await stage.arrive('Carla');
    simulator().planAnswer({ wellhubId: row.wellhub_id, answer, times: 1 });
    await button(`${validate} Carla Prado`).last().click();
    await result().waitFor();
    expect(await result().innerText()).toMatch(words);
    await stage.stage.app.sql('delete from check_in_transitions where check_in_id = $1', [row.id]);
    await stage.stage.app.sql('delete from check_ins where id = $1', [row.id]);
    await stage.stage.app.sql('delete from wellhub_pauses');
  });

  it('explains a missing answer, and shows the answer by itself when it arrives', async () => {
    person = await stage.staff();
    const row = await stage.arrive('Davi');
    simulator().planAnswer({ wellhubId: row.wellhub_id, answer: '500', times: 1 });
    await button('Validate Davi Prado').click();
    await result().waitFor();
    expect(await result().innerText()).toMatch(
      /has not answered yet\s+Davi Prado\s+We keep asking/,
    );
    await result().getByText('Wellhub said yes').waitFor();
    expect(await person.page.locator('#desk-news').innerText()).toContain('Validated');
  });

  it('waits for a slow Wellhub, shows that meanwhile, and counts a double press once', async () => {
    person = await stage.staff();
    const row = await stage.arrive('Eva');
    const { wellhub_id: wellhubId } = row;
    simulator().planAnswer({ wellhubId, answer: 'normal', delayMs: 3_500, times: 1 });
    await button('Validate Eva Prado').click();
    const busy = button('Asking Wellhub… Eva Prado');
    await busy.waitFor();
    await busy.press('Enter');
    expect(await person.page.locator('#desk-news').innerText()).toBe('Asking Wellhub…');
    await result().waitFor();
    expect(await result().innerText()).toContain('Wellhub said yes');
    expect(calls(wellhubId)).toBe(1);
  });

  it('W-52 validates again what expired by our deadline', async () => {
    person = await stage.staff();
    const row = await stage.arrive('Fabio');
    await stage.stage.app.sql(
      `update check_ins set state = 'EXPIRED', cause = 'DEADLINE', updated_at = clock_timestamp() where id = $1`,
      [row.id],
    );
    const again = button('Ask Wellhub again Fabio Prado');
    await again.waitFor();
    expect(await section('done').innerText()).toContain('Not in time');
    await again.click();
    await result().waitFor();
    expect(await result().innerText()).toContain('Wellhub said yes');
  });

  it('W-53 forgives spaces and points in a typed id, and W-51 welcomes back without a call', async () => {
    person = await stage.staff();
    const wellhubId = newWellhubId();
    await simulator().checkIn({ wellhubId, deliver: false });
    await typeId(` ${wellhubId.slice(0, 4)} ${wellhubId.slice(4, 9)}-${wellhubId.slice(9)}.`);
    await result().waitFor();
    expect(await result().innerText()).toMatch(/Validated\s+Name not known/);
    expect(await person.page.getByRole('textbox', { name: 'Wellhub id' }).inputValue()).toBe('');
    await typeId(wellhubId);
    await person.page.getByText('Welcome back').waitFor();
    expect(calls(wellhubId)).toBe(1);
    await typeId(newWellhubId());
    await person.page.getByText('No check-in found').waitFor();
  });

  it.each([
    ['0012 345', 'These are 7'],
    ['gpw-0012345678905', 'for computers'],
    ['O012345678905', 'Is a letter among them'],
    ['   ', 'Type the 13 digits'],
  ])('W-53 explains the typed id %p before any call', async (typed, words) => {
    person = await stage.staff();
    const before = Object.keys(simulator().ledger().people).length;
    await typeId(typed);
    const problem = person.page.locator('#typed-problem');
    await problem.waitFor();
    expect(await problem.innerText()).toContain(words);
    expect(await person.page.evaluate(() => document.activeElement?.id)).toBe('typed');
    expect(Object.keys(simulator().ledger().people)).toHaveLength(before);
  });

  it('finds people by a piece of name, e-mail or id, and puts none of it into the address', async () => {
    const row = await stage.arrive('Zuzana', { email: 'zu@quiet-river.example' });
    await stage.arrive('Gil');
    person = await stage.staff();
    const { page } = person;
    const names = async () => section('waiting').locator('h3').allInnerTexts();
    for (const typed of ['uzan', 'quiet-RIVER', row.wellhub_id.slice(5), 'zuzana pra']) {
      await page.getByLabel('Search', { exact: true }).fill(typed);
      const found = await eventually(names, (all) => all.length === 1);
      expect([typed, found]).toEqual([typed, ['Zuzana Prado']]);
    }
    await page.getByLabel('Search', { exact: true }).fill('nobody at all');
    await page.getByText('Nobody found').waitFor();
    expect(page.url()).toMatch(new RegExp(`${stage.path}$`));
    await page.getByLabel('Search', { exact: true }).fill('');
    expect(await eventually(names, (all) => all.includes('Gil Prado'))).toContain('Gil Prado');
  });

  it('shows who has the least time left first, and who has none last', async () => {
    const rows = [];
    for (const name of ['Nove', 'Trinta', 'Sete', 'Atrasado']) rows.push(await stage.arrive(name));
    for (const [at, minutes] of [9, 30, 7, -5].entries())
      await stage.stage.app.sql(
        `update check_ins set expires_at = clock_timestamp() + make_interval(mins => $2) where id = $1`,
        [rows[at]?.id, minutes],
      );
    person = await stage.staff();
    const names = (await section('waiting').locator('h3').allInnerTexts()).map(
      (name) => name.split(' ')[0],
    );
    const ours = names.filter((name) => ['Nove', 'Trinta', 'Sete', 'Atrasado'].includes(name!));
    expect(ours).toEqual(['Sete', 'Nove', 'Trinta', 'Atrasado']);
  });

  it('accepts name and e-mail of a new customer with a manual entry, and requires neither', async () => {
    person = await stage.staff();
    const { page } = person;
    const wellhubId = newWellhubId();
    await simulator().checkIn({ wellhubId, deliver: false });
    const form = page.locator('#desk-typed');
    await form.getByLabel('First name').fill('Olga');
    await form.getByLabel('Last name').fill('Reis');
    await form.getByLabel('E-mail').fill('olga at home');
    await typeId(wellhubId);
    const problem = page.locator('#email-problem');
    await problem.filter({ hasText: 'does not look like an e-mail' }).waitFor();
    expect(await form.getByLabel('First name').inputValue()).toBe('Olga');
    expect(calls(wellhubId)).toBe(0);
    await form.getByLabel('E-mail').fill('olga@example.com');
    await button('Validate this id').click();
    await result().filter({ hasText: 'Olga Reis' }).waitFor();
    const [row] = await stage.desk.rows(wellhubId);
    const { body } = await stage.desk.world.admin.get(`/admin/v1/customers/${row?.customer_id}`);
    expect(body).toMatchObject({ firstName: 'Olga', lastName: 'Reis', email: 'olga@example.com' });
    expect(await form.getByLabel('E-mail').inputValue()).toBe('');
  });

  it('links an unknown person to a customer after showing both', async () => {
    const row = await stage.arrive('Hana');
    const into = await stage.customer({ firstName: 'Johanna', lastName: 'Lima', number: 'M-77' });
    const other = await stage.customer({ firstName: 'Johann', gympassId: newWellhubId() });
    person = await stage.staff();
    const { page } = person;
    await page.getByRole('link', { name: 'Link to a customer Hana Prado' }).click();
    expect(await page.locator('h1').innerText()).toBe('Who is Hana Prado?');
    await person.submit({ q: 'JOHAN' });
    const found = page.locator('.found li');
    expect(await found.count()).toBe(2);
    expect(await found.filter({ hasText: 'another Wellhub id' }).count()).toBe(1);
    expect(await found.filter({ hasText: 'another Wellhub id' }).innerText()).toContain(
      `No. ${other}`,
    );
    expect(await found.filter({ hasText: 'Lima' }).innerText()).toContain('No. M-77');
    await person.submit({ q: 'joh lim' });
    await page.getByRole('button', { name: 'Choose Johanna Lima' }).click();
    expect(await page.locator('.question').innerText()).toContain('Hana Prado becomes part of');
    expect((await stage.desk.rows(row.wellhub_id))[0]?.customer_id).toBe(row.customer_id);
    await button('Yes, it is the same person').click();
    await result().waitFor();
    expect(await result().innerText()).toContain('Linked');
    expect(Number((await stage.desk.rows(row.wellhub_id))[0]?.customer_id)).toBe(into);
    expect(await section('waiting').innerText()).toContain('Johanna Lima');
    expect(await stage.audited('customer.merged')).toHaveLength(1);
    expect(other).not.toBe(into);
  });

  it('accepts and rejects typed Wellhub ids', async () => {
    const [first, second] = [newWellhubId(), newWellhubId()];
    const ines = await stage.claim('Ines', first);
    await stage.claim('Jorge', second);
    person = await stage.staff();
    await button('Accept Ines Rocha').click();
    await result().getByText('now belongs to this member').waitFor();
    const path = `/admin/v1/customers/${ines}`;
    expect((await stage.desk.world.admin.get(path)).body.gympassId).toBe(first);
    await button('Reject Jorge Rocha').click();
    await result().getByText('Nothing was changed').waitFor();
    expect(await person.page.locator('#desk-claims').innerText()).toBe('');
    expect(await stage.audited('wellhub-id-claim.accepted')).toEqual([
      'CHECKIN_WRITE+CUSTOMER_READ+CUSTOMER_WRITE (Rita)',
    ]);
  });

  it('obeys no other site, no other partner and no key that may not', async () => {
    const row = await stage.arrive('Kim');
    const { world } = stage.desk;
    const guest = async (key: string) => {
      const visitor = new Visitor(stage.stage.app.api);
      await visitor.submit('/console/desk/log-in', { key, name: 'Rita' });
      return visitor;
    };
    const press = `${stage.path}/check-ins/${row.id}/validate`;
    const own = await guest((await world.keyed(['CHECKIN_WRITE'])).key);
    const foreign = await own.submit(press, {}, { 'Sec-Fetch-Site': 'cross-site' });
    expect(foreign.status).toBe(403);
    const search = await own.submit(`${stage.path}/check-ins/${row.id}/link`, { q: 'a' });
    expect(search.status).toBe(403);
    const stranger = await givenAPartner(stage.stage.app);
    const theirs = await guest((await stranger.keyed(['CHECKIN_WRITE'])).key);
    expect((await theirs.submit(press, {})).status).toBe(404);
    const elsewhere = `/console/desk/${stranger.gymId}/check-ins/${row.id}/validate`;
    expect((await theirs.submit(elsewhere, {})).status).toBe(404);
    expect((await theirs.get(`${stage.path}/pulse`)).status).toBe(404);
    const nobody = new Visitor(stage.stage.app.api);
    const logIn = `/console/desk/log-in?to=${encodeURIComponent(stage.path)}`;
    expect((await nobody.submit(press, {})).headers.get('location')).toBe(logIn);
    expect((await nobody.get(`${stage.path}/pulse`)).status).toBe(401);
    expect(calls(row.wellhub_id)).toBe(0);
  });
});
