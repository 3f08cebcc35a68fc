import { givenAPolicy } from './access-policies.js';
import { eventually } from './eventually.js';
import type { ScanOptions } from './gate-world.js';
import { Replica } from './replica.js';
import { givenAWellhubDoor, type WellhubDoor } from './wellhub-door.js';

/** What is true at every commit that opens or ends a visit: seen by that transaction, so that none is missed. */
const ORACLE = `
  create table oracle (gym_id bigint, open int, inside int);
  create function record_people() returns trigger language plpgsql as $$
  begin
    insert into oracle select o.gym_id,
      (select count(*) from visits v where v.partner_id = o.partner_id and v.gym_id = o.gym_id and v.left_at is null), o.inside
    from gym_occupancy o where o.gym_id = new.gym_id;
    return null;
  end $$;
  create constraint trigger oracle after insert or update on visits deferrable initially deferred
    for each row execute function record_people()`;

const EMPTY = `
  with gone as (update visits set left_at = now() where left_at is null),
    zero as (update gym_occupancy set inside = 0)
  update presence set visit_id = null, visit_gym_id = null, visit_source = null, entered_at = null`;

export const HARD = { mode: 'HARD', minutes: null, scope: 'GYM' } as const;

export interface Racer {
  readonly id: number;
  readonly card: string;
}

/** Many doors of one gym, served by two processes, with an oracle in the database. */
export class RaceStage {
  private next = 880_000;

  private constructor(
    readonly door: WellhubDoor,
    readonly replicas: readonly Replica[],
    readonly doors: readonly string[],
    readonly exit: string,
  ) {}

  static async open(doors: number): Promise<RaceStage> {
    const door = await givenAWellhubDoor();
    const replicas = await Promise.all([startReplica(door), startReplica(door)]);
    const tokens = await inTens(doors, () => door.world.device());
    await door.app.sql(ORACLE);
    return new RaceStage(door, replicas, tokens, await door.world.device('OUT'));
  }

  async close(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.kill()));
    await this.door.close();
  }

  policy(values: Parameters<typeof givenAPolicy>[2]): Promise<void> {
    const { partnerId, gymId } = this.door.world;
    return givenAPolicy(this.door.app, { partnerId, gymId }, values);
  }

  /** Nobody is inside; of two places `inside` are taken. */
  async twoPlaces(inside: readonly Racer[] = []): Promise<void> {
    await this.door.app.sql(EMPTY);
    await this.policy({ capacity: { max: 2, warnAtPercent: null } });
    for (const [no, { card }] of inside.entries()) await this.opens(card, no);
    await this.door.app.sql('truncate oracle');
  }

  /** @returns `IN`, `OUT`, or the code of the refusal */
  async come(value: string, no: number, options: ScanOptions = {}): Promise<string> {
    const via = this.replicas[no % 2]!.api;
    const token = this.doors[no % this.doors.length]!;
    const { body } = await this.door.world.scan(value, { type: 'NUMBER', token, via, ...options });
    return body.direction ?? body.errorCode;
  }

  leave(card: string, no = 0): Promise<string> {
    return this.come(card, no, { token: this.exit });
  }

  private async opens(card: string, no: number): Promise<void> {
    const answer = await this.come(card, no);
    if (answer !== 'IN') throw new Error(answer);
  }

  async people(count: number, contract = true): Promise<Racer[]> {
    const { world } = this.door;
    const one = async () => {
      const card = String((this.next += 1));
      const id = await world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
      if (contract) await world.withContract(id);
      return { id, card };
    };
    return inTens(count, one);
  }

  /** Somebody who has just checked in with Wellhub, without a contract. */
  async arrival(): Promise<Racer & { wellhubId: string }> {
    const { world, simulator, states } = this.door;
    const card = String((this.next += 1));
    const wellhubId = card.padStart(13, '0');
    const cardNumber = { value: card, format: 'DECIMAL' };
    const id = await world.customer({ gympassId: wellhubId, origin: 'WELLHUB', cardNumber });
    simulator.planAnswer({ wellhubId, answer: 'normal', delayMs: 700 });
    await simulator.checkIn({ wellhubId });
    await eventually(
      () => states(id),
      (found) => found.length > 0,
    );
    return { id, card, wellhubId };
  }

  /** A door has met them before. */
  async known(customerId: number): Promise<void> {
    await this.door.app.sql(
      `insert into presence (partner_id, customer_id) values ($1, $2) on conflict do nothing`,
      [this.door.world.partnerId, customerId],
    );
  }

  /** People inside by the visits and by the counter. */
  async inside(): Promise<[open: number, counted: number]> {
    const [row] = await this.door.app.sql<{ open: number; inside: number }>(
      `select o.inside, (select count(*)::int from visits v where v.gym_id = o.gym_id and v.left_at is null) as open
       from gym_occupancy o where o.gym_id = $1`,
      [this.door.world.gymId],
    );
    return [row!.open, row!.inside];
  }

  /** What was seen at commits: the most and the fewest inside, and how often the counter was wrong. */
  async seen(): Promise<{ most: number; fewest: number; wrong: number }> {
    const [row] = await this.door.app.sql<{ most: number; fewest: number; wrong: number }>(
      `select max(open) as most, min(open) as fewest, count(*) filter (where open <> inside)::int as wrong from oracle`,
    );
    return row!;
  }
}

/** Ten at once: a slow machine answers no more in time. */
async function inTens<T>(count: number, make: () => Promise<T>): Promise<T[]> {
  const made: T[] = [];
  while (made.length < count) {
    const length = Math.min(10, count - made.length);
    made.push(...(await Promise.all(Array.from({ length }, make))));
  }
  return made;
}

export function startReplica({ app, simulator }: WellhubDoor): Promise<Replica> {
  return Replica.start(app.settings.databaseUrl, {
    SECRETS_KEY: app.settings.secretsKeys[0]?.toString('base64') ?? '',
    SANDBOX: 'on',
    WELLHUB_SIMULATOR_URL: simulator.url,
    LOG_LEVEL: 'error',
  });
}
