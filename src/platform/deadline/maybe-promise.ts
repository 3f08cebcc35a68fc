/** A value that is often available synchronously. `await` takes both; `after` continues without a tick when it is. */
export type MaybePromise<T> = T | Promise<T>;

/** Continues with a value, synchronously when it is available. */
export const after = <A, B>(
  value: MaybePromise<A>,
  work: (value: A) => MaybePromise<B>,
): MaybePromise<B> => (value instanceof Promise ? value.then(work) : work(value));
