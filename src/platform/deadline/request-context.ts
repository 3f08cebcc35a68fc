import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';

/** What everything that serves one request may know without being told. */
export interface RequestContext {
  readonly requestId: string;
  /** Moment on the monotonic clock (ms) by which the surface must have answered. */
  readonly deadlineAt: number;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const runInRequest = <T>(context: RequestContext, work: () => T): T =>
  storage.run(context, work);

/** Runs work that serves several requests, or none: no single request's deadline applies to it. */
export const runOutsideRequests = <T>(work: () => T): T => storage.exit(work);

/** Milliseconds that a step may take: its own limit, or what is left of the request, whichever is smaller. */
export function budget(limitMs: number): number {
  const context = storage.getStore();
  if (!context) return limitMs;
  return Math.max(0, Math.min(limitMs, context.deadlineAt - performance.now()));
}

export const deadlineIn = (ms: number): number => performance.now() + ms;
