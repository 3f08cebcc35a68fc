import { identificationOf, type DeviceSettings } from './device-settings.js';
import { fieldsRequest, type WireFields, type WireRequest } from './wire-request.js';

/** What a person holds before the reader, or who the device has recognised. Exactly one, but a PIN may come with a user. */
export interface Presented {
  readonly qr?: string | undefined;
  readonly card?: string | undefined;
  readonly uhf?: string | undefined;
  readonly userId?: string | undefined;
  readonly pin?: string | undefined;
}

/** What the reader made of it, before anything is sent. */
export interface Reading {
  readonly field: 'qrcode_value' | 'card_value' | 'uhf_tag' | 'user_id' | 'pin_value' | 'password';
  readonly value: string;
  readonly userId: string;
}

const LARGEST = 2n ** 64n - 1n;
/** Four ASCII bytes in an integer: `bio`. */
const BIOMETRY = '1651076864';

/** @returns undefined when this reader cannot read it: its numeric mode knows only numbers of 64 bits */
export function readPresented(shown: Presented, { qrMode }: DeviceSettings): Reading | undefined {
  const { qr, card, uhf, userId = '0', pin } = shown;
  if (qr !== undefined) return readQr(qr, qrMode);
  if (card !== undefined) return reading('card_value', card);
  if (uhf !== undefined) return reading('uhf_tag', uhf);
  if (pin === undefined) return { field: 'user_id', value: userId, userId };
  return userId === '0' ? reading('pin_value', pin) : { field: 'password', value: pin, userId };
}

function readQr(content: string, mode: DeviceSettings['qrMode']): Reading | undefined {
  if (mode === 'ALPHANUMERIC') return reading('qrcode_value', content);
  const isNumber = /^\d{1,40}$/.test(content) && BigInt(content) <= LARGEST;
  return isNumber ? reading('card_value', String(BigInt(content))) : undefined;
}

const reading = (field: Reading['field'], value: string): Reading => ({
  field,
  value,
  userId: '0',
});

const PATHS = {
  qrcode_value: '/new_qrcode.fcgi',
  card_value: '/new_card.fcgi',
  uhf_tag: '/new_uhf_tag.fcgi',
  user_id: '/new_user_identified.fcgi',
  pin_value: '/new_user_identified.fcgi',
  password: '/new_user_id_and_password.fcgi',
} as const;

export interface ScanStamp {
  readonly uuid: string | undefined;
  /** Unix seconds of the device's clock. */
  readonly time: number;
}

/** The scan as this model sends it: one that recognises by itself reports everything as an identified user. */
export function scanRequest(
  { field, value, userId }: Reading,
  { uuid, time }: ScanStamp,
  settings: DeviceSettings,
): WireRequest {
  const isIdentified = PATHS[field] === '/new_user_identified.fcgi';
  const isPro = identificationOf(settings) === 'PRO' && field !== 'password';
  const end: WireFields = [
    ...(uuid === undefined ? [] : ([['uuid', uuid]] as const)),
    ['time', String(time)],
  ];
  const fields: WireFields =
    isIdentified || isPro
      ? [...identified(settings.deviceId, userId), ...valueOf({ field, value, userId }), ...end]
      : [
          ['device_id', settings.deviceId],
          ...(field === 'password' ? ([['user_id', userId]] as const) : []),
          [field, value],
          ['portal_id', '1'],
          ['identifier_id', '0'],
          ...end,
        ];
  const path = isIdentified || isPro ? '/new_user_identified.fcgi' : PATHS[field];
  return fieldsRequest(path, fields, settings.bodyForm);
}

const identified = (deviceId: string, userId: string): WireFields => [
  ['event', userId === '0' ? '3' : '8'],
  ['device_id', deviceId],
  ['identifier_id', userId === '0' ? '0' : BIOMETRY],
  ['portal_id', '1'],
  ['user_id', userId],
  ['user_name', ''],
  ['user_has_image', '0'],
];

const valueOf = ({ field, value }: Reading): WireFields =>
  field === 'user_id' ? [] : [[field, value]];
