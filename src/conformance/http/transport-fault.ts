import type { TransportFault } from './exchange.js';

const BY_CODE: readonly (readonly [RegExp, TransportFault])[] = [
  [/^(ENOTFOUND|EAI_AGAIN)$/, 'unknown-host'],
  [/^ECONNREFUSED$/, 'refused'],
  [/^(ECONNRESET|EPIPE)$/, 'reset'],
  [/^ETIMEDOUT$/, 'timeout'],
  [/^HPE_/, 'not-http'],
  [/^EPROTO$|CERT|SIGNED|SIGNATURE|ISSUER|^ERR_TLS|^ERR_SSL/, 'tls'],
];

/** Sorts what Node says about a failed call. */
export function transportFaultOf(error: unknown): { fault: TransportFault; detail: string } {
  const { code = '', message = String(error) } = error as { code?: string; message?: string };
  const fault = BY_CODE.find(([pattern]) => pattern.test(code))?.[1] ?? 'unreachable';
  return { fault, detail: code === '' ? message : `${code}: ${message}` };
}
