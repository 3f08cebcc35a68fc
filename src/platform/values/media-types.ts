/** The first bytes of each; those of a PDF are `%PDF-`. */
const SIGNATURES = [
  ['image/jpeg', Buffer.of(0xff, 0xd8, 0xff)],
  ['image/png', Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
  ['application/pdf', Buffer.of(0x25, 0x50, 0x44, 0x46, 0x2d)],
] as const;

export type KnownMediaType = (typeof SIGNATURES)[number][0];

const BYTE_ORDER_MARK = Buffer.of(0xef, 0xbb, 0xbf);
const WHITE_SPACE: ReadonlySet<number | undefined> = new Set([0x00, 0x09, 0x0a, 0x0c, 0x0d, 0x20]);
/** PDF readers search for the signature within this many bytes. Image readers do not search. */
const MOST_LEADING = 1_024;

/** The media type of a file by its first bytes; a name or a header does not count. */
export function mediaTypeOfBytes(bytes: Buffer): KnownMediaType | undefined {
  return SIGNATURES.find(([type, signature]) => {
    const file = type === 'application/pdf' ? withoutLeading(bytes) : bytes;
    return file.subarray(0, signature.length).equals(signature);
  })?.[0];
}

/** The file from where a PDF may begin: programs that make them put a byte order mark or line ends in front. */
function withoutLeading(bytes: Buffer): Buffer {
  let at = bytes.subarray(0, BYTE_ORDER_MARK.length).equals(BYTE_ORDER_MARK)
    ? BYTE_ORDER_MARK.length
    : 0;
  while (at < MOST_LEADING && WHITE_SPACE.has(bytes[at])) at += 1;
  return bytes.subarray(at);
}
