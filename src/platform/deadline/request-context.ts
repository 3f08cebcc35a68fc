import { AsyncLocalStorage } from 'node:async_hooks';
import { performance } from 'node:perf_hooks';
import type { Span } from '../tracing/span.js';

/** The deadline of a request whose client has disconnected: no further step is started. */
export const GONE = 0;

/** What any code that serves a request can read without a parameter. */
export interface RequestContext {
  readonly requestId: string;
  /** Moment on the monotonic clock (ms) by which the surface must have answered. */
  deadlineAt: number;
  /** How many times as long as promised this request may take (`DEADLINE_FACTOR`); 1 when absent. */
  readonly deadlineFactor?: number;
  /** Where the request came from: the address beyond our own proxies. */
  readonly source?: string;
  /** The address as it is declared, never the one that was sent. */
  readonly route?: string | undefined;
  /** Whose data it is about, once that is known. */
  readonly partnerId?: string | undefined;
  /** The same, found by other means than a credential of the partner's. */
  aboutPartner?: string;
  /** The language of the gym that this request is about, once that is known; for errors. */
  language?: string;
  /** What the body of a write names, for the audit log. */
  changes?: Readonly<Record<string, unknown>> | undefined;
  /** The row that a write found before it changed it, for the audit log. */
  before?: Readonly<Record<string, unknown>>;
  /** Its step of a trace; absent when it is not traced. */
  readonly span?: Span | undefined;
  /** True once this request has a row in the audit log. */
  isAudited?: boolean;
}

/** What a flow of asynchronous work carries along: one storage for all of it, since each one slows every promise. */
interface Flow {
  readonly request: RequestContext | undefined;
  readonly holdsConnection: boolean;
  /** The step of a trace that is under way. */
  readonly span: Span | undefined;
}

const storage = new AsyncLocalStorage<Flow | undefined>();

export const currentRequest = (): RequestContext | undefined => storage.getStore()?.request;
export const currentSpan = (): Span | undefined => storage.getStore()?.span;

export const runInRequest = <T>(context: RequestContext, work: () => T): T =>
  storage.run({ request: context, holdsConnection: false, span: context.span }, work);

/** Runs the work of a transaction: until it ends, whatever it awaits must not wait for another connection. */
export const runHoldingConnection = <T>(work: () => T): T =>
  storage.run({ request: currentRequest(), holdsConnection: true, span: currentSpan() }, work);

/** What the work does is part of this step. */
export function runInSpan<T>(span: Span, work: () => T): T {
  const { request, holdsConnection = false } = storage.getStore() ?? {};
  return storage.run({ request, holdsConnection, span }, work);
}

/** For work that something else starts later: it still belongs to what is under way now. */
export const inThisFlow = <T>(work: () => T): (() => T) => AsyncLocalStorage.bind(work);

/**
 * Work that holds a connection of the pool and waits for a second one dead-locks once enough of it runs at once: each
 * waits for connections that the others hold. So this is an error also while connections are free, and every way to a
 * connection checks it, cached reads included.
 */
export function assertNoConnectionHeld(): void {
  if (storage.getStore()?.holdsConnection)
    throw new Error(
      'A second connection was asked for inside a transaction: pass the transaction on, or read before it begins.',
    );
}

/** The gym of this request is known now, and this is its language: it serves callers that name none. */
export function setRequestLanguage(language: string): void {
  const context = currentRequest();
  if (context) context.language = language;
}

/** This request is about this partner, although none of its credentials came along. */
export function setRequestPartner(partnerId: string): void {
  const context = currentRequest();
  if (context) context.aboutPartner = partnerId;
}

/**
 * Runs work that serves several requests, or none: no single request's deadline applies to it. Not by `exit`, which
 * disables and enables the hooks of every promise. Not part of a transaction, either: nothing in one may wait for it.
 * @param span the step of a trace that it is
 */
export const runOutsideRequests = <T>(work: () => T, span?: Span): T =>
  storage.run(span && { request: undefined, holdsConnection: false, span }, work);

/** Milliseconds that a step may take: its own limit, or what is left of the request, whichever is smaller. */
export function remainingMs(promisedMs: number): number {
  const context = currentRequest();
  if (!context) return promisedMs;
  return Math.max(
    0,
    Math.min(allowedMs(promisedMs, context), context.deadlineAt - performance.now()),
  );
}

/** How long something with this promised limit may take within the request. */
export const allowedMs = (
  promisedMs: number,
  context: Pick<RequestContext, 'deadlineFactor'> | undefined = currentRequest(),
): number => promisedMs * (context?.deadlineFactor ?? 1);

/** The moment on the monotonic clock at which that time is over. */
export const deadlineIn = (
  promisedMs: number,
  context?: Pick<RequestContext, 'deadlineFactor'>,
): number => performance.now() + allowedMs(promisedMs, context);
