import { readFileSync } from 'node:fs';
import { AccessPoliciesRepository } from '../../src/access-rules/policy/access-policies.repository.js';
import { AccessRulesRepository } from '../../src/access-rules/rules/access-rules.repository.js';
import { CompiledRulesRepository } from '../../src/access-rules/compiled/compiled-rules.repository.js';
import type { RuleValues } from '../../src/access-rules/rules/access-rule.js';
import { DEFAULT_POLICY, type AccessPolicy } from '../../src/access-rules/policy/access-policy.js';
import { AccessPolicyMarksRepository } from '../../src/partners/index.js';
import { Database } from '../../src/platform/database/database.js';
import { createSimulator } from '../../src/simulator/server/simulator.js';
import { createDatabase } from './databases.js';
import { installClock, setClock } from './database-clock.js';
import { givenADoor, type GateWorld, type ScanOptions } from './gate-world.js';
import { startApp, type TestApp } from './test-app.js';

interface CaseTime {
  readonly days?: string[];
  readonly fr?: string;
  readonly to?: string;
  readonly dates?: [string, string];
}

interface CaseWho {
  readonly rights?: string[];
  readonly memberships?: number[];
  readonly plans?: string[];
  readonly products?: string[];
  readonly maxAge?: number;
}

interface CaseRule {
  readonly id: string;
  readonly effect: 'ALLOW' | 'DENY';
  readonly when: CaseTime | null;
  readonly who: CaseWho | null;
  readonly devices: number[] | null;
}

interface CasePolicy {
  readonly zone: string;
  readonly outsideRules: 'ALLOW' | 'DENY';
  readonly rules: CaseRule[];
  readonly capacity: number | null;
  readonly anti: [AccessPolicy['antiPassback']['mode'], number | null, 'GYM' | 'PARTNER'];
  readonly reentry: number | null;
  readonly minAge: number | null;
  readonly unknownAge: 'ALLOW' | 'DENY';
  readonly closing: { date: string; fr?: string; to?: string }[];
}

interface CasePerson {
  readonly memberships?: number[];
  readonly born?: string;
  readonly wid?: 1;
  readonly plan?: string;
  readonly check?: [string, string];
  readonly staff?: 1;
  readonly guest?: 1;
}

export interface AccessCase {
  readonly no: number;
  readonly policy: string;
  readonly customer: string;
  readonly device: 'IN' | 'D2' | 'BOTH' | 'OUT';
  readonly at: string;
  readonly local: string;
  readonly state: {
    open?: 'HERE' | 'ELSEWHERE';
    source?: 'DESK';
    enteredMinutesAgo?: number;
    inside?: number;
    usedMinutesAgo?: number;
  };
  readonly expected: string;
  readonly why: string | null;
}

interface CasesFile {
  readonly policies: Record<string, CasePolicy>;
  readonly customers: Record<string, CasePerson>;
  readonly cases: AccessCase[];
}

export const CASES = JSON.parse(
  readFileSync('docs/contracts/access-rules.cases.json', 'utf8'),
) as CasesFile;

/** A gym of the table of cases, with its doors and rules. */
export interface RuledGym {
  readonly id: number;
  readonly wellhubGymId: string;
  readonly doors: Record<AccessCase['device'], { id: number; token: string }>;
  readonly rules: ReadonlyMap<string, number>;
}

/** A person as a case wants them, at that gym and moment. */
export interface CasePersonAtGym {
  readonly id: number;
  readonly card: string;
}

export interface RuleStage {
  readonly app: TestApp;
  readonly world: GateWorld;
  gym(policy: string): Promise<RuledGym>;
  /** A gym of one's own. */
  newGym(zone?: string): Promise<RuledGym>;
  setPolicy(gymId: number, policy: Partial<AccessPolicy>): Promise<void>;
  /** All of its rules, in their order. @returns their ids */
  setRules(gymId: number, rules: readonly Partial<RuleValues>[]): Promise<number[]>;
  person(person: CasePerson, gym: RuledGym, at: Date): Promise<CasePersonAtGym>;
  membership(no: number): Promise<number>;
  setState(person: CasePersonAtGym, gym: RuledGym, state: AccessCase['state']): Promise<void>;
  clock(moment: Date): Promise<void>;
  scan(card: string, token: string, options?: ScanOptions): ReturnType<GateWorld['scan']>;
}

const RULE: RuleValues = {
  name: 'Rule',
  active: true,
  effect: 'ALLOW',
  when: null,
  who: null,
  deviceIds: null,
  message: null,
};

let numbers = 0;
const next = () => (numbers += 1);

