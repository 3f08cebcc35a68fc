import type { IncomingHttpHeaders } from 'node:http';
import type { Settings } from '../config/settings.js';
import { deriveKey, sameSecret } from '../crypto/hashing.js';

const HEADER = 'x-operations-proof';

const proofOf = ({ secretsKeys: [key] }: Settings): string =>
  key ? deriveKey(key, 'operations port').toString('base64url') : '';

/** How the port of `METRICS_PORT` shows a process of its group that a request is its own. */
export const operationsProof = (settings: Settings): Record<string, string> => ({
  [HEADER]: proofOf(settings),
});

export function carriesOperationsProof(settings: Settings, headers: IncomingHttpHeaders): boolean {
  const given = headers[HEADER];
  const proof = proofOf(settings);
  return typeof given === 'string' && proof !== '' && sameSecret(given, proof);
}
