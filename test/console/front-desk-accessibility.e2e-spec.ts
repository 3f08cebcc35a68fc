import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { newWellhubId } from '../support/check-in-stage.js';
import { DeskStage, faultsOf } from '../support/desk-stage.js';
import type { Person } from '../support/person.js';

describe('the accessibility of the front desk', () => {
  let stage: DeskStage;
  let person: Person;

  beforeAll(async () => {
    stage = await DeskStage.open({
      name: 'Gesundheits- und Sportgemeinschaft Donaudampfschifffahrt',
    });
  });
  afterEach(() => person?.leave());
  afterAll(() => stage.close());

  /** One check-in of every kind, and a claim. */
  async function givenABusyDay(): Promise<void> {
    const rows = [];
    for (const name of ['Ana', 'Bruno', 'Carla', 'Davi', 'Eva', 'Fabio', 'Gil'])
      rows.push(await stage.arrive(name, { email: `${name.toLowerCase()}@example.com` }));
    const states = ['VALIDATED', 'EXPIRED', 'CANCELED', 'NOT_FOUND', 'REJECTED'];
    for (const [at, state] of states.entries())
      await stage.stage.app.sql(
        `update check_ins set state = $2, cause = 'DESK', validated_at = now() where id = $1`,
        [rows[at]?.id, state],
      );
    await stage.stage.app.sql('update check_ins set attempts = 1 where id = $1', [rows[5]?.id]);
    await stage.claim('Ines', newWellhubId());
  }

  it.each([
    ['de-DE', 'light', 320],
    ['pt-BR', 'dark', 320],
    ['es-ES', 'light', 1920],
    ['en-US', 'dark', 1920],
    ['en-US', 'light', 3840],
  ] as const)('has no fault that axe knows: %s, %s, %i px', async (locale, colorScheme, width) => {
    await givenABusyDay();
    const viewport = { width, height: Math.max(640, width / 2) };
    person = await stage.visitor({
      locale,
      colorScheme,
      viewport,
      reducedMotion: 'reduce',
    });
    const { page } = person;
    const found: string[] = [];
    const look = async () => void found.push(...(await faultsOf(person)));
    await page.goto('/console/desk');
    await look();
    await stage.logIn(person, 'no key');
    await look();
    const { keyed, gymId } = stage.desk.world;
    const scopes = ['CHECKIN_WRITE', 'CUSTOMER_READ', 'CUSTOMER_WRITE'] as const;
    await stage.logIn(person, (await keyed([...scopes], { gymId })).key);
    await look();
    await page.locator('#validate-typed').click();
    await page.locator('#typed-problem').waitFor();
    await look();
    await page.locator('#desk-waiting button.big').last().click();
    await page.locator('.result').waitFor();
    await look();
    await stage.customer({ firstName: 'Zoe', lastName: locale });
    await page.locator('#desk-waiting .person-link').first().click();
    await person.submit({ q: 'zoe' });
    await look();
    await page.locator('.found button').first().click();
    await page.locator('.question').waitFor();
    await look();
    expect(found).toEqual([]);
  });

  it('can be used with the keyboard alone, and the focus is seen', async () => {
    person = await stage.visitor();
    const { page } = person;
    const { keyed, gymId } = stage.desk.world;
    const { key } = await keyed(['CHECKIN_WRITE'], { gymId });
    await page.goto('/console/desk');
    await page.keyboard.press('Tab');
    await page.keyboard.type(key);
    await page.keyboard.press('Tab');
    await page.keyboard.type('Rita');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${stage.path}`);
    const row = await stage.arrive('Wanda');
    await page.locator(`#validate-${row.id}`).waitFor();
    const focused = () =>
      page.evaluate(() => {
        const element = document.activeElement;
        const { outlineStyle, outlineWidth } = getComputedStyle(element ?? document.body);
        return { id: element?.id, outline: `${outlineStyle} ${Number.parseInt(outlineWidth)}` };
      });
    const tabTo = async (id: string) => {
      for (let tab = 0; tab < 60 && (await focused()).id !== id; tab += 1)
        await page.keyboard.press('Tab');
      expect(await focused()).toEqual({ id, outline: 'solid 3' });
    };
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('skip');
    await page.keyboard.press('Enter');
    // A check-in with less time left precedes them.
    await tabTo(`validate-${row.id}`);
    await page.keyboard.press('Enter');
    await page.locator('.result').waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'result-title');
    expect(await page.locator('.result').innerText()).toContain('Wanda Prado');
    await tabTo('typed');
    await page.keyboard.type(row.wellhub_id);
    await page.keyboard.press('Enter');
    await page.getByText('Welcome back').waitFor();
  });

  it('keeps the focus where it is while the list grows', async () => {
    person = await stage.staff();
    const row = await stage.arrive('Xenia');
    const button = person.page.locator(`#validate-${row.id}`);
    await button.focus();
    const next = await stage.arrive('Yara');
    await person.page.locator(`#validate-${next.id}`).waitFor();
    const focused = await person.page.evaluate(() => document.activeElement?.id);
    expect(focused).toBe(`validate-${row.id}`);
  });

  it('works without script, by reload', async () => {
    person = await stage.staff({ javaScriptEnabled: false });
    const { page } = person;
    const row = await stage.arrive('Vera');
    await page.getByRole('link', { name: 'Look for new check-ins' }).click();
    await page.locator(`#validate-${row.id}`).click();
    expect(await page.locator('.result').innerText()).toMatch(/Validated\s+Vera Prado/);
    await page.getByRole('textbox', { name: 'Wellhub id' }).fill('12');
    await page.locator('#validate-typed').click();
    expect(await page.locator('#typed-problem').innerText()).toContain('These are 2');
    await page.getByLabel('Search', { exact: true }).fill('vera');
    await page.getByRole('button', { name: 'Search' }).click();
    expect(await page.locator('#desk-done h3').allInnerTexts()).toEqual(['Vera Prado']);
    await page.getByRole('link', { name: 'Show everybody' }).click();
    expect(await page.locator('#desk-done h3').count()).toBeGreaterThan(1);
  });
});
