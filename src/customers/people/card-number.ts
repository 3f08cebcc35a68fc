import { scannedValue } from './scanned-value.js';

/** How a reader shows the number of a card (`open-api.md` section 5). */
export const CARD_FORMATS = ['DECIMAL', 'HEX_MSB', 'HEX_LSB'] as const;
export type CardFormat = (typeof CARD_FORMATS)[number];

const DIGITS = /^\d+$/;
const HEX = /^[0-9a-f]+$/i;

/**
 * The decimal number without leading zeros: the one form in which a card is stored and looked up. Undefined for what is
 * no card number, zero included: blank cards show it.
 */
export function cardNumber(text: string, format: CardFormat): string | undefined {
  const number = read(scannedValue(text), format);
  return number === undefined || number === 0n ? undefined : number.toString();
}

function read(text: string, format: CardFormat): bigint | undefined {
  if (format === 'DECIMAL') return DIGITS.test(text) ? BigInt(text) : undefined;
  if (!HEX.test(text)) return undefined;
  if (format === 'HEX_MSB') return BigInt(`0x${text}`);
  // Whole bytes only: half a byte could belong to either neighbour.
  const bytes = text.match(/../g);
  return bytes && text.length % 2 === 0 ? BigInt(`0x${bytes.toReversed().join('')}`) : undefined;
}
