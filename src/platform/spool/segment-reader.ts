import type { SecretBox } from '../crypto/secret-box.js';
import { readRecords } from './record-format.js';

/** A file of records, opened as far as it can be. */
export interface ReadSegment {
  readonly records: readonly Buffer[];
  readonly bytes: number;
  /** Bytes of records that were changed after they were written. */
  readonly damaged: number;
  readonly torn: number;
  /** Id of the key that it was encrypted under, when that is none of ours. */
  readonly foreignKey?: string;
}

const keyIdOf = (box: Buffer): string => box.toString('hex', 0, 4);

export function readSegment(file: Buffer, box: SecretBox): ReadSegment {
  const { records: sealed, damaged, torn } = readRecords(file);
  const [first] = sealed;
  if (first && !box.knows(first))
    return { records: [], bytes: file.length, damaged, torn, foreignKey: keyIdOf(first) };
  const records: Buffer[] = [];
  let broken = 0;
  for (const record of sealed)
    try {
      records.push(box.open(record));
    } catch {
      broken += record.length;
    }
  return { records, bytes: file.length, damaged: damaged + broken, torn };
}
