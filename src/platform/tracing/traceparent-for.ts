import { currentSpan } from '../deadline/request-context.js';
import { readTraceparent } from './traceparent.js';

/**
 * What a row remembers of its trace: the step under way, unless what the row is about belongs to another trace.
 * @param about of the row that it is about; null or absent: of none
 */
export function traceparentFor(about: string | null = null): string | null {
  const span = currentSpan();
  if (about === null) return span?.traceparent ?? null;
  const isSame = span !== undefined && span.traceId === readTraceparent(about)?.traceId;
  return (isSame && span.traceparent) || about;
}
