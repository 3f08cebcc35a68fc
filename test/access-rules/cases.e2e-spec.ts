import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Replica } from '../support/replica.js';
import { CASES, givenRuleStage, type AccessCase, type RuleStage } from '../support/rule-stage.js';

/** `CONTRACT, none (a2)` names the right, and the rule that decided; others name neither. */
function rightAndRule({ why }: AccessCase) {
  const read = /^(STAFF|CONTRACT|WELLHUB|GUEST)(?:, ([a-z]\d))?/.exec(why ?? '');
  return read && { right: read[1], rule: read[2] };
}

const title = ({ no, policy, customer, device, local, state, expected }: AccessCase) =>
  `row ${no}: ${customer} at ${policy}, door ${device}, ${local} ${JSON.stringify(state)} → ${expected}`;

const ROWS = CASES.cases.map((one): [string, AccessCase] => [title(one), one]);

let stage: RuleStage;

beforeAll(async () => {
  stage = await givenRuleStage();
});
afterAll(() => stage.app.close());

const givenPersonOf = async ({ policy, customer, state }: AccessCase, moment: Date) => {
  const gym = await stage.gym(policy);
  const person = await stage.person(CASES.customers[customer] ?? {}, gym, moment);
  await stage.setState(person, gym, state);
  return { gym, person };
};

describe('the table of cases, by real scans in a database whose clock is set', () => {
  const called = async (customerId: number) => {
    const rows = await stage.app.sql<{ probe: boolean }>(
      `select probe from check_ins where customer_id = $1 and validation_requested_at is not null`,
      [customerId],
    );
    return rows.map(({ probe }) => (probe ? 'probe' : 'ask Wellhub'))[0];
  };
  const decided = async (customerId: number) => {
    const [row] = await stage.app.sql(
      `select access_right as right, rule_id::int as rule from gate_decisions
        where customer_id = $1 order by at desc limit 1`,
      [customerId],
    );
    return row;
  };

  it.each(ROWS)('A-2 %s', async (_, one) => {
    const moment = new Date(one.at);
    await stage.clock(moment);
    const { gym, person } = await givenPersonOf(one, moment);
    const answer = await stage.scan(person.card, gym.doors[one.device].token);
    const call = await called(person.id);
    const result = call ?? (answer.status === 200 ? 'OPEN' : answer.body.errorCode);
    expect(answer.body.direction === 'OUT' ? `${result} (out)` : result).toBe(one.expected);
    const named = rightAndRule(one);
    if (!named) return;
    const rule = named.rule === undefined ? null : gym.rules.get(named.rule);
    expect(await decided(person.id)).toEqual({ right: named.right, rule });
  });
});

describe('the table of cases, by check at a moment of the past or future', () => {
  const RESULTS: Record<string, string> = { 'ask Wellhub': 'ASK_WELLHUB', probe: 'PROBE' };

  it.each(ROWS)('A-2 %s', async (_, one) => {
    const now = new Date();
    await stage.clock(now);
    const { gym, person } = await givenPersonOf(one, now);
    const { status, body } = await stage.world.admin.post(
      `/admin/v1/gyms/${gym.id}/access-policy/check`,
      { customerId: person.id, deviceId: gym.doors[one.device].id, at: one.at },
    );
    expect([status, body.result]).toEqual([
      200,
      RESULTS[one.expected] ?? one.expected.split(' ')[0],
    ]);
    expect(body.local).toBe(one.local);
    const named = rightAndRule(one);
    if (!named) return;
    const rule = named.rule && { id: gym.rules.get(named.rule), name: named.rule };
    expect(body).toMatchObject({ right: named.right, rule: rule ?? null });
  });
});

/** Rows at changes between summer and winter. */
const OF_CLOCK_CHANGES = ROWS.filter(([, { no }]) => no >= 32 && no <= 42);

/** With the offset as it is written. */
const secondsLater = (local: string, seconds: number): string => {
  const [wall, offset] = [local.slice(0, 19), local.slice(19)];
  return new Date(Date.parse(`${wall}Z`) + seconds * 1_000).toISOString().slice(0, 19) + offset;
};

describe.each([
  ['in another time zone', { TZ: 'America/Los_Angeles' }],
  ['in the time zone of a gym', { TZ: 'Europe/Berlin' }],
  ['without TZ', {}],
])('the table of cases by a process %s', (_, env) => {
  let replica: Replica;
  let key: string;
  beforeAll(async () => {
    await stage.clock(new Date());
    ({ key } = await stage.world.keyed(['PARTNER_ADMIN']));
    const { databaseUrl, secretsKeys } = stage.app.settings;
    const SECRETS_KEY = secretsKeys[0]?.toString('base64') ?? '';
    replica = await Replica.start(databaseUrl, { SECRETS_KEY, LOG_LEVEL: 'error', ...env });
  });
  afterAll(() => replica.kill());

  it.each(OF_CLOCK_CHANGES)('A-12 %s', async (name, one) => {
    const moment = new Date(one.at);
    const set = performance.now();
    await stage.clock(moment);
    const { gym, person } = await givenPersonOf(one, moment);
    const door = gym.doors[one.device];
    const { status, body } = await stage.scan(person.card, door.token, { via: replica.api });
    expect([name, status === 200 ? 'OPEN' : body.errorCode]).toEqual([name, one.expected]);
    const checked = await replica.api
      .withKey(key)
      .post(`/admin/v1/gyms/${gym.id}/access-policy/check`, {
        customerId: person.id,
        deviceId: door.id,
      });
    expect(checked.status).toBe(200);
    // The clock goes on while the answers are made.
    const passed = Math.floor((performance.now() - set) / 1000) + 1;
    const until = Array.from({ length: passed + 1 }, (_, more) => secondsLater(one.local, more));
    expect(until).toContain(checked.body.local);
  });
});
