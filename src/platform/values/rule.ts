/** What is wrong with a value, as the end of a sentence that begins with its name; undefined when nothing is. */
export type Rule = (value: unknown) => string | undefined;

/** The first fault that one of the rules finds. */
export const firstOf =
  (...rules: readonly Rule[]): Rule =>
  (value) => {
    for (const rule of rules) {
      const fault = rule(value);
      if (fault !== undefined) return fault;
    }
    return undefined;
  };

/** `A, B or C` */
export const oneOf = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
