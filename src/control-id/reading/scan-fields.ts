import { cardNumber, scannedValue } from '../../customers/index.js';
import type { DeviceMessage } from './device-message.js';
import { readNumber } from './numbers.js';
import type { ReadingSettings, ShownValue } from './shown-value.js';

type Fields = DeviceMessage['fields'];

/** The calls of a device that tell what it read. */
export type ScanCall = 'qrcode' | 'card' | 'uhf-tag' | 'identified';

/** A reading, or why there is none: a way of identification that is not served, or a uuid that cannot be right. */
export type ScanReading =
  | { readonly kind: 'value'; readonly shown: ShownValue; readonly uuid?: string }
  | { readonly kind: 'not-served' }
  | { readonly kind: 'invalid' };

const VALUES = ['qrcode_value', 'card_value', 'uhf_tag', 'user_id'];
const LONGEST_UUID = 64;
const CUSTOMER_ID = /^\d{1,15}$/;
const NOTHING: ShownValue = { name: '' };

/** What was shown (`control-id.md` 4.1). Of several values the first one counts that a device can read from a medium. */
export function readScanCall(
  call: ScanCall,
  fields: Fields,
  settings: ReadingSettings,
): ScanReading {
  const uuid = fields.get('uuid') ?? '';
  if (uuid.length > LONGEST_UUID) return { kind: 'invalid' };
  const shown = shownIn(call, fields, settings);
  if (!shown && isGiven(fields.get('pin_value'))) return { kind: 'not-served' };
  return { kind: 'value', shown: shown ?? NOTHING, ...(uuid.trim() !== '' && { uuid }) };
}

function shownIn(
  call: ScanCall,
  fields: Fields,
  settings: ReadingSettings,
): ShownValue | undefined {
  const isOf = (one: ScanCall) => call === one || call === 'identified';
  const [qrCode, card, tag, user] = VALUES.map((name) => fields.get(name));
  if (isOf('qrcode') && qrCode?.trim()) return readText(qrCode, settings);
  if (isOf('card') && isGiven(card)) return readText(card, settings);
  if (isOf('uhf-tag') && tag?.trim()) return readTag(tag);
  if (call === 'identified' && isGiven(user)) return readUser(user, settings);
  return undefined;
}

/** An empty field, a zero and no field are the same. */
const isGiven = (value: string | undefined): value is string =>
  value !== undefined && !/^\s*0*\s*$/.test(value);

function readText(text: string, settings: ReadingSettings): ShownValue {
  const value = scannedValue(text);
  return readNumber(value, settings) ?? { name: value };
}

function readTag(text: string): ShownValue {
  const tag = cardNumber(text, 'HEX_MSB');
  return { name: tag ?? scannedValue(text), ...(tag !== undefined && { cardNumber: tag }) };
}

/** A person whom the device has recognised by itself. */
function readUser(text: string, { userIdIs }: ReadingSettings): ShownValue {
  const id = text.trim();
  const isCustomer = userIdIs === 'CUSTOMER_ID' && CUSTOMER_ID.test(id);
  return { name: `user ${id}`, ...(isCustomer && { customerId: Number(id) }) };
}