/** A partner whose gyms have the policies of the contract's table of cases, in a database whose clock is set. */
export async function givenRuleStage(): Promise<RuleStage> {
  const databaseUrl = await createDatabase();
  await installClock(databaseUrl);
  const wellhub = await createSimulator({
    port: 0,
    host: '127.0.0.1',
    validateToken: 'simulator-token',
  });
  const served = await startApp({ databaseUrl, wellhubSimulatorUrl: wellhub.url });
  const app = { ...served, close: () => served.close().finally(() => wellhub.close()) };
  const world = await givenADoor(app);
  const { partnerId, admin } = world;
  const of = <T>(type: new (...args: never[]) => T): T => app.app.get(type, { strict: false });
  const memberships = new Map<number, number>();
  const gyms = new Map<string, RuledGym>();

  const stage: RuleStage = {
    app,
    world,
    membership: async (no) => {
      if (!memberships.has(no)) {
        const path = `/admin/v1/partners/${partnerId}/memberships`;
        const { body } = await admin.post(path, { name: `Plan ${no}` });
        memberships.set(no, body.id);
      }
      return memberships.get(no) as number;
    },
    clock: (moment) => setClock(app.sql, moment),
    newGym: async (zone = 'Europe/Berlin') => {
      const wellhubGymId = String(7_000_000 + next());
      const id = await world.gym({ timeZone: zone, wellhubGymId });
      const door = async (direction: string) => {
        const token = await world.device(direction, id);
        const [row] = await app.sql<{ id: number }>('select max(id)::int as id from devices');
        return { id: row?.id as number, token };
      };
      const doors = {
        IN: await door('IN'),
        D2: await door('IN'),
        BOTH: await door('BOTH'),
        OUT: await door('OUT'),
      };
      return { id, wellhubGymId, doors, rules: new Map() };
    },
    setPolicy: async (gymId, policy) => {
      await of(Database).transaction(async (tx) => {
        const all = { ...DEFAULT_POLICY, ...policy };
        await of(AccessPoliciesRepository).save(tx, partnerId, gymId, all);
        await of(AccessPolicyMarksRepository).set(tx, partnerId, gymId, true);
      });
    },
    setRules: async (gymId, rules) =>
      of(Database).transaction(async (tx) => {
        const stored = of(AccessRulesRepository);
        await stored.removeAll(tx, partnerId, gymId);
        const ids: number[] = [];
        for (const [no, rule] of rules.entries()) {
          const place = { partnerId, gymId, position: no + 1 };
          ids.push(await stored.insert(tx, place, { ...RULE, ...rule }));
        }
        const all = await stored.list(tx, partnerId, gymId);
        await of(CompiledRulesRepository).replace(tx, partnerId, gymId, all);
        return ids;
      }),
    gym: async (name) => {
      const known = gyms.get(name);
      if (known) return known;
      const policy = CASES.policies[name] as CasePolicy;
      const gym = await stage.newGym(policy.zone);
      const rules = new Map<string, number>();
      if (name !== 'P0') {
        await stage.setPolicy(gym.id, policyOf(policy));
        const ids = await stage.setRules(
          gym.id,
          await Promise.all(policy.rules.map((rule) => ruleOf(rule, gym, stage))),
        );
        policy.rules.forEach(({ id }, no) => rules.set(id, ids[no] as number));
      }
      gyms.set(name, { ...gym, rules });
      return { ...gym, rules };
    },
    person: async (person, gym, at) => givenAPerson(stage, person, gym, at),
    setState: async ({ id }, gym, state) => {
      const { open, source = 'GATE', enteredMinutesAgo = 30, inside, usedMinutesAgo } = state;
      if (open) {
        const gymId = open === 'HERE' ? gym.id : world.gymId;
        await app.sql(
          `with visit as (insert into visits (partner_id, customer_id, gym_id, source, entered_at)
              values ($1, $2, $3, $4, clock_timestamp() - make_interval(mins => $5)) returning *)
            update presence p set visit_id = v.id, visit_gym_id = v.gym_id, visit_source = v.source,
              entered_at = v.entered_at, moved_at = v.entered_at
            from visit v where p.partner_id = v.partner_id and p.customer_id = v.customer_id`,
          [partnerId, id, gymId, source, enteredMinutesAgo],
        );
      }
      if (inside !== undefined)
        await app.sql('update gym_occupancy set inside = $2 where gym_id = $1', [gym.id, inside]);
      if (usedMinutesAgo !== undefined)
        await app.sql(
          `update check_ins set first_used_at = clock_timestamp() - make_interval(mins => $2)
            where customer_id = $1`,
          [id, usedMinutesAgo],
        );
    },
    scan: (card, token, options) =>
      world.scan(card, { token, type: 'NUMBER', nonce: null, ...options }),
  };
  return stage;
}

