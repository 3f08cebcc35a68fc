/** Rows, columns and diagonals of keyboards and number pads, as fingers run over them; read in both directions. */
const KEY_LINES = [
  ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', 'qwertzuiop', 'yxcvbnm'],
  ['azertyuiop', 'qsdfghjklm', 'wxcvbn', 'йцукенгшщзхъ', 'фывапролджэ', 'ячсмитьбю'],
  ['1qaz', '2wsx', '3edc', '4rfv', '5tgb', '6yhn', '7ujm', '8ik,', '9ol.', '0p;/'],
  ['741', '852', '963', '147', '258', '369', '159', '357', '!@#$%^&*()'],
].flat();
const LINES = KEY_LINES.flatMap((line) => [line, [...line].toReversed().join('')]);

const SHORTEST_RUN = 3;
/** A step of two is a pattern as well: 2468, acegik. */
const LARGEST_STEP = 2;
/** What must be left of a password without its patterns. */
const LEAST_LEFT = 4;
const TAIL = /[\p{N}\p{P}\p{S}\p{Z}]+$/u;

/** How many of the first characters are one repetition or sequence: `aaaa`, `abcd`, `9876`, `qwer`. */
function runAt(text: readonly string[], start: number): number {
  return Math.max(stepsAt(text, start), keysAt(text, start));
}

function stepsAt(text: readonly string[], start: number): number {
  const stepTo = (at: number) =>
    (text[at]?.codePointAt(0) ?? Number.NaN) - (text[at - 1]?.codePointAt(0) ?? 0);
  const step = stepTo(start + 1);
  if (!(Math.abs(step) <= LARGEST_STEP)) return 1;
  let end = start + 2;
  while (stepTo(end) === step) end += 1;
  return end - start;
}

function keysAt(text: readonly string[], start: number): number {
  const rest = text.slice(start);
  return Math.max(
    ...LINES.map((line) => commonStart(line.slice(line.indexOf(rest[0] ?? '')), rest)),
  );
}

function commonStart(line: string, text: readonly string[]): number {
  const end = text.findIndex((character, at) => character !== line[at]);
  return end < 0 ? text.length : end;
}

/** The same with one character for each of its runs. */
export function withoutRuns(text: string): string {
  const all = [...text];
  const kept: string[] = [];
  for (let at = 0; at < all.length;) {
    const run = runAt(all, at);
    kept.push(all[at] ?? '');
    at += run >= SHORTEST_RUN ? run : 1;
  }
  return kept.join('');
}

/** The shortest text that, repeated, makes this one; the last repetition may be cut off. */
export function unitOf(text: string): string {
  const all = [...text];
  for (let length = 1; length <= all.length / 2; length += 1)
    if (all.every((character, at) => character === all[at % length]))
      return all.slice(0, length).join('');
  return text;
}

export const withoutTail = (text: string): string => text.replace(TAIL, '');

/** True for what consists of repetitions and sequences but for a few characters, and digits at its end. */
export function isPattern(text: string): boolean {
  const left = withoutRuns(unitOf(text));
  const letters = text === left ? left : withoutTail(left);
  return [...letters].length < LEAST_LEFT || [...unitOf(text)].length <= LEAST_LEFT;
}
