/** Byte order marks and their encodings. */
const MARKS = [
  ['utf-8', Buffer.of(0xef, 0xbb, 0xbf)],
  ['utf-16le', Buffer.of(0xff, 0xfe)],
  ['utf-16be', Buffer.of(0xfe, 0xff)],
] as const;
/** How many bytes are read to find the zero bytes of UTF-16. */
const SNIFFED_BYTES = 512;

/** The text of a table as spreadsheets write it: UTF-8 or UTF-16, marked or not, else the Latin of Windows. */
export function reportText(bytes: Buffer): string {
  const marked = MARKS.find(([, mark]) => bytes.subarray(0, mark.length).equals(mark))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes);
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Every second byte of Latin letters in UTF-16 is zero; no other text holds one. */
function unmarkedUtf16(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const zeros = [0, 0];
  for (const [at, byte] of bytes.subarray(0, SNIFFED_BYTES).entries())
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === odd) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
