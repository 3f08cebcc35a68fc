import type { ScanForm } from './scan-form.js';

/** A scan as the gate statement takes it; `no` brings the answers back into order. */
const SCAN_FIELDS = {
  no: 'int',
  is_code: 'boolean',
  card_number: 'text',
  nonce: 'uuid',
  execute: 'boolean',
  waited_seconds: 'float8',
  arrived_at: 'timestamptz',
  admit: 'text',
  admitted_check_in: 'uuid',
  traceparent: 'text',
};

/** How the scan names its device; a device that is named by its id may have recognised the person by itself. */
const DEVICE_FIELDS = {
  TOKEN: { token_hash: 'bytea' },
  ID: {
    of_partner_id: 'uuid',
    of_device_id: 'bigint',
    known_customer_id: 'bigint',
    medium: 'text',
    turn_seconds: 'integer',
    shows_name: 'boolean',
  },
} as const;

/** The fields that hold a value's hashes; what is written is the first. */
export type Hashes = readonly string[];

/** @param keys under how many keys a value may stand: more than one only while `SECRETS_KEY` is rotated */
export const hashNames = (keys: number): Hashes =>
  Array.from({ length: keys }, (_, no) => (no === 0 ? 'value_hash' : `value_hash_${no + 1}`));

export const scanFields = (hashes: Hashes, namedBy: ScanForm['namedBy']) => ({
  ...SCAN_FIELDS,
  ...DEVICE_FIELDS[namedBy],
  ...Object.fromEntries(hashes.map((name) => [name, 'bytea'])),
});

export const hashFields = (hashes: readonly Buffer[]): Record<string, Buffer> =>
  Object.fromEntries(hashNames(hashes.length).map((name, no) => [name, hashes[no] as Buffer]));

export const isOneOf = (column: string, hashes: Hashes, row = ''): string =>
  hashes.length === 1
    ? `${column} = ${row}${hashes[0]}`
    : `${column} in (${hashes.map((name) => `${row}${name}`).join(', ')})`;
