import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Workers } from '../../src/platform/worker/workers.js';
import { CheckInModel, type Answer } from '../support/check-in-model.js';
import { CheckInPerson } from '../support/check-in-person.js';
import { CheckInStage, newWellhubId } from '../support/check-in-stage.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { MODEL_TIMEOUT_MS, modelSearch } from '../support/model-search.js';

const DAY = 24 * 60;

type Command = fc.AsyncCommand<CheckInModel, CheckInPerson>;

/** A step, after which the service must stand where the model does. */
const step = (
  name: string,
  run: (model: CheckInModel, person: CheckInPerson) => Promise<void>,
  check: (model: Readonly<CheckInModel>) => boolean = () => true,
): Command => ({
  check,
  run: async (model, person) => {
    await run(model, person);
    expect(await person.seen()).toEqual(person.expected(model));
  },
  toString: () => name,
});

const arrive = (number: string | null, isLate: boolean, left: number) =>
  step(`arrive(${number}, ${isLate ? 'later' : 'earlier'}, ${left})`, async (model, person) => {
    const eventAt = person.nextMoment(isLate);
    await person.arrive(number, eventAt, left);
    model.arrive({ number, eventAt, left });
  });

const repeat = step('repeat', (_, person) => person.repeat());

const press = (which: number, answer: Answer) =>
  step(
    `press(${which}, ${answer})`,
    async (model, person) => {
      const one = model.all[which % model.all.length];
      const row = (await person.ids())[which % model.all.length];
      if (!one || !row) throw new Error('the model has none');
      const { status, body } = await person.answering(answer, () =>
        person.world.admin.post(`/admin/v1/check-ins/${row.id}/validate`),
      );
      const reentry = model.press(one, answer);
      const { state } = one;
      expect([status, body.state, body.reentry]).toEqual([
        state === 'PENDING' ? 202 : 200,
        state,
        reentry,
      ]);
    },
    ({ all }) => all.length > 0,
  );

const type = (answer: Answer) =>
  step(`type(${answer})`, async (model, person) => {
    const path = `/admin/v1/gyms/${person.world.gymId}/check-ins/validate`;
    const { body } = await person.answering(answer, () =>
      person.world.admin.post(path, { gympassId: person.wellhubId }),
    );
    const one = model.typed();
    const reentry = model.press(one, answer);
    expect([body.state, body.reentry]).toEqual([one.state, reentry]);
  });

const scan = (answer: Answer) =>
  step(`scan(${answer})`, async (model, person) => {
    const code = await person.world.fetchCode(person.customerId);
    const { status, body } = await person.answering(answer, () => person.world.scan(code));
    expect([status, body.errorCode]).toEqual(model.scan(answer));
  });

const pass = (minutes: number, answer: Answer) =>
  step(`pass(${minutes}, ${answer})`, async (model, person) => {
    await person.pass(minutes);
    const due = await person.answering(answer, () => person.work());
    const asked = model.pass(minutes);
    expect(due).toBe(asked.length);
    for (const one of asked) model.answered(one, answer);
  });

const goAway = step(
  'go away',
  async (model, { stage, world, customerId }) => {
    const [visit] = await stage.app.sql<{ id: string }>(
      'select id from visits where customer_id = $1 and left_at is null',
      [customerId],
    );
    expect((await world.admin.post(`/admin/v1/visits/${visit?.id}/leave`)).status).toBe(200);
    model.inside = undefined;
  },
  ({ inside }) => inside !== undefined,
);

const answers = fc.constantFrom<Answer>(
  'ok',
  'ok',
  'already',
  'expired',
  'canceled',
  'notfound',
  'notfound',
  'rejected',
  '500',
  '500',
  '429',
);
const numbers = fc.constantFrom(null, null, 'A', 'B');
const arrivals = fc.tuple(numbers, fc.boolean(), fc.constantFrom(35, 70));
const COMMANDS = [
  arrivals.map((values) => arrive(...values)),
  arrivals.map((values) => arrive(...values)),
  fc.constant(repeat),
  fc.tuple(fc.nat({ max: 20 }), answers).map((values) => press(...values)),
  answers.map(type),
  answers.map(scan),
  answers.map(scan),
  answers.map((answer) => pass(25, answer)),
  answers.map((answer) => pass(DAY, answer)),
  fc.constant(goAway),
];

/** The zone where it is noon: no test of ours runs into midnight. */
function noon(): string {
  const offset = 12 - new Date().getUTCHours();
  return offset < 0 ? `Etc/GMT+${-offset}` : `Etc/GMT-${offset}`;
}

describe('a person’s check-ins at a gym, in any order of things', () => {
  let stage: CheckInStage;
  let world: GateWorld;

  beforeAll(async () => {
    const limits = { wellhubCallsPerGym: 10_000, wellhubCallsTotal: 10_000 };
    stage = await CheckInStage.open({ ...limits, codeIssuesPerMinute: 10_000 });
    world = await givenADoor(stage.app, {
      gym: { validationMode: 'GATE', timeZone: noon(), checkInWindowMinutes: 35 },
    });
    const { webhookSecret, wellhubGymId } = world;
    const hook = world.hookPath.split('/')[2] ?? '';
    const target = { baseUrl: stage.app.api.origin, apiKey: 'not-used', webhookSecret };
    stage.simulator.setTarget({ ...target, hook, wellhubGymId });
    await stage.app.app.get(Workers).beforeApplicationShutdown();
  });
  afterAll(() => stage.close());

  /** Runs these steps with a new person. */
  const go = async (commands: Iterable<Command>) => {
    const wellhubId = newWellhubId();
    const customerId = await world.customer({ gympassId: wellhubId, origin: 'WELLHUB' });
    const real = new CheckInPerson(stage, world, customerId, wellhubId);
    await fc.asyncModelRun(() => ({ model: new CheckInModel(), real }), commands);
    await real.leave();
  };

  it(
    'W-38 W-39 W-44 W-45 W-47 W-49 W-50 W-51 W-52 W-59 W-71 is in the state of the contract',
    async () => {
      const property = fc.asyncProperty(
        fc.commands(COMMANDS, { maxCommands: 24, size: 'max' }),
        go,
      );
      await fc.assert(property, modelSearch('check-in'));
    },
    MODEL_TIMEOUT_MS,
  );

  it.each<[string, Command[]]>([
    [
      'W-59 O-25 yesterday’s probe that the desk validates now opens no door today',
      [scan('notfound'), pass(DAY, 'notfound'), press(0, 'already'), scan('expired')],
    ],
    [
      'W-59 O-25 the same, with what surrounded it when it was found',
      [
        scan('rejected'),
        scan('429'),
        scan('429'),
        pass(DAY, 'ok'),
        repeat,
        scan('notfound'),
        pass(25, 'already'),
        pass(25, 'notfound'),
        pass(DAY, 'notfound'),
        press(1, 'already'),
        type('canceled'),
        scan('expired'),
      ],
    ],
  ])('%s', (_, commands) => go(commands));
});
