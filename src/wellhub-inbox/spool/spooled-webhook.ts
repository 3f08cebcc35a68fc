import { isObject, parseJson } from '../../platform/http/json-body.js';
import type { Webhook } from '../events/webhook.js';

interface Head extends Pick<Webhook, 'kind' | 'receivedAt' | 'traceparent'> {
  readonly v: 1;
  readonly partnerId: string;
  readonly gymId?: number | undefined;
  readonly environment: Webhook['origin']['environment'];
}

/** A webhook as a record of the spool: length of the head (4) · head as JSON · body as it was received. */
export function encodeWebhook({ origin, kind, rawBody, receivedAt, traceparent }: Webhook): Buffer {
  const { partnerId, gymId, environment } = origin;
  const known = { kind, partnerId, gymId, environment, receivedAt, traceparent };
  const values: Head = { v: 1, ...known };
  const head = Buffer.from(JSON.stringify(values));
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, rawBody]);
}

/** @returns undefined for a record that this version does not understand */
export function decodeWebhook(record: Buffer): Webhook | undefined {
  const end = record.length < 4 ? 0 : 4 + record.readUInt32BE(0);
  const head = readHead(record.subarray(4, end));
  if (!isObject(head) || head['v'] !== 1) return undefined;
  const { kind, partnerId, gymId, environment, ...rest } = head as unknown as Head;
  return {
    origin: { partnerId, environment, ...(gymId !== undefined && { gymId }) },
    kind,
    rawBody: record.subarray(end),
    receivedAt: rest.receivedAt,
    traceparent: rest.traceparent,
  };
}

function readHead(bytes: Buffer): unknown {
  try {
    return parseJson(bytes);
  } catch {
    return undefined;
  }
}
