/** A value that is often there already. `await` takes both; `after` goes on without a tick when it is there. */
export type MaybePromise<T> = T | Promise<T>;

/** Goes on with a value, at once when it is there. */
export const after = <A, B>(
  value: MaybePromise<A>,
  work: (value: A) => MaybePromise<B>,
): MaybePromise<B> => (value instanceof Promise ? value.then(work) : work(value));
