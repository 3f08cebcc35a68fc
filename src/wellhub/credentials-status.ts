import type { PatchAnswer } from './patch-answer.js';
import type { ValidateAnswer } from './validate-answer.js';

/** The state of the credentials that an answer of Wellhub shows (W-48). */
export interface CredentialsStatus {
  readonly credentials: 'good' | 'refused' | 'unknown';
  /** Absent when no call could be made; then `detail` names the problem. */
  readonly status?: number | undefined;
  readonly detail?: string | undefined;
  /** What is stored does not decrypt: Wellhub has refused nothing. */
  readonly isUnreadable?: boolean | undefined;
}

export function credentialsStatusOf(answer: ValidateAnswer | PatchAnswer): CredentialsStatus {
  if (answer.kind === 'unreachable') return { credentials: 'unknown' };
  if (answer.kind !== 'credentials-refused') return { credentials: 'good' };
  const { status, detail, isUnreadable } = answer;
  return { credentials: 'refused', status, detail, isUnreadable };
}
