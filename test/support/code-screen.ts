import type { Browser, Page } from 'playwright-core';
import { until } from './eventually.js';
import type { GateWorld } from './gate-world.js';
import { Person } from './person.js';
import { Scanner } from './picture.js';
import { givenWellhub } from './registration.js';
import type { TestApp } from './test-app.js';

const PASSWORD = 'a quiet river at noon';
let count = 0;

/** A member in front of their code, as the member and as the reader at the door see it. */
export class CodeScreen {
  private readonly scanner: Scanner;

  private constructor(
    readonly person: Person,
    readonly customerId: number,
    browser: Browser,
  ) {
    this.scanner = new Scanner(browser);
  }

  /** Signs up in the browser, with a link as Wellhub's app opens it. */
  static async of(
    stage: { app: TestApp; world: GateWorld; browser: Browser },
    habits: Parameters<typeof Person.at>[2] = {},
  ): Promise<CodeScreen> {
    const { app, world, browser } = stage;
    const email = `ana.${(count += 1)}@example.com`;
    const link = await (await givenWellhub(app, world)).link({ email, first_name: 'Ana' });
    const person = await Person.at(browser, app.api.origin, habits);
    await person.page.goto(`${link.pathname}${link.search}`);
    await person.submit({ password: PASSWORD });
    await person.page.waitForURL(`**/${world.slug}/code`);
    // The code page counts as a key without a gym: its codes live as long as the home gym says.
    await app.sql('update customers set home_gym_id = $1', [world.gymId]);
    await person.page.reload();
    const [row] = await app.sql<{ id: string }>('select max(id) as id from customers');
    return new CodeScreen(person, Number(row?.id), browser);
  }

  get page(): Page {
    return this.person.page;
  }

  get picture() {
    return this.page.locator('#code-picture');
  }

  /** What a reader makes of the picture. */
  read(): Promise<string | undefined> {
    return this.scanner.read(this.picture);
  }

  async untilMessage(text: string, timeout = 60_000): Promise<void> {
    await this.page.locator('#code-message').filter({ hasText: text }).waitFor({ timeout });
  }

  /** Waits until it is the advice beside the code; '' for none. */
  async advises(text: string): Promise<void> {
    const advice = this.page.locator('#code-advice');
    await until(async () => (await advice.textContent()) === text || undefined);
  }

  /** The phone goes to sleep, or wakes. */
  async setVisible(isSeen: boolean): Promise<void> {
    await this.page.evaluate((hidden) => {
      Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
      document.dispatchEvent(new Event('visibilitychange'));
    }, !isSeen);
  }

  /** Every code that the screen was given from now on, in order. */
  codes(): string[] {
    const codes: string[] = [];
    this.page.on('response', (response) => {
      if (response.url().endsWith('/code/current') && response.ok())
        response.json().then(
          ({ content }: { content: string }) => codes.push(content),
          () => undefined,
        );
    });
    return codes;
  }
}
