import { COMMENTS, type Source, type Violations } from './house-rules.js';

/** These hide the actor or the verb of the field. Code in backticks may have any name. */
const VAGUE =
  /\b(?:whoever|whomever|somebody|nobody|everybody|hears?|news|riddle|(?:is|are|was|were) told)\b/gi;

/** The text before the function that proves it. */
const TITLE = /(['"`])((?:\\.|(?!\1)[^\n])*)\1,\s*(?:async\s*)?\(/g;

const commentsOf = (text: string): string =>
  COMMENTS.flatMap((pattern) => text.match(pattern) ?? [])
    .join('\n')
    .replaceAll(/`[^`]*`/g, '');

const titlesOf = (text: string): string =>
  [...text.matchAll(TITLE)].map(([, , title]) => title).join('\n');

const vagueIn =
  (what: string, read: (text: string) => string) =>
  (sources: readonly Source[]): Violations =>
    sources.flatMap(({ path, text }) =>
      (read(text).match(VAGUE) ?? []).map(
        (word) => `${path}: "${word}" in a ${what}; name the actor and the field's verb`,
      ),
    );

export const commentsNameTheActor = vagueIn('comment', commentsOf);
export const titlesNameTheActor = vagueIn('title', titlesOf);
