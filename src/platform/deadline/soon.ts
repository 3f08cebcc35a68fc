/** What is often there already: `await` does for both, and who must not wait for nothing goes on with `after`. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value, at once when it is there. */
export const after = <A, B>(value: Soon<A>, work: (value: A) => Soon<B>): Soon<B> =>
  value instanceof Promise ? value.then(work) : work(value);
