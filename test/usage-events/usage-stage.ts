import { eventually } from '../support/eventually.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { SendingWorker } from '../../src/usage-events/sending.worker.js';
import { newGpwId } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { newWellhubId, WellhubPosts } from '../support/wellhub-posts.js';
import { givenAPartner, type World, type WorldOptions } from '../support/world.js';

const TOKEN = 'simulator-token';
const WAIT_MS = 20_000;

export interface UsageRow {
  no: number;
  id: string;
  gpw_id: string | null;
  customer_id: number | null;
  state: string;
  source: string;
  occurred_at: Date;
  last_status: number | null;
  details: object | null;
}

interface SenderRow {
  attempts: number;
  next_attempt_at: Date;
  leased_until: Date | null;
}

/** A Gatehouse and the simulated Events API of Wellhub. */
export class UsageStage {
  private constructor(
    readonly simulator: Simulator,
    readonly app: TestApp,
  ) {}

  static async open(): Promise<UsageStage> {
    const simulator = await createSimulator({ port: 0, host: '127.0.0.1', validateToken: TOKEN });
    return new UsageStage(simulator, await startApp({ wellhubSimulatorUrl: simulator.url }));
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
  }

  /** Another process on the same database. */
  replica(): Promise<TestApp> {
    const { databaseUrl, secretsKeys } = this.app.settings;
    return startApp({
      wellhubSimulatorUrl: this.simulator.url,
      secretsKeys,
      ...(databaseUrl && { databaseUrl }),
    });
  }

  /** A partner that may send, unless the options say otherwise. */
  async partner({ connection = {}, ...options }: WorldOptions = {}): Promise<UsageWorld> {
    const given = connection === false ? false : { eventsApiToken: TOKEN, ...connection };
    return new UsageWorld(this, await givenAPartner(this.app, { ...options, connection: given }));
  }
}

export class UsageWorld {
  readonly gpwId = newGpwId();

  constructor(
    readonly stage: UsageStage,
    readonly world: World,
  ) {}

  get path(): string {
    return `/admin/v1/partners/${this.world.partnerId}/usage-events`;
  }

  get usage() {
    return this.stage.simulator.usage;
  }

  /** An event of so many minutes ago. */
  event(minutesAgo: number, more: object = {}) {
    const timestamp = new Date(Date.now() - minutesAgo * 60_000).toISOString();
    return { eventType: 'signin', timestamp, gpwId: this.gpwId, ...more };
  }

  post = (body: unknown, headers?: Record<string, string>) =>
    this.world.admin.post(this.path, body, headers);

  rows(): Promise<UsageRow[]> {
    return this.stage.app.sql<UsageRow>(
      'select * from usage_events where partner_id = $1 order by no',
      [this.world.partnerId],
    );
  }

  /** The rows once all of them fit. */
  until(fits: (row: UsageRow) => boolean, count = 1): Promise<UsageRow[]> {
    const read = () => this.rows();
    return eventually(read, (rows) => rows.length >= count && rows.every(fits), WAIT_MS);
  }

  async states(isDone: (states: string[]) => boolean): Promise<string[]> {
    const read = async () => (await this.rows()).map(({ state }) => state);
    return eventually(read, isDone, WAIT_MS);
  }

  /** What Wellhub took of this partner's person, in the order of arrival. */
  taken(gpwId = this.gpwId): Record<string, unknown>[] {
    const events = this.usage.view().events as Record<string, unknown>[];
    return events.filter((event) => event['gpw_id'] === gpwId);
  }

  async sender(): Promise<SenderRow | undefined> {
    const [row] = await this.stage.app.sql<SenderRow & object>(
      'select * from usage_senders where partner_id = $1',
      [this.world.partnerId],
    );
    return row;
  }

  async untilSender(fits: (row: SenderRow) => boolean): Promise<SenderRow> {
    const read = () => this.sender();
    const row = await eventually(read, (found) => found !== undefined && fits(found), WAIT_MS);
    if (!row) throw new Error('the partner has no sender');
    return row;
  }

  /** Holds the sender back until `hurry`, so that events gather. */
  async hold(): Promise<void> {
    await this.untilSender(() => true);
    await this.due("clock_timestamp() + interval '1 hour'");
  }

  async hurry(): Promise<void> {
    await this.due('clock_timestamp()');
    this.stage.app.app.get(SendingWorker).wake();
  }

  /** Waits until the watch over late events has said that there are some, or none any more; the day of this month. */
  async untilLagAlert(lagging: boolean): Promise<{ day: number }> {
    const read = () =>
      this.stage.app.sql<{ day: number }>(
        `select extract(day from clock_timestamp() at time zone 'America/Sao_Paulo')::int as day
          from usage_senders where partner_id = $1 and lagging = $2`,
        [this.world.partnerId, lagging],
      );
    const [told] = await eventually(read, (rows) => rows.length > 0, WAIT_MS);
    if (!told) throw new Error('the watch said nothing');
    return told;
  }

  private async due(when: string): Promise<void> {
    await this.stage.app.sql(
      `update usage_senders set next_attempt_at = ${when} where partner_id = $1`,
      [this.world.partnerId],
    );
  }

  /** Every event that this partner has now was looked at for usage: the second look from now began after now. */
  async untilClaimed(): Promise<void> {
    let [last] = await this.stage.app.sql<{ at: string }>('select clock_timestamp()::text as at');
    const looked = () =>
      this.stage.app.sql<{ at: string }>(
        `select looked_at::text as at from usage_senders
          where partner_id = $1 and looked_at > $2::timestamptz`,
        [this.world.partnerId, last?.at],
      );
    for (let looks = 0; looks < 2; looks += 1)
      [last] = await eventually(looked, (rows) => rows.length > 0, WAIT_MS);
  }

  async customer(gympassUserId: string | null = this.gpwId): Promise<number> {
    const path = `/admin/v1/partners/${this.world.partnerId}/customers`;
    const values = { firstName: 'Ana', ...(gympassUserId && { gympassUserId }) };
    const { body, text } = await this.world.admin.post(path, values);
    if (!body.id) throw new Error(`no customer: ${text}`);
    return body.id;
  }

  /** Wellhub says that the person left at that moment. */
  async cancel(at: Date, gpwId = this.gpwId): Promise<void> {
    const posts = new WellhubPosts(this.stage.app, this.world);
    const path = this.world.hookPath.replace(/webhooks$/, 'users/cancel');
    const body = { user_id: gpwId, plan_id: '0', event_time: at.getTime() };
    const answer = await posts.send({ event_id: newWellhubId(), ...body }, { path });
    if (answer.status !== 200) throw new Error(`not taken: ${answer.text}`);
    const read = () =>
      this.stage.app.sql(
        `select 1 from wellhub_users where partner_id = $1 and gpw_id = $2 and status = 'CANCELED'`,
        [this.world.partnerId, gpwId],
      );
    await eventually(read, (rows) => rows.length > 0, WAIT_MS);
  }

  alerts(code: string): Promise<{ closed_at: Date | null; detail: string; count: number }[]> {
    return this.stage.app.sql(
      'select closed_at, detail, count from alerts where partner_id = $1 and code = $2',
      [this.world.partnerId, code],
    );
  }

  /** The alerts of a code once they are as wanted. */
  untilAlert(code: string, isClosed: boolean) {
    const fits = (rows: { closed_at: Date | null }[]) =>
      rows.length > 0 && rows.every(({ closed_at: at }) => (at !== null) === isClosed);
    return eventually(() => this.alerts(code), fits, WAIT_MS);
  }
}

export { eventually };
