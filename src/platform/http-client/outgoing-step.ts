import type { ClientRequest } from 'node:http';
import { currentSpan } from '../deadline/request-context.js';

/** How a call ended: its status, or why it has none. */
export interface OutgoingStep {
  end(outcome: number | string): void;
}

/**
 * The step of a trace that a call is: its host, and neither path nor query, which name people.
 * @returns undefined when nothing is traced
 */
export function outgoingStep(url: string, method: string, name = method): OutgoingStep | undefined {
  const span = currentSpan()?.child(name, {
    kind: 'client',
    attributes: { 'server.address': new URL(url).hostname, 'http.request.method': method },
  });
  return (
    span && {
      end: (outcome) => {
        if (typeof outcome === 'number') span.set({ 'http.response.status_code': outcome });
        span.end(isGood(outcome) ? undefined : outcome);
      },
    }
  );
}

const isGood = (outcome: number | string): boolean => typeof outcome === 'number' && outcome < 400;

/** The step ends when the head of the answer has come. */
export function observeStep(request: ClientRequest, step: OutgoingStep | undefined): ClientRequest {
  if (!step) return request;
  return request
    .once('response', ({ statusCode = 0 }) => step.end(statusCode))
    .once('error', (error: NodeJS.ErrnoException) => step.end(error.code ?? 'network'))
    .once('close', () => step.end('closed'));
}
