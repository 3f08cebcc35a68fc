/** What readers put around a value: line ends, blanks, and control characters such as STX, ETX and GS. */
const EDGE = /[\s\p{Cc}\uFEFF]/u;
/** The kind of barcode that many readers send in front (ISO/IEC 15424): `]Q1`, `]C1`, `]d2`. */
const AIM_PREFIX = /^\][a-z][\da-z]/i;
/** The same prefix, and digits, as a reader for American keyboards types them on a French or Belgian one. */
const AZERTY_PREFIX = /^\$[a-z][&é"'(\-è_çà§!]/i;
const AZERTY_DIGITS = /^[&é"'(\-è_çà§!]{4,}$/;
const AZERTY: Readonly<Record<string, string>> = {
  ...Object.fromEntries([...'à&é"\'(-è_ç'].map((key, digit) => [key, String(digit)])),
  '§': '6',
  '!': '8',
};
const DIGITS = /^\d+$/;
const FULL_WIDTH_BY = 0xfee0;

/** One card or code is one value, however its reader writes it. The kiosk and the gate read alike. */
export function scannedValue(text: string): string {
  if (DIGITS.test(text)) return text;
  const plain = trimmed(inAscii(text).normalize('NFC'));
  const value = trimmed(plain.replace(AIM_PREFIX, '').replace(AZERTY_PREFIX, ''));
  if (!AZERTY_DIGITS.test(value)) return value;
  return [...value].map((key) => AZERTY[key] ?? key).join('');
}

/** Full-width signs, which an East Asian input method makes of what a reader types. */
export const inAscii = (text: string) =>
  text.replaceAll(/[\uFF01-\uFF5E]/g, (sign) =>
    String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_BY),
  );

/** Not by a regular expression: one for the end of a text takes time quadratic in its length. */
function trimmed(text: string): string {
  let [start, end] = [0, text.length];
  while (start < end && EDGE.test(text.charAt(start))) start += 1;
  while (end > start && EDGE.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}
