/** Byte order marks and their encodings. */
const MARKS = [
  ['utf-8', Buffer.of(0xef, 0xbb, 0xbf)],
  ['utf-16le', Buffer.of(0xff, 0xfe)],
  ['utf-16be', Buffer.of(0xfe, 0xff)],
] as const;
/** How many bytes are read to find the zero bytes of UTF-16. */
const SNIFFED_BYTES = 512;

export type TextEncodingName = (typeof MARKS)[number][0] | 'windows-1252';

export interface DecodedTable {
  readonly text: string;
  readonly encoding: TextEncodingName;
}

/** The text of a table as spreadsheets write it: UTF-8 or UTF-16, marked or not, else the Latin of Windows. */
export function decodeTable(bytes: Buffer): DecodedTable {
  const marked = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  if (encoding !== undefined) return { text: new TextDecoder(encoding).decode(bytes), encoding };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return { text, encoding: 'utf-8' };
  } catch {
    return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' };
  }
}

/** Every second byte of Latin letters in UTF-16 is zero; a picture holds a few of them anywhere. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sniffed = bytes.subarray(0, SNIFFED_BYTES);
  const zeros = [0, 0];
  for (const [at, byte] of sniffed.entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (Math.abs(odd - even) * 4 <= sniffed.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
