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

/** In the order in which they count. */
const VALUES = ['qrcode_value', 'card_value', 'uhf_tag', 'user_id'] as const;
type ValueField = (typeof VALUES)[number];

/** What a device read, as it came. */
export interface SentValue {
  readonly field: ValueField;
  readonly text: string;
}

const OWN_CALL: Readonly<Record<ValueField, ScanCall>> = {
  qrcode_value: 'qrcode',
  card_value: 'card',
  uhf_tag: 'uhf-tag',
  user_id: 'identified',
};
const READ: Readonly<Record<ValueField, (text: string, settings: ReadingSettings) => ShownValue>> =
  { qrcode_value: readText, card_value: readText, uhf_tag: readTag, user_id: readUser };
/** Of these a zero is a value like others. */
const ZERO_IS_READ: ReadonlySet<ValueField> = new Set(['qrcode_value', 'uhf_tag']);
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
  const sent = sentValue(call, fields);
  if (!sent && isGiven(fields.get('pin_value'))) return { kind: 'not-served' };
  const shown = sent ? readValue(sent, settings) : NOTHING;
  return { kind: 'value', shown, ...(uuid.trim() !== '' && { uuid }) };
}

export function sentValue(call: ScanCall, fields: Fields): SentValue | undefined {
  return VALUES.filter((field) => call === OWN_CALL[field] || call === 'identified')
    .map((field) => ({ field, text: fields.get(field) ?? '' }))
    .find(({ field, text }) => (ZERO_IS_READ.has(field) ? text.trim() !== '' : isGiven(text)));
}

export const readValue = ({ field, text }: SentValue, settings: ReadingSettings): ShownValue =>
  READ[field](text, settings);

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
