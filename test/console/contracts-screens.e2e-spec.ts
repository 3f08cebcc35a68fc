import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { made, member, own } from '../support/form-makers.js';
import { formTo } from '../support/html-forms.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

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
    expect(profile).toContain('Current Whole day From 01/01/2026 until open end');
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
});
