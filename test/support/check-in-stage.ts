import { eventually } from './eventually.js';
import { createSimulator, type Simulator } from '../../src/simulator/server/simulator.js';
import { CheckInValidation } from '../../src/check-in-validation/index.js';
import { startApp, type TestApp } from './test-app.js';
import { newWellhubId, WellhubPosts } from './wellhub-posts.js';
import { givenAPartner, type World, type WorldOptions } from './world.js';

export interface CheckInRow {
  id: string;
  customer_id: number;
  state: string;
  cause: string;
  probe: boolean;
  overdue: boolean;
  already_validated: boolean;
  provisional: boolean;
  booking_number: string | null;
  wellhub_id: string;
  attempts: number;
  event_at: Date;
  expires_at: Date;
  received_at: Date;
  local_day: string;
  product_id: string | null;
  last_status: number | null;
  last_key: string | null;
}

type Settings = Parameters<typeof startApp>[0];

/** A Gatehouse, a simulated Wellhub and a partner between them. */
export class CheckInStage {
  private constructor(
    readonly simulator: Simulator,
    readonly app: TestApp,
  ) {}

  static async open(overrides: Settings = {}): Promise<CheckInStage> {
    const where = { port: 0, host: '127.0.0.1', validateToken: 'simulator-token' };
    const simulator = await createSimulator(where);
    const app = await startApp({ wellhubSimulatorUrl: simulator.url, ...overrides });
    return new CheckInStage(simulator, app);
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.simulator.close();
  }

  /** A partner of its own, to which the simulator speaks from now on. */
  async partner(options: WorldOptions = {}): Promise<CheckInWorld> {
    const world = new CheckInWorld(this, await givenAPartner(this.app, options));
    this.pointSimulatorAt(world);
    return world;
  }

  /** From now on the simulator knows the gym of this partner, and no other one. */
  pointSimulatorAt({ world }: CheckInWorld): void {
    this.simulator.setTarget({
      baseUrl: this.app.api.origin,
      apiKey: 'not-used-here',
      hook: world.hookPath.split('/')[2] ?? '',
      webhookSecret: world.webhookSecret,
      wellhubGymId: world.wellhubGymId,
    });
  }
}

export class CheckInWorld {
  readonly posts: WellhubPosts;

  constructor(
    readonly stage: CheckInStage,
    readonly world: World,
  ) {
    this.posts = new WellhubPosts(stage.app, world);
  }

  get simulator(): Simulator {
    return this.stage.simulator;
  }

  rows(wellhubId: string): Promise<CheckInRow[]> {
    return this.stage.app.sql<CheckInRow>(
      'select *, id::text from check_ins where partner_id = $1 and wellhub_id = $2 order by created_at',
      [this.world.partnerId, wellhubId],
    );
  }

  /** The only check-in of a person once it fits; whatever it is when it never does. */
  async until(
    wellhubId: string,
    isDone: (row: CheckInRow) => boolean,
    ms?: number,
  ): Promise<CheckInRow | undefined> {
    const read = async () => (await this.rows(wellhubId)).at(-1);
    return eventually(read, (row) => row !== undefined && isDone(row), ms);
  }

  /** Wellhub ids of customers that exist; makes the person known before the first check-in. */
  async customer(wellhubId: string): Promise<number> {
    const path = `/admin/v1/partners/${this.world.partnerId}/customers`;
    const { body, text } = await this.world.admin.post(path, { gympassId: wellhubId });
    if (!body.id) throw new Error(`no customer: ${text}`);
    return body.id;
  }

  /** A check-in at a gym in São Paulo that came and ended at these moments. */
  async validated(at: string, { validatedAt = at, state = 'VALIDATED' } = {}) {
    const wellhubId = newWellhubId();
    await this.simulator.checkIn({ wellhubId });
    const row = (await this.until(wellhubId, () => true))!;
    await this.stage.app.sql(
      `update check_ins set state = $2, event_at = $3, received_at = $3, validated_at = $4,
        local_day = ($3::timestamptz at time zone 'America/Sao_Paulo')::date where id = $1`,
      [row.id, state, at, validatedAt],
    );
    return { wellhubId, id: row.id, customerId: row.customer_id };
  }

  async event(wellhubId: string): Promise<CheckInRow[]> {
    return eventually(
      () => this.rows(wellhubId),
      (rows) => rows.length > 0,
    );
  }

  events(customerId: number): Promise<{ type: string; content: Record<string, unknown> }[]> {
    return this.stage.app.sql(
      `select type, content from events where partner_id = $1 and entity_id = $2
        and type like 'WELLHUB_CHECKIN%' order by occurred_at, id`,
      [this.world.partnerId, customerId],
    );
  }

  trail(id: string): Promise<Record<string, unknown>[]> {
    return this.stage.app.sql(
      `select from_state, to_state, cause, attempts, wellhub_status, wellhub_key
        from check_in_transitions where check_in_id = $1 order by no`,
      [id],
    );
  }

  alerts(
    code: string,
  ): Promise<{ object: string; closed_at: Date | null; count: number; detail: string }[]> {
    return this.stage.app.sql(
      'select object, closed_at, count, detail from alerts where partner_id = $1 and code = $2 order by object',
      [this.world.partnerId, code],
    );
  }

  ask(customerId: number, options: { budgetMs?: number; mayProbe?: boolean; cause?: 'SCAN' } = {}) {
    return this.stage.app.app.get(CheckInValidation).validateNow({
      partnerId: this.world.partnerId,
      gymId: this.world.gymId,
      customerId,
      cause: 'SCAN',
      budgetMs: 1_500,
      mayProbe: false,
      ...options,
    });
  }

  calls(wellhubId: string): number {
    return this.simulator.ledger(wellhubId).people[wellhubId]?.calls ?? 0;
  }
}

export { newWellhubId, eventually };
