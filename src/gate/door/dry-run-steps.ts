import type { GateDecision, Refusal, Scan } from '../scan/scan.js';

/** The checks of the gate in their order (`open-api.md` section 5), as far as a dry run has them. */
export const DRY_RUN_CHECKS = [
  'DEVICE',
  'READER',
  'VALUE',
  'CODE_GYM',
  'CODE_UNUSED',
  'CODE_TIME',
  'PERSON',
  'OPENING_DAY',
  'AGE',
  'ANTI_PASSBACK',
  'RIGHT',
  'FREE_PLACE',
] as const;
export type DryRunCheck = (typeof DRY_RUN_CHECKS)[number];

export const STEP_OUTCOMES = ['PASSED', 'FAILED', 'NOT_NEEDED', 'NOT_REACHED'] as const;
type StepOutcome = (typeof STEP_OUTCOMES)[number];

export interface DryRunStep {
  readonly check: DryRunCheck;
  readonly outcome: StepOutcome;
}

/** Which check each refusal comes from: the statement takes the first that fails. */
const FAILED_AT: Record<Exclude<Refusal, 'NONCE_REUSED'>, DryRunCheck> = {
  DEVICE_TOKEN_INVALID: 'DEVICE',
  DEVICE_RATE_LIMITED: 'READER',
  ACCESS_CODE_UNKNOWN: 'VALUE',
  ACCESS_CODE_WRONG_STUDIO: 'CODE_GYM',
  ACCESS_CODE_ALREADY_USED: 'CODE_UNUSED',
  ACCESS_CODE_EXPIRED: 'CODE_TIME',
  CUSTOMER_ACCESS_RESTRICTED: 'PERSON',
  ACCESS_CLOSED_TODAY: 'OPENING_DAY',
  ACCESS_AGE: 'AGE',
  ACCESS_ANTI_PASSBACK: 'ANTI_PASSBACK',
  ACCESS_OUTSIDE_HOURS: 'RIGHT',
  ACCESS_DOOR_NOT_INCLUDED: 'RIGHT',
  ACCESS_PLAN_NOT_INCLUDED: 'RIGHT',
  ACCESS_FULL: 'FREE_PLACE',
  CONTRACT_REQUIRED: 'RIGHT',
  WELLHUB_CHECKIN_REQUIRED: 'RIGHT',
  WELLHUB_CHECKIN_EXPIRED: 'RIGHT',
  WELLHUB_CHECKIN_CANCELED: 'RIGHT',
  WELLHUB_CHECKIN_NOT_FOUND: 'RIGHT',
  WELLHUB_CHECKIN_REJECTED: 'RIGHT',
  WELLHUB_UNAVAILABLE: 'RIGHT',
};

const OF_CODES: ReadonlySet<DryRunCheck> = new Set(['CODE_GYM', 'CODE_UNUSED', 'CODE_TIME']);
/** Only of gyms with a policy. */
const OF_POLICIES: ReadonlySet<DryRunCheck> = new Set([
  'OPENING_DAY',
  'AGE',
  'ANTI_PASSBACK',
  'FREE_PLACE',
]);
/** An exit needs no right to enter. */
const OF_ENTRY: ReadonlySet<DryRunCheck> = new Set(['PERSON', 'RIGHT', ...OF_POLICIES]);

/** How far the checks came: the statement's own order, so that nothing is judged a second time. */
export function dryRunSteps(
  { isCode }: Pick<Scan, 'isCode'>,
  decision: GateDecision,
): DryRunStep[] {
  const isExit = decision.kind === 'open' && decision.direction === 'OUT';
  const checks = DRY_RUN_CHECKS.filter((check) => decision.hasPolicy || !OF_POLICIES.has(check));
  const failedAt =
    decision.kind === 'refused' && decision.why !== 'NONCE_REUSED'
      ? checks.indexOf(FAILED_AT[decision.why])
      : checks.length;
  return checks.map((check, at) => {
    const isNeeded = (isCode || !OF_CODES.has(check)) && !(isExit && OF_ENTRY.has(check));
    return { check, outcome: outcomeAt(at - failedAt, isNeeded) };
  });
}

function outcomeAt(distance: number, isNeeded: boolean): StepOutcome {
  if (distance === 0) return 'FAILED';
  if (distance > 0) return 'NOT_REACHED';
  return isNeeded ? 'PASSED' : 'NOT_NEEDED';
}
