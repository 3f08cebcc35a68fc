import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';

/** What everything that serves one request may know without being told. */
export interface RequestContext {
  readonly requestId: string;
  /** Moment on the monotonic clock (ms) by which the surface must have answered. */
  deadlineAt: number;
  /** Where the request came from: the address beyond our own proxies. */
  readonly source?: string;
  /** What the gym speaks that this request is about, once that is known; for errors. */
  language?: string;
}

const storage = new AsyncLocalStorage<RequestContext | undefined>();

export const currentRequest = (): RequestContext | undefined => storage.getStore();

export const runInRequest = <T>(context: RequestContext, work: () => T): T =>
  storage.run(context, work);

/** The gym of this request is known now, and this is its language: it serves callers that name none. */
export function speak(language: string): void {
  const context = storage.getStore();
  if (context) context.language = language;
}

/**
 * Runs work that serves several requests, or none: no single request's deadline applies to it. Not by `exit`, which
 * turns the hooks of every promise off and on again.
 */
export const runOutsideRequests = <T>(work: () => T): T => storage.run(undefined, work);

/** Milliseconds that a step may take: its own limit, or what is left of the request, whichever is smaller. */
export function budget(limitMs: number): number {
  const context = storage.getStore();
  if (!context) return limitMs;
  return Math.max(0, Math.min(limitMs, context.deadlineAt - performance.now()));
}

export const deadlineIn = (ms: number): number => performance.now() + ms;
