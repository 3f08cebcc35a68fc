import { isObject, parseJson } from '../platform/http/json-body.js';

/** An admission while the database was away. */
export interface SpooledScan {
  /** Names the record: it becomes a visit once, however often it is read. */
  readonly id: string;
  readonly partnerId: string;
  readonly gymId: number;
  readonly deviceId: number;
  readonly customerId: number;
  /** By the database's clock. */
  readonly at: Date;
  readonly valueHash: Buffer;
  readonly nonce: string | undefined;
}

export const encodeScan = ({ valueHash, ...scan }: SpooledScan): Buffer =>
  Buffer.from(JSON.stringify({ v: 1, ...scan, valueHash: valueHash.toString('base64') }));

/** @returns undefined for a record that this version does not understand */
export function decodeScan(record: Buffer): SpooledScan | undefined {
  const read = parseJson(record);
  if (!isObject(read) || read['v'] !== 1) return undefined;
  const { at, valueHash, nonce, ...scan } = read as unknown as Omit<
    SpooledScan,
    'at' | 'valueHash'
  > & {
    at: string;
    valueHash: string;
  };
  return { ...scan, nonce, at: new Date(at), valueHash: Buffer.from(valueHash, 'base64') };
}
