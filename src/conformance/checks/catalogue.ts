import { BOOKING_CHECKS } from './booking.js';
import { CHECK_IN_CHECKS } from './check-in.js';
import type { ConformanceCheck } from './check.js';
import { CONNECTION_CHECKS } from './connection.js';
import { REDIRECT_LINK_CHECKS } from './redirect-link.js';
import { REGISTRATION_REFUSALS } from './registration-refusals.js';
import { REGISTRATION_CHECKS } from './registration.js';
import { SIGNATURE_CHECKS } from './signatures.js';
import { STATUS_CHECKS } from './status.js';
import { TOKEN_CHECKS } from './token.js';
import { VALIDATE_ANSWER_CHECKS } from './validate-answers.js';
import { VALIDATE_CHECKS } from './validate.js';

/** Every check, grouped; a check stands after those it builds on, but for the long one, which is last. */
export const CHECKS: readonly ConformanceCheck[] = inOrder([
  ...CONNECTION_CHECKS,
  ...TOKEN_CHECKS,
  ...REGISTRATION_CHECKS,
  ...REGISTRATION_REFUSALS,
  ...REDIRECT_LINK_CHECKS,
  ...STATUS_CHECKS,
  ...CHECK_IN_CHECKS,
  ...SIGNATURE_CHECKS,
  ...BOOKING_CHECKS,
  ...VALIDATE_CHECKS,
  ...VALIDATE_ANSWER_CHECKS,
]);

/** Moves a check behind those it builds on; otherwise the order stays. */
function inOrder(checks: readonly ConformanceCheck[]): ConformanceCheck[] {
  const ordered: ConformanceCheck[] = [];
  let waiting = [...checks];
  while (waiting.length > 0) {
    const isReady = ({ after = [] }: ConformanceCheck) =>
      after.every((id) => ordered.some((done) => done.id === id));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error(`checks wait for each other: ${waiting[0]?.id}`);
    const first = ready[0] as ConformanceCheck;
    ordered.push(first);
    waiting = waiting.filter((check) => check !== first);
  }
  return ordered;
}
