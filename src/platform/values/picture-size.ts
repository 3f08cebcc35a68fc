/** In pixels. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

/** `IHDR`, the first chunk of every PNG. */
const PNG_HEAD = Buffer.of(0x49, 0x48, 0x44, 0x52);
/** Segments that begin a frame of a JPEG, C4, C8 and CC aside, which are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** The size that a PNG or a JPEG declares; undefined when it declares none. */
export function pictureSize(bytes: Buffer): PictureSize | undefined {
  if (bytes.length >= 24 && bytes.subarray(12, 16).equals(PNG_HEAD))
    return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  return sizeOfJpeg(bytes);
}

function sizeOfJpeg(bytes: Buffer): PictureSize | undefined {
  let at = 2;
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    if (isFrame(marker))
      return { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
    // A marker may be filled up with further 0xff.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}
