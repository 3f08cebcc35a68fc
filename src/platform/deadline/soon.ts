/** What is often there already: `await` does for both, and who must not wait for nothing asks with `then`. */
export type Soon<T> = T | Promise<T>;

/** Goes on with a value, at once when it is there. */
export const then = <A, B>(value: Soon<A>, next: (value: A) => Soon<B>): Soon<B> =>
  value instanceof Promise ? value.then(next) : next(value);
