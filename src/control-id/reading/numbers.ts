import { cardNumber } from '../../customers/index.js';
import { cardNumberOf } from './card-number.js';
import type { ReadingSettings, ShownValue } from './shown-value.js';

const NUMBER = /^-\d{1,19}$|^\d+$/;
const ALL = 2n ** 64n;
const CODE_DIGITS = 19;
/** A number this long is no card. */
const ONLY_A_CODE = 18;
const LONGEST = 20;

/**
 * A number is a code or a card: in their numeric mode devices send both alike and lose leading zeros (`control-id.md`
 * 4.2). Undefined for what is no number of 64 bits; zero is nothing that anybody shows.
 */
export function readNumber(
  text: string,
  { cardFormat }: Pick<ReadingSettings, 'cardFormat'>,
): ShownValue | undefined {
  if (!NUMBER.test(text)) return undefined;
  const printed = BigInt(text);
  const sent = printed < 0n ? printed + ALL : printed;
  const digits = sent.toString();
  if (sent === 0n || digits.length > LONGEST) return undefined;
  const isCode = digits.length <= CODE_DIGITS;
  const code = digits.padStart(CODE_DIGITS, '0');
  const mayBeCard = digits.length < ONLY_A_CODE || !isCode;
  const card = mayBeCard ? cardNumber(cardNumberOf(text, cardFormat), 'DECIMAL') : undefined;
  return {
    name: isCode ? code : digits,
    ...(isCode && { code }),
    ...(card !== undefined && { cardNumber: card }),
    ...(!isCode && { countedAs: 'CODE' }),
  };
}