const policyOf = (policy: CasePolicy): AccessPolicy => ({
  ...DEFAULT_POLICY,
  outsideRules: policy.outsideRules,
  capacity: policy.capacity === null ? null : { max: policy.capacity, warnAtPercent: 90 },
  antiPassback: { mode: policy.anti[0], minutes: policy.anti[1], scope: policy.anti[2] },
  reentryMinutes: policy.reentry,
  minimumAge: policy.minAge,
  unknownAge: policy.unknownAge,
  closingDays: policy.closing.map(({ date, fr, to }) => ({
    date,
    ...(fr && { from: fr }),
    ...(to && { to }),
  })),
});

/** Without the fields that are undefined. */
const present = (fields: object) => JSON.parse(JSON.stringify(fields)) as object;

const whenOf = ({ days, fr, to, dates: [dateFrom, dateTo] = [] as never }: CaseTime) =>
  present({ days, from: fr, to, dateFrom, dateTo });

async function whoOf({ memberships, plans, products, ...who }: CaseWho, stage: RuleStage) {
  const membershipIds =
    memberships && (await Promise.all(memberships.map((no) => stage.membership(no))));
  return present({ ...who, membershipIds, wellhubPlans: plans, wellhubProducts: products });
}

async function ruleOf(
  { id, effect, when, who, devices }: CaseRule,
  { doors }: RuledGym,
  stage: RuleStage,
): Promise<Partial<RuleValues>> {
  const ids = [doors.IN.id, doors.D2.id, doors.BOTH.id, doors.OUT.id];
  return {
    name: id,
    effect,
    when: when && whenOf(when),
    who: who && (await whoOf(who, stage)),
    deviceIds: devices && devices.map((no) => ids[no - 1] as number),
  };
}

async function givenAPerson(
  { app, world, membership }: RuleStage,
  person: CasePerson,
  gym: RuledGym,
  at: Date,
): Promise<CasePersonAtGym> {
  const { partnerId } = world;
  const card = String(3_000_000 + next());
  const wellhubId = String(6_000_000_000_000 + next());
  const id = await world.customer({
    cardNumber: { value: card, format: 'DECIMAL' },
    ...(person.born && { birthDate: person.born }),
    ...(person.wid && { gympassId: wellhubId, origin: 'WELLHUB' }),
  });
  for (const no of person.memberships ?? [])
    await world.withContract(id, { membershipId: await membership(no) });
  await app.sql(
    'insert into presence (partner_id, customer_id) values ($1, $2) on conflict do nothing',
    [partnerId, id],
  );
  if (person.plan) await storePlan(app, partnerId, id, person.plan);
  if (person.staff || person.guest) await storePass(app, partnerId, id, person);
  if (person.check) {
    const [state, product] = person.check;
    await app.sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, product_id, state, event_at, local_day,
          expires_at, deadline_at, cause, validated_at)
        select $1, gen_random_uuid(), $2, $3, $4, $5, $6, $7, ($7::timestamptz at time zone g.time_zone)::date,
          $7::timestamptz + interval '1 hour', $7::timestamptz + interval '10 years', 'WEBHOOK',
          case when $6 = 'VALIDATED' then $7::timestamptz end
        from gyms g where g.partner_id = $1 and g.id = $2`,
      [partnerId, gym.id, id, wellhubId, product, state, at],
    );
  }
  return { id, card };
}

export async function storePlan(app: TestApp, partnerId: string, customerId: number, plan: string) {
  const gpwId = `gpw-${customerId}`;
  await app.sql(
    `insert into wellhub_users (partner_id, gpw_id, plan_id) values ($1, $2, $3)
      on conflict (partner_id, gpw_id) do update set plan_id = excluded.plan_id`,
    [partnerId, gpwId, plan],
  );
  await app.sql(
    'update customers set gpw_id = $3, gpw_active = true where partner_id = $1 and id = $2',
    [partnerId, customerId, gpwId],
  );
}

/** Valid from long ago, for ten years of the cases. */
export async function storePass(
  app: TestApp,
  partnerId: string,
  customerId: number,
  pass: { staff?: number; guest?: number; gymIds?: number[]; from?: string; until?: string },
) {
  await app.sql(
    `insert into access_passes (partner_id, customer_id, type, gym_ids, valid_from, valid_until, entries)
      values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      partnerId,
      customerId,
      pass.staff ? 'STAFF' : 'GUEST',
      pass.gymIds ?? null,
      pass.from ?? '2020-01-01',
      pass.until ?? (pass.staff ? null : '2029-12-31'),
      pass.staff ? null : (pass.guest ?? 1),
    ],
  );
  await app.sql('update customers set has_access_passes = true where partner_id = $1 and id = $2', [
    partnerId,
    customerId,
  ]);
}
