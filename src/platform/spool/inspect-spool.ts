import type { SecretBox } from '../crypto/secret-box.js';
import type { UnreadableFile } from './spool-backlog.js';
import { readSegment } from './segment-reader.js';
import { MISNAMED, SpoolFolder, type Segment } from './spool-folder.js';

/** The content of a spool folder, of all owners. */
export interface SpoolInspection {
  /** Records that wait; some of them may belong to processes that live. */
  readonly records: number;
  readonly bytes: number;
  /** Bytes of records that were changed after they were written. */
  readonly damaged: number;
  readonly aside: readonly string[];
  /** Files that none of our keys decrypts, by the id of their key. */
  readonly foreign: readonly { readonly name: string; readonly keyId: string }[];
  readonly unreadable: readonly UnreadableFile[];
}

/** Reads only; safe beside processes that write. @throws the error of the file system */
export async function inspectSpool(path: string, box: SecretBox): Promise<SpoolInspection> {
  const folder = new SpoolFolder(path, { id: '', pid: 0, started: '', host: '' });
  const found = { records: 0, bytes: 0, damaged: 0 };
  const foreign: { name: string; keyId: string }[] = [];
  const misnamed = await folder.misnamed();
  const unreadable = misnamed.map((name) => ({ name, problem: MISNAMED }));
  const read = (segment: Segment) =>
    folder.read(segment).catch((error: Error) => {
      unreadable.push({ name: segment.name, problem: error.message });
      return undefined;
    });
  for (const segment of await folder.segments()) {
    const file = await read(segment);
    if (!file) continue;
    const { records, bytes, damaged, foreignKey } = readSegment(file, box);
    found.records += records.length;
    found.bytes += bytes;
    found.damaged += damaged;
    if (foreignKey !== undefined) foreign.push({ name: segment.name, keyId: foreignKey });
  }
  return { ...found, aside: await folder.aside(), foreign, unreadable };
}
