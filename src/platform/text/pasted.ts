/** Blanks, line ends and invisible characters: zero-width ones, byte order marks, direction marks. */
const UNSEEN = /^[\s\p{Cf}]$/u;
const ONE_WORD = /^[!-~]+$/;

/** The text without the characters that were pasted along at either end. */
export function pasted(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && UNSEEN.test(text.charAt(start))) start += 1;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** Whether an HTTP header can carry it as a token or a key: printable ASCII, in one piece. */
export const isHeaderSafe = (text: string): boolean => ONE_WORD.test(text);

/** What is wrong with a secret that is not, and what to do. */
export const NOT_HEADER_SAFE =
  'holds a blank, a line end, a typographic quote or another character that no HTTP header carries: copy it again from where it was issued';
