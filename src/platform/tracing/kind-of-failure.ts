import { DomainError } from '../errors/domain-error.js';

const CODE = /^[\w.-]{1,40}$/;

/** A word or a status of ours as it is; of an error its code or the name of its class: its message may quote values. */
export function kindOfFailure(failure: unknown): string {
  if (typeof failure === 'number' || typeof failure === 'string') return String(failure);
  if (failure instanceof DomainError) return failure.spec.code;
  const { code } = failure as { code?: unknown };
  if (typeof code === 'string' && CODE.test(code)) return code;
  return failure instanceof Error ? failure.constructor.name : 'unknown';
}
