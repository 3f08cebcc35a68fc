import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startBrowser } from '../support/browser.js';
import { made, member, own } from '../support/form-makers.js';
import { contracted } from '../support/gym-forms.js';
import { formTo } from '../support/html-forms.js';
import { Person } from '../support/person.js';
import { pngOf } from '../support/png.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const BYTES = { 'Content-Type': 'application/octet-stream' };
const CATALOGUE = '/console/settings/catalogue';

describe('contracts and what they may have, on the screens of the console', () => {
  let stage: StaffStage;
  let manager: Colleague;

  beforeAll(async () => {
    stage = await StaffStage.open();
    manager = await stage.colleague();
  });
  afterAll(() => stage.close());

  const add = (kind: string, fields: Record<string, string>) =>
    manager.browser.submit(`${CATALOGUE}/${kind}/new`, fields);
  const listed = async (kind: string) =>
    (await stage.world.admin.get(`/admin/v1/${own(stage, kind)}`)).body.items;

  it('C-201 an empty list says what it is for, and a contract leads to it', async () => {
    const { text } = await manager.browser.get(`${CATALOGUE}/memberships`);
    expect(textOf(text)).toContain('No memberships yet');
    const form = await manager.browser.get(`/console/members/${await member(stage)}/contracts/new`);
    expect(textOf(form.text)).toContain('A membership and a payment plan are needed first.');
    expect(form.text).toContain(`href="${CATALOGUE}"`);
    expect((await manager.browser.get(`${CATALOGUE}/nothing`)).status).toBe(404);
  });

  it('C-201 memberships, payment plans and discounts are made and changed', async () => {
    const { headers } = await add('memberships', { name: 'Mornings' });
    expect(headers.get('location')).toBe(`${CATALOGUE}/memberships?done=added`);
    await add('payment-plans', { name: 'Locker', isAddOnPaymentPlan: 'on' });
    await add('discounts', {
      name: 'Family',
      'membershipFee/type': 'PERCENT',
      'membershipFee/value': '12,5',
      'joiningFee/type': 'NONE',
      'joiningFee/value': '7',
      'administrationFee/type': 'NONE',
    });
    const [discount] = await listed('discounts');
    expect(discount).toMatchObject({
      name: 'Family',
      isActive: true,
      membershipFee: { type: 'PERCENT', value: 12.5 },
      joiningFee: { type: 'NONE', value: null },
    });
    expect(await listed('payment-plans')).toMatchObject([{ isAddOnPaymentPlan: true }]);
    const shown = textOf((await manager.browser.get(`${CATALOGUE}/discounts`)).text);
    expect(shown).toContain('Membership fee: −12.5%');
    const path = `${CATALOGUE}/discounts/${discount.id}`;
    const { fields } = formTo((await manager.browser.get(path)).text, path);
    expect(fields).toMatchObject({ 'membershipFee/value': '12.5', state: 'USED' });
    const wrong = await manager.browser.submit(path, { ...fields, 'membershipFee/value': '120' });
    expect([wrong.status, textOf(wrong.text)]).toEqual([
      422,
      expect.stringContaining('This value does not fit'),
    ]);
    await manager.browser.submit(path, { ...fields, state: 'REMOVED' });
    expect(await listed('discounts')).toMatchObject([{ isActive: false, isDeleted: true }]);
  });

  it('C-201 the next page of a long list is one click away', async () => {
    for (let at = 0; at < 51; at += 1)
      await made(stage, own(stage, 'memberships'), { name: `Plan ${at}` });
    const { text } = await manager.browser.get(`${CATALOGUE}/memberships`);
    const [, next = ''] = /rel="next" href="([^"]+)"/.exec(text) ?? [];
    const second = await manager.browser.get(next.replaceAll('&amp;', '&'));
    expect(textOf(second.text)).toContain('Plan 50');
  });

  it('C-201 who works at one gym only, and who may not write, read the lists', async () => {
    const [first] = await listed('memberships');
    const narrowed = { role: 'MANAGER', gymIds: [stage.world.gymId] };
    for (const values of [narrowed, { role: 'VIEWER' }]) {
      const { browser } = await stage.colleague(values);
      const { status, text } = await browser.get(`${CATALOGUE}/memberships`);
      expect([status, text]).toEqual([200, expect.not.stringContaining('/new"')]);
      const item = await browser.get(`${CATALOGUE}/memberships/${first.id}`);
      expect([item.status, item.text]).toEqual([200, expect.not.stringContaining('_key')]);
    }
    const developer = await stage.colleague({ role: 'DEVELOPER' });
    expect((await developer.browser.get('/console/settings')).text).not.toContain(CATALOGUE);
  });

  it('C-202 a contract is made, ended, paused and removed', async () => {
    const id = await member(stage);
    const membershipId = await made(stage, own(stage, 'memberships'), { name: 'Whole day' });
    const paymentPlanId = await made(stage, own(stage, 'payment-plans'), { name: 'Monthly' });
    const discountId = await made(stage, own(stage, 'discounts'), { name: 'Student' });
    const path = `/console/members/${id}/contracts`;
    const typed = { membershipId, paymentPlanId, startDate: '2026-01-01' };
    const wrong = await manager.browser.submit(`${path}/new`, { ...typed, endDate: '2025-01-01' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('value="2025-01-01"');
    const boxes = { [`discountIds.${discountId}`]: 'on' };
    const done = await manager.browser.submit(`${path}/new`, { ...typed, ...boxes });
    expect(done.headers.get('location')).toBe(`/console/members/${id}?done=contract`);
    const stored = async () =>
      (await stage.world.admin.get(`/admin/v1/customers/${id}/contracts`)).body.items[0];
    const { id: contractId, ...contract } = await stored();
    expect(contract).toMatchObject({ discountIds: [Number(discountId)], isCurrent: true });
    const profile = textOf((await manager.browser.get(`/console/members/${id}`)).text);
    expect(profile).toContain('Current Whole day Since 01/01/2026, open end');
    const page = `${path}/${contractId}`;
    const { fields } = formTo((await manager.browser.get(page)).text, page);
    const change = (values: Record<string, string>) =>
      manager.browser.submit(page, { ...fields, _seen: '', ...values });
    await change({ endDate: '2026-02-01', cancelDate: '2026-01-15' });
    expect(await stored()).toMatchObject({ endDate: '2026-02-01', isCurrent: false });
    expect(textOf((await manager.browser.get(path)).text)).toContain('cancelled on 15/01/2026');
    await change({ state: 'PAUSED' });
    expect(await stored()).toMatchObject({ endDate: null, isActive: false, isDeleted: false });
    await change({ state: 'REMOVED' });
    expect(textOf((await manager.browser.get(path)).text)).toContain('Removed');
    const viewer = await stage.colleague({ role: 'VIEWER' });
    const read = await viewer.browser.get(page);
    expect([read.status, textOf(read.text)]).toEqual([200, expect.stringContaining('Whole day')]);
    expect(read.text).not.toContain('_key');
    expect((await viewer.browser.get(`${path}/new`)).status).toBe(403);
    expect((await manager.browser.get(`${path}/0`)).status).toBe(404);
  });

  it('C-203 the photo and the documents of a member are uploaded, replaced and removed', async () => {
    const id = await member(stage);
    const path = `/console/members/${id}/files`;
    const send = (kind: string, bytes: Buffer | string, by = manager) =>
      by.browser.call('PUT', `${path}/${kind}`, bytes, BYTES);
    expect(textOf((await manager.browser.get(path)).text)).toContain('No file yet.');
    const stored = await send('photo', pngOf(64, 64));
    expect(JSON.parse(stored.text)).toEqual({ to: `${path}?done=saved` });
    const { text } = await manager.browser.get(path);
    expect(text).toContain(`src="/admin/v1/customers/${id}/photo"`);
    expect((await manager.browser.get(`/console/members/${id}`)).text).toContain(
      `src="/admin/v1/customers/${id}/photo"`,
    );
    expect((await send('photo', 'no picture')).text).toContain('neither JPEG nor PNG');
    expect((await send('direct-debit-document', 'x')).text).toContain('neither PDF, JPEG nor PNG');
    expect((await send('direct-debit-document', '%PDF-1.7 mandate')).text).toContain('done=saved');
    const file = `/admin/v1/customers/${id}/direct-debit-document`;
    expect((await manager.browser.get(path)).text).toContain(`href="${file}" download`);
    expect((await manager.browser.get(file)).text).toBe('%PDF-1.7 mandate');
    await manager.browser.submit(`${path}/photo/remove`, {});
    expect((await manager.browser.get(path)).text).not.toContain(`/customers/${id}/photo"`);
    const viewer = await stage.colleague({ role: 'VIEWER' });
    expect((await viewer.browser.get(path)).text).not.toContain('data-send-file');
    expect((await send('photo', pngOf(64, 64), viewer)).status).toBe(403);
    expect((await send('passport', pngOf(64, 64))).status).toBe(404);
  });

  it('C-203 the signed contract is kept with it', async () => {
    const page = await contracted(stage);
    const sent = await manager.browser.call('PUT', `${page}/document`, '%PDF-1.7 signed', BYTES);
    expect(JSON.parse(sent.text)).toEqual({ to: `${page}?done=saved` });
    const [, href = ''] =
      /href="([^"]+\/document)" download/.exec((await manager.browser.get(page)).text) ?? [];
    expect((await manager.browser.get(href)).text).toBe('%PDF-1.7 signed');
    await manager.browser.submit(`${page}/document/remove`, {});
    expect((await manager.browser.get(href)).status).toBe(404);
  });

  it('C-203 in a browser the file goes up by a button, and a wrong one says why', async () => {
    const browser = await startBrowser();
    const person = await Person.at(browser, stage.app.api.origin, { locale: 'en-GB' });
    const value = manager.browser.cookie('gatehouse-console') ?? '';
    await person.context.addCookies([
      { name: 'gatehouse-console', value, url: stage.app.api.origin },
    ]);
    const path = `/console/members/${await member(stage)}/files`;
    await person.page.goto(path);
    const field = person.page.locator('#file-photo');
    const button = person.page.locator('#file-photo-form button');
    await field.setInputFiles({ name: 'a.txt', mimeType: 'image/png', buffer: Buffer.from('x') });
    await button.click();
    await person.page.getByText('neither JPEG nor PNG').waitFor();
    const buffer = pngOf(64, 64);
    await field.setInputFiles({ name: 'a.png', mimeType: 'image/png', buffer });
    await button.click();
    await person.page.waitForURL(/done=saved/);
    await person.leave();
    await browser.close();
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])(
    'C-202 A-17 a contract and a pass begin today by the clock of the gyms, in %s',
    async (timeZone) => {
      const { admin, gymId } = stage.world;
      const { headers } = await admin.get(`/admin/v1/gyms/${gymId}`);
      const seen = { 'If-Match': headers.get('etag') ?? '' };
      const moved = await admin.patch(`/admin/v1/gyms/${gymId}`, { timeZone }, seen);
      expect(moved.status).toBe(200);
      const home = `/console/members/${await member(stage)}`;
      const fieldsOf = async (path: string) =>
        formTo((await manager.browser.get(path)).text, path).fields;
      const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(new Date());
      expect((await fieldsOf(`${home}/contracts/new`)).startDate).toBe(today);
      const { validFrom, validUntil } = await fieldsOf(`${home}/passes/new`);
      expect([validFrom, validUntil]).toEqual([today, today]);
    },
  );
});
