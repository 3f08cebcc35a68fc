import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const CENTRAL_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;

/** One file of a zip archive: a fresh machine has no `unzip`. */
export function readFromZip(archive, wanted) {
  const bytes = readFileSync(archive);
  for (const entry of entriesOf(bytes)) if (entry.name === wanted) return contentOf(bytes, entry);
  throw new Error(`${archive} holds no ${wanted}`);
}

function* entriesOf(bytes) {
  const end = bytes.lastIndexOf(littleEndian(END_OF_DIRECTORY));
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === CENTRAL_ENTRY) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28);
    yield {
      name: bytes.toString('utf8', at + 46, nameEnd),
      isStored: bytes.readUInt16LE(at + 10) === 0,
      size: bytes.readUInt32LE(at + 20),
      header: bytes.readUInt32LE(at + 42),
    };
    at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
}

function contentOf(bytes, { isStored, size, header }) {
  const start = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
  const content = bytes.subarray(start, start + size);
  return isStored ? content : inflateRawSync(content);
}

function littleEndian(number) {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(number);
  return bytes;
}
