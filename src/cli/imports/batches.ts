import { createHash } from 'node:crypto';
import type { CustomerLine } from './customer-lines.js';

export const MOST_ITEMS = 500;
/** Below the 1 MiB that the service takes. */
const MOST_BYTES = 900_000;

/** What goes in one request. */
export interface ImportBatch {
  readonly lines: readonly CustomerLine[];
}

/** In the order of the file. */
export function* batchesOf(
  lines: readonly CustomerLine[],
  most = MOST_ITEMS,
): Generator<ImportBatch> {
  let batch: CustomerLine[] = [];
  let bytes = 0;
  for (const line of lines) {
    const size = Buffer.byteLength(JSON.stringify(line.item)) + 1;
    if (batch.length > 0 && (batch.length >= most || bytes + size > MOST_BYTES)) {
      yield { lines: batch };
      [batch, bytes] = [[], 0];
    }
    batch.push(line);
    bytes += size;
  }
  if (batch.length > 0) yield { lines: batch };
}

/** The same when a batch of the same run is sent again, so that the service does it once. */
export function batchKey(run: string, { lines }: ImportBatch): string {
  const hash = createHash('sha256').update(`${run}\n${JSON.stringify(lines)}`);
  return `import-${hash.digest('hex').slice(0, 40)}`;
}
