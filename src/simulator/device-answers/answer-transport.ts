import type { DeviceAnswer } from '../device-wire/device-call.js';

/** Statuses that the contract knows for a device; all but 200 come without a body. */
const EMPTY_STATUSES = [404, 405, 413, 503];

/** What is wrong with the frame of an answer: length, coding, media type, headers. */
export function checkTransport({ status, headers, body }: DeviceAnswer): string[] {
  const found: string[] = [];
  const length = headers['content-length'];
  if (headers['transfer-encoding'] !== undefined) found.push('has Transfer-Encoding (section 3)');
  if (length === undefined) found.push('has no Content-Length (section 3)');
  else if (Number(length) !== body.length) found.push('has a wrong Content-Length');
  if (body.some((byte) => byte > 126 || byte < 32))
    found.push('has a body that is not printable ASCII');
  return [
    ...found,
    ...(status === 200 ? checkFound(headers, body) : checkEmpty(status, headers, body)),
  ];
}

function checkFound(headers: DeviceAnswer['headers'], body: Buffer): string[] {
  const found: string[] = [];
  const type = headers['content-type'];
  if (headers['cache-control'] !== 'no-store') found.push('has no "Cache-Control: no-store"');
  if (body.length > 0 && !/^application\/json\s*(;|$)/.test(type ?? ''))
    found.push('has a body whose Content-Type is not application/json');
  if (body.length === 0 && type !== undefined) found.push('has a Content-Type and no body');
  return found;
}

function checkEmpty(status: number, headers: DeviceAnswer['headers'], body: Buffer): string[] {
  const found: string[] = [];
  if (!EMPTY_STATUSES.includes(status)) found.push(`has status ${status}, which no device expects`);
  if (body.length > 0) found.push(`has a body with status ${status} (section 3)`);
  if (headers['content-type'] !== undefined) found.push(`has a Content-Type with status ${status}`);
  if (status === 405 && headers.allow === undefined) found.push('has status 405 and no Allow');
  return found;
}
