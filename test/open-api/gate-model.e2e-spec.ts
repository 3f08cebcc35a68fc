import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { MODEL_TIMEOUT_MS, modelSearch } from '../support/model-search.js';
import { startApp, type TestApp } from '../support/test-app.js';

type Direction = 'IN' | 'OUT' | 'BOTH';

interface Code {
  readonly content: string;
  /** Counted in things that happened, for only their order matters. */
  readonly issuedAt: number;
  secondsLeft: number;
}

/** The contract for one person's codes and visits, as a small model. */
interface Model {
  readonly codes: Code[];
  happened: number;
  usedUntil: number;
  inside: boolean;
  entries: number;
  exits: number;
}

interface Real {
  readonly app: TestApp;
  readonly world: GateWorld;
  readonly doors: Record<Direction, string>;
  readonly customerId: number;
}

const TTL = 300;

/** What one scan must answer, and what it does to the person (open-api.md section 5, checks 7, 8 and 11). */
function decide(model: Model, code: Code, direction: Direction): [number, string | undefined] {
  const isExit = direction === 'OUT' || (direction === 'BOTH' && model.inside);
  if (direction !== 'OUT' && code.issuedAt <= model.usedUntil)
    return [403, 'ACCESS_CODE_ALREADY_USED'];
  if (code.secondsLeft <= 0) return [403, 'ACCESS_CODE_EXPIRED'];
  if (direction !== 'OUT') model.usedUntil = ++model.happened;
  if (isExit) {
    if (model.inside) model.exits += 1;
    model.inside = false;
  } else {
    // Who enters without having left has left.
    if (model.inside) model.exits += 1;
    model.inside = true;
    model.entries += 1;
  }
  return [200, undefined];
}

async function compare(model: Model, { app, customerId }: Real): Promise<void> {
  const [row] = await app.sql(
    `select count(*)::int as entries, count(left_at)::int as exits,
      (select count(*)::int from events where entity_id = $1 and type = 'CUSTOMER_CHECKIN') as told,
      (select count(*)::int from events where entity_id = $1 and type = 'CUSTOMER_CHECKOUT') as left
     from visits where customer_id = $1`,
    [customerId],
  );
  const { entries, exits } = model;
  expect(row).toEqual({ entries, exits, told: entries, left: exits });
}

class Fetch implements fc.AsyncCommand<Model, Real> {
  check = (model: Readonly<Model>) => model.codes.length < 18;
  async run(model: Model, { world, customerId }: Real): Promise<void> {
    const content = await world.fetchCode(customerId);
    model.codes.push({ content, issuedAt: ++model.happened, secondsLeft: TTL });
  }
  toString = () => 'fetch';
}

class Scan implements fc.AsyncCommand<Model, Real> {
  constructor(
    private readonly which: number,
    private readonly direction: Direction,
  ) {}
  check = (model: Readonly<Model>) => model.codes.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    const code = model.codes[this.which % model.codes.length] as Code;
    const expected = decide(model, code, this.direction);
    const token = real.doors[this.direction];
    const { status, body } = await real.world.scan(code.content, { token });
    expect([status, body.errorCode]).toEqual(expected);
    await compare(model, real);
  }
  toString = () => `scan(${this.which}, ${this.direction})`;
}

/** The same code or different ones at one moment: of the doors that lead in, one opens at most. */
class Rush implements fc.AsyncCommand<Model, Real> {
  constructor(private readonly which: readonly number[]) {}
  check = (model: Readonly<Model>) => model.codes.length > 0;
  async run(model: Model, real: Real): Promise<void> {
    const codes = this.which.map((no) => model.codes[no % model.codes.length] as Code);
    const isGood = (code: Code) => code.issuedAt > model.usedUntil && code.secondsLeft > 0;
    const anyGood = codes.find(isGood);
    const answers = await Promise.all(
      codes.map(({ content }) => real.world.scan(content, { token: real.doors.IN })),
    );
    const opened = answers.filter(({ status }) => status === 200).length;
    expect(opened).toBe(anyGood ? 1 : 0);
    if (anyGood) decide(model, anyGood, 'IN');
    await compare(model, real);
  }
  toString = () => `rush(${this.which.join()})`;
}

/** Time passes: what is left of every code gets shorter. A minute lies between any two cases, for tests take time, too. */
class Pass implements fc.AsyncCommand<Model, Real> {
  check = () => true;
  async run(model: Model, { app, customerId }: Real): Promise<void> {
    for (const code of model.codes) code.secondsLeft -= 120;
    await app.sql(
      `update access_codes set expires_at = expires_at - interval '120 s' where customer_id = $1`,
      [customerId],
    );
  }
  toString = () => 'pass';
}

const number = fc.nat({ max: 20 });
const COMMANDS = [
  fc.constant(new Fetch()),
  fc.constant(new Fetch()),
  fc
    .tuple(number, fc.constantFrom<Direction>('IN', 'OUT', 'BOTH'))
    .map(([which, direction]) => new Scan(which, direction)),
  fc.array(number, { minLength: 2, maxLength: 6 }).map((which) => new Rush(which)),
  fc.constant(new Pass()),
];

describe('codes and doors, in any order of things', () => {
  let app: TestApp;
  let world: GateWorld;
  let doors: Record<Direction, string>;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app, { gym: { accessCodes: { ttlSeconds: TTL } } });
    doors = {
      IN: world.deviceToken,
      OUT: await world.device('OUT'),
      BOTH: await world.device('BOTH'),
    };
  });
  afterAll(() => app.close());

  it(
    'O-12 O-17 O-19 O-20 O-34 O-35 answer by the contract, whatever happened before',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.commands(COMMANDS, { maxCommands: 30 }), async (commands) => {
          const customerId = await world.customer({ homeGymId: world.gymId });
          await world.withContract(customerId);
          const model = {
            codes: [],
            happened: 0,
            usedUntil: 0,
            inside: false,
            entries: 0,
            exits: 0,
          };
          const real = { app, world, doors, customerId };
          await fc.asyncModelRun(() => ({ model, real }), commands);
        }),
        modelSearch('gate'),
      );
    },
    MODEL_TIMEOUT_MS,
  );
});
