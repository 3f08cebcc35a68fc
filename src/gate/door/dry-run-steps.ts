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
  'RIGHT',
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
  CONTRACT_REQUIRED: 'RIGHT',
  WELLHUB_CHECKIN_REQUIRED: 'RIGHT',
  WELLHUB_CHECKIN_EXPIRED: 'RIGHT',
  WELLHUB_CHECKIN_CANCELED: 'RIGHT',
  WELLHUB_CHECKIN_NOT_FOUND: 'RIGHT',
  WELLHUB_CHECKIN_REJECTED: 'RIGHT',
  WELLHUB_UNAVAILABLE: 'RIGHT',
};

const OF_CODES: ReadonlySet<DryRunCheck> = new Set(['CODE_GYM', 'CODE_UNUSED', 'CODE_TIME']);
/** Who leaves is not asked for a right to enter. */
const OF_ENTRY: ReadonlySet<DryRunCheck> = new Set(['PERSON', 'RIGHT']);

/** How far the checks came: the statement's own order, so that nothing is judged a second time. */
export function dryRunSteps(
  { isCode }: Pick<Scan, 'isCode'>,
  decision: GateDecision,
): DryRunStep[] {
  const isExit = decision.kind === 'open' && decision.direction === 'OUT';
  const failedAt =
    decision.kind === 'refused' && decision.why !== 'NONCE_REUSED'
      ? DRY_RUN_CHECKS.indexOf(FAILED_AT[decision.why])
      : DRY_RUN_CHECKS.length;
  return DRY_RUN_CHECKS.map((check, at) => {
    const isNeeded = (isCode || !OF_CODES.has(check)) && !(isExit && OF_ENTRY.has(check));
    return { check, outcome: outcomeAt(at - failedAt, isNeeded) };
  });
}

function outcomeAt(distance: number, isNeeded: boolean): StepOutcome {
  if (distance === 0) return 'FAILED';
  if (distance > 0) return 'NOT_REACHED';
  return isNeeded ? 'PASSED' : 'NOT_NEEDED';
}
