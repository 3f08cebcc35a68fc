import { isGatehouseError } from './errors.js';

const FIRST_WAIT_MS = 250;
const LONGEST_BACK_OFF_MS = 8_000;
/** The first one of them is still being worked on. */
const STILL_RUNNING = 'idempotency.still-running';

/** True for what may be over in a moment. */
export function isPassing(error: unknown, attempt: number): boolean {
  if (!isGatehouseError(error)) return false;
  if (error.status === 429 || error.status === 503) return true;
  if (error.code === STILL_RUNNING) return attempt > 0;
  return error.code === 'client.connection-lost' || error.code === 'client.timed-out';
}

/** Doubled each time, and any part of it: clients that failed together do not come again together. */
export function backOff(attempt: number, retryAfterSeconds = 0): number {
  const most = Math.min(FIRST_WAIT_MS * 2 ** attempt, LONGEST_BACK_OFF_MS);
  const jitter = Math.random() * most;
  return Math.round(
    retryAfterSeconds > 0 ? retryAfterSeconds * 1000 + jitter : most / 2 + jitter / 2,
  );
}

/** @throws the reason of the signal, at once when it is aborted */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, ms);
    signal?.addEventListener('abort', abort, { once: true });
  });
}
