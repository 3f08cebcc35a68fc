import { clearCoarseTimeout, setCoarseTimeout } from './coarse-timers.js';

/** Raised when a step did not end within its budget. The step itself may still be running. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime';
}

/** Settles like `work`, or rejects with OutOfTime after `ms`. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const alarm = setCoarseTimeout(ms, () => reject(new OutOfTime('not done in time')));
    const inTime =
      <V>(settle: (value: V) => void) =>
      (value: V): void => {
        clearCoarseTimeout(alarm);
        settle(value);
      };
    work.then(inTime(resolve), inTime(reject));
  });
}
