import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { axeFaults, tooWide } from './axe.js';
import type { Scope } from '../../src/platform/http/declarations.js';
import { startBrowser } from './browser.js';
import {
  CheckInStage,
  newWellhubId,
  type CheckInRow,
  type CheckInWorld,
} from './check-in-stage.js';
import { Person } from './person.js';

type Habits = Parameters<typeof Person.at>[2];

export const ALL: Scope[] = ['CHECKIN_WRITE', 'CUSTOMER_READ', 'CUSTOMER_WRITE'];

/** A front desk in a real browser, with a simulated Wellhub behind it. */
export class DeskStage {
  private constructor(
    readonly stage: CheckInStage,
    readonly browser: Browser,
    readonly desk: CheckInWorld,
  ) {}

  static async open(gym: Record<string, unknown> = {}): Promise<DeskStage> {
    const plenty = { wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 };
    const [stage, browser] = await Promise.all([CheckInStage.open(plenty), startBrowser()]);
    const where = { validationMode: 'ATTENDANCE', timeZone: 'UTC', name: 'Fit Centro', ...gym };
    return new DeskStage(stage, browser, await stage.partner({ gym: where }));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.stage.close();
  }

  get path(): string {
    return `/console/desk/${this.desk.world.gymId}`;
  }

  /** Somebody in front of the desk's screen, logged in as Rita. */
  async staff(habits: Habits = {}, scopes: Scope[] = ALL, browser = this.browser): Promise<Person> {
    const person = await this.visitor(habits, browser);
    const { gymId } = this.desk.world;
    await this.logIn(person, (await this.desk.world.keyed(scopes, { gymId })).key);
    await person.page.waitForURL(`**${this.path}`);
    return person;
  }

  visitor(habits: Habits = {}, browser = this.browser): Promise<Person> {
    const viewport = { width: 1280, height: 900 };
    return Person.at(browser, this.stage.app.api.origin, { viewport, ...habits });
  }

  async logIn(person: Person, key: string, name = 'Rita'): Promise<void> {
    await person.page.goto('/console/desk');
    await person.submit({ key, name });
  }

  /** Somebody who may work at this partner: the link of the invitation, below this origin. */
  async invited(role: string): Promise<{ id: string; link: string }> {
    const { admin, partnerId } = this.desk.world;
    const email = `${randomUUID()}@example.com`;
    const { body } = await admin.post(`/admin/v1/partners/${partnerId}/staff`, {
      email,
      role,
      language: 'en',
    });
    const { text } = await this.stage.app.api.get('/sandbox/mail');
    const [, mail = ''] = text.split(`to ${email}`);
    const [link = ''] = /\/console\/invitation\?token=[\w-]+/.exec(mail) ?? [];
    return { id: body.id, link };
  }

  /** Somebody checks in with the Wellhub app. */
  async arrive(firstName: string, more: Record<string, unknown> = {}): Promise<CheckInRow> {
    const wellhubId = newWellhubId();
    await this.stage.simulator.checkIn({ wellhubId, firstName, lastName: 'Prado', ...more });
    const row = await this.desk.until(wellhubId, () => true);
    if (!row) throw new Error('the check-in never came');
    return row;
  }

  async customer(values: Record<string, unknown>): Promise<number> {
    const { admin, partnerId, gymId } = this.desk.world;
    const path = `/admin/v1/partners/${partnerId}/customers`;
    const { body, text } = await admin.post(path, { homeGymId: gymId, ...values });
    if (!body.id) throw new Error(`no customer: ${text}`);
    return body.id;
  }

  /** A member who typed an id on the hosted page. */
  async claim(firstName: string, wellhubId: string): Promise<number> {
    const customerId = await this.customer({ firstName, lastName: 'Rocha' });
    await this.stage.app.sql(
      `insert into wellhub_id_claims (partner_id, id, customer_id, wellhub_id)
        values ($1, gen_random_uuid(), $2, $3)`,
      [this.desk.world.partnerId, customerId, wellhubId],
    );
    return customerId;
  }

  async audited(action: string): Promise<string[]> {
    const rows = await this.stage.app.sql<{ actor: string }>(
      'select actor from audit_log where partner_id = $1 and action = $2 order by id',
      [this.desk.world.partnerId, action],
    );
    return rows.map(({ actor }) => actor);
  }
}

/** What axe finds, what is wider than the screen, and what the browser complained about. */
export async function faultsOf({ page, complaints }: Person): Promise<string[]> {
  const found = [...(await axeFaults(page)), ...(await tooWide(page)), ...complaints];
  const where = await page.title();
  return found.map((fault) => `${where}: ${fault}`);
}
