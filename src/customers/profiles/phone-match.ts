/** How a phone number is looked up: its digits with the last one first, as they are indexed. */
export interface PhoneMatch {
  /** Numbers that are the same one: without its country code, and with the zeros that stand in front. */
  readonly same: readonly string[];
  /** The beginning of numbers that only have more in front, such as a country code. */
  readonly begin: string | null;
}

const PHONE = /^[\d\s().+/-]+$/;
const DIGITS = { least: 4, most: 20 };
/** Fewer say too little: two people may share the end of a number. */
const LEAST_OF_AN_END = 8;
const ZEROS = ['', '0', '00'];

/** Undefined for what is no phone number. */
export function phoneMatch(text: string): PhoneMatch | undefined {
  if (!PHONE.test(text)) return undefined;
  const digits = text.replaceAll(/\D/g, '').replace(/^0+/, '');
  if (digits.length < DIGITS.least || digits.length > DIGITS.most) return undefined;
  const reversed = [...digits].toReversed().join('');
  const shortest = Math.min(LEAST_OF_AN_END, digits.length);
  const ends = Array.from({ length: digits.length - shortest + 1 }, (_, more) =>
    reversed.slice(0, shortest + more),
  );
  return {
    same: ends.flatMap((end) => ZEROS.map((zeros) => end + zeros)),
    begin: digits.length < LEAST_OF_AN_END ? null : reversed,
  };
}
