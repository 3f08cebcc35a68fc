import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { DeclaredRoutes } from '../../src/platform/http/declared-routes.js';
import type { Answer } from '../support/api.js';
import { startBrowser } from '../support/browser.js';
import { CHANGING_FORMS, OTHER_FORMS } from '../support/console-forms.js';
import type { FilledForm } from '../support/form-makers.js';
import { RIVAL_CHANGES } from '../support/rival-changes.js';
import { fieldsRefusedByBrowser } from '../support/form-validity.js';
import { formTo } from '../support/html-forms.js';
import { isScreen } from '../support/screens.js';
import { StaffStage, type Colleague } from '../support/staff-stage.js';
import { textOf } from '../support/visitor.js';

const SHOWN_ONCE = [
  'POST /console/developers/keys/new',
  'POST /console/developers/keys/:id/rotate',
  'POST /console/developers/subscriptions/new',
  'POST /console/developers/subscriptions/:id/secret',
  'POST /console/doors/:id/token',
];

describe('one form of the console, sent more than once', () => {
  let stage: StaffStage;
  let owner: Colleague;
  let operator: Colleague;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    [stage, browser] = await Promise.all([StaffStage.open(), startBrowser()]);
    page = await browser.newPage();
    owner = await stage.colleague({ role: 'OWNER' });
    operator = await stage.operator();
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  /** As a browser sends it: a second press brings the same again. */
  async function opened(route: string) {
    const form = await CHANGING_FORMS[route]?.(stage);
    if (!form) throw new Error(`there is no form for ${route}`);
    const { page, action = page, fields: typed } = form;
    const { browser } = form.isOperator ? operator : owner;
    const { text: html } = await browser.get(page);
    const fields = { ...formTo(html, action).fields, ...typed };
    return { form, action, html, fields, send: () => browser.submit(action, fields) };
  }

  const writes = async (): Promise<number> => {
    const [row] = await stage.app.sql<{ count: string }>('select count(*) from audit_log', []);
    return Number(row?.count);
  };

  const endOf = ({ status, headers }: Answer) => [status, headers.get('location')];

  const changesOf = (one: number, { isState }: FilledForm) => (isState ? [one, 2 * one] : [one]);

  it('C-112 every form that changes something is tried below, or is named with its reason', () => {
    const routes = stage.app.app
      .get(DeclaredRoutes)
      .all.filter(isScreen)
      .map(({ address }) => address)
      .filter((address) => address.startsWith('POST '));
    const known = [...Object.keys(CHANGING_FORMS), ...Object.keys(OTHER_FORMS)];
    expect(routes.sort()).toEqual(known.sort());
  });

  it.each(Object.keys(CHANGING_FORMS))(
    'C-29 C-112 %s is sent by a browser as it is opened, and twice changes something once, with answers that lead to one place',
    async (route) => {
      const { form, action, html, send } = await opened(route);
      const shown = { html, action, typed: form.fields ?? {} };
      expect(await fieldsRefusedByBrowser(page, shown)).toEqual([]);
      const before = await writes();
      const first = await send();
      expect([first.status, textOf(first.text).slice(0, 400)]).toEqual([
        first.status === 200 ? 200 : 303,
        textOf(first.text).slice(0, 400),
      ]);
      const once = (await writes()) - before;
      expect(once).toBeGreaterThan(0);
      const second = await send();
      expect(endOf(second)).toEqual(endOf(first));
      expect(second.text).not.toMatch(/undefined|\[object/);
      expect(changesOf(once, form)).toContain((await writes()) - before);
    },
  );

  it.each(Object.keys(CHANGING_FORMS))(
    'C-112 %s in parallel changes something once',
    async (route) => {
      const { form, send } = await opened(route);
      const before = await writes();
      const answers = await Promise.all([send(), send()]);
      const [first, second] = answers.map(endOf);
      expect(second).toEqual(first);
      expect(first?.[0]).toBeLessThan(400);
      for (const { text } of answers) expect(text).not.toMatch(/undefined|\[object/);
      expect(changesOf(1, form)).toContain((await writes()) - before);
    },
  );

  it.each(SHOWN_ONCE)('C-112 %s again says that the secret was shown before', async (route) => {
    const { send } = await opened(route);
    const [first, second] = [await send(), await send()];
    const secrets = (html: string) => [...html.matchAll(/<code>[^<]*<\/code>/g)];
    expect(secrets(first.text).length).toBeGreaterThan(0);
    expect([second.status, secrets(second.text)]).toEqual([200, []]);
    expect(textOf(second.text)).toContain('shown once already and cannot be shown again');
    expect(second.text).toMatch(/<a class="button" href="\/console\/[^"]+">/);
  });

  it.each(Object.keys(RIVAL_CHANGES))(
    'C-113 %s on top of another change says so, keeps what was typed, and counts when it is sent again',
    async (route) => {
      const { form, action, fields } = await opened(route);
      const rival = RIVAL_CHANGES[route]?.(form.page, stage);
      if (!rival) throw new Error('nobody changes anything');
      const { method, path, body } = rival;
      const changed = await stage.world.admin.call(method, `/admin/v1/${path}`, body);
      expect([changed.status, changed.text]).toEqual([200, changed.text]);
      const late = await owner.browser.submit(action, fields);
      expect([409, 422]).toContain(late.status);
      expect(textOf(late.text)).toContain('Somebody else changed this');
      expect(textOf(late.text)).toContain(rival.shown);
      const again = formTo(late.text, action).fields;
      for (const [name, value] of Object.entries(form.fields ?? {}))
        expect([name, again[name]]).toEqual([name, /secret|token/i.test(name) ? '' : value]);
      expect(again['_seen']).toBe(changed.headers.get('etag'));
      const sent = await owner.browser.submit(action, { ...again, ...form.fields });
      expect([sent.status, textOf(sent.text)]).toEqual([303, '']);
    },
  );

  it('C-113 so does the account in another tab, and a form with other values behind the back button', async () => {
    const { action, fields } = await opened('POST /console/account');
    const first = await owner.browser.submit(action, { ...fields, name: 'Ana Um' });
    expect(first.status).toBe(303);
    const other = await owner.browser.submit(action, { ...fields, name: 'Ana Dois' });
    expect(textOf(other.text)).toContain('Somebody else changed this');
    expect(textOf(other.text)).toContain('Stored now: Ana Um');
    expect(formTo(other.text, action).fields['name']).toBe('Ana Dois');
  });
});
