import { crc32 } from 'node:zlib';

/** Begins every record, so that the next good one is found behind a damaged one. */
const MAGIC = Buffer.of(0x47, 0x48, 0x53, 0x31);
const HEAD = MAGIC.length + 8;

/** What a file of records holds: the good ones in their order, and how many bytes are none. */
export interface FileContent {
  readonly records: readonly Buffer[];
  /** Bytes that were a record once, or never ours. */
  readonly damaged: number;
  /** Bytes of an incomplete last write: they were never acknowledged. */
  readonly torn: number;
}

/** One record as it lies in a file: magic (4) · length (4) · CRC-32 (4) · body. */
export function frame(body: Buffer): Buffer {
  const head = Buffer.alloc(HEAD);
  MAGIC.copy(head);
  head.writeUInt32BE(body.length, MAGIC.length);
  head.writeUInt32BE(crc32(body), MAGIC.length + 4);
  return Buffer.concat([head, body]);
}

export function readRecords(file: Buffer): FileContent {
  const records: Buffer[] = [];
  let damaged = 0;
  for (let at = 0; at < file.length;) {
    const body = recordAt(file, at);
    if (body) {
      records.push(body);
      at += HEAD + body.length;
      continue;
    }
    const next = nextRecord(file, at + 1);
    if (next === undefined) return { records, ...tail(file.subarray(at), damaged) };
    damaged += next - at;
    at = next;
  }
  return { records, damaged, torn: 0 };
}

function recordAt(file: Buffer, at: number): Buffer | undefined {
  if (at + HEAD > file.length || !file.subarray(at, at + MAGIC.length).equals(MAGIC))
    return undefined;
  const length = file.readUInt32BE(at + MAGIC.length);
  if (at + HEAD + length > file.length) return undefined;
  const body = file.subarray(at + HEAD, at + HEAD + length);
  return crc32(body) === file.readUInt32BE(at + MAGIC.length + 4) ? body : undefined;
}

function nextRecord(file: Buffer, from: number): number | undefined {
  for (let at = file.indexOf(MAGIC, from); at !== -1; at = file.indexOf(MAGIC, at + 1))
    if (recordAt(file, at)) return at;
  return undefined;
}

/** A write that was cut ends too early, or left zeros; any other content was changed later. */
function tail(rest: Buffer, damaged: number): Omit<FileContent, 'records'> {
  const isCut = endsEarly(rest) || rest.every((byte) => byte === 0);
  return isCut ? { damaged, torn: rest.length } : { damaged: damaged + rest.length, torn: 0 };
}

function endsEarly(rest: Buffer): boolean {
  const begins = rest.subarray(0, MAGIC.length);
  if (!begins.equals(MAGIC.subarray(0, begins.length))) return false;
  return rest.length < HEAD || HEAD + rest.readUInt32BE(MAGIC.length) > rest.length;
}
