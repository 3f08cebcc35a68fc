import type { Browser, BrowserContext, Page } from 'playwright-core';
import { PATIENCE_MS } from './eventually.js';

type Habits = NonNullable<Parameters<Browser['newContext']>[0]>;

/** A person in front of a real browser. Whatever the browser complains about is kept. */
export class Person {
  readonly complaints: string[] = [];

  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
  ) {
    page.on('console', (message) => {
      // The browser itself reports refused answers; the pages say them in words.
      const isOurs = !message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && isOurs) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(error.message));
  }

  static async at(browser: Browser, origin: string, habits: Habits = {}): Promise<Person> {
    const phone = { width: 320, height: 640 };
    const context = await browser.newContext({
      baseURL: origin,
      locale: 'en-US',
      viewport: phone,
      ...habits,
    });
    context.setDefaultTimeout(PATIENCE_MS);
    return new Person(context, await context.newPage());
  }

  /** Fills in the form on the screen and sends it. */
  async submit(fields: Record<string, string>): Promise<void> {
    for (const [name, value] of Object.entries(fields))
      await this.page.locator(`[name="${name}"]`).fill(value);
    await this.page.locator('button.main').click();
  }

  leave(): Promise<void> {
    return this.context.close();
  }
}
