import type { Source, Violations } from './house-rules.js';

const CALL = /\b(\w+Sql)\(/g;
const LITERAL = /'[^'\n]*'|"[^"\n]*"|`[^`]*`/g;
/** Of the columns that nearly every table has. */
const BARE_COLUMN = /(?<![.\w])(partner_id|gym_id|customer_id|device_id|id)\b(?!\s+as\b)/;

/**
 * A fragment that is given a bare column finds its own table's column of that name first, and so compares it with
 * itself: every row fits. The name of the outer row belongs before it.
 */
export const namesOuterRows = (sources: readonly Source[]): Violations =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(CALL)].flatMap(({ 0: call, 1: fragment, index }) =>
      expressionsIn(argumentsFrom(text, index + call.length)).flatMap((expression) => {
        const [, column] = BARE_COLUMN.exec(expression) ?? [];
        return column ? [`${path}: gives ${fragment} the column ${column} of no named row`] : [];
      }),
    ),
  );

/** The arguments of a call up to its closing bracket. */
function argumentsFrom(text: string, from: number): string {
  let depth = 1;
  let at = from;
  for (; depth > 0 && at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
  }
  return text.slice(from, at - 1);
}

/** A relation has columns of its own; what is put in between is code. */
const expressionsIn = (args: string): string[] =>
  (args.match(LITERAL) ?? [])
    .filter((literal) => !/\b(select|from|where)\b/.test(literal))
    .map((literal) => literal.replaceAll(/\$\{[^}]*\}/g, ''));
