/** The head of a PNG of that size. */
export function pngOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  const signature = Buffer.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13);
  return Buffer.concat([signature, Buffer.from('IHDR'), size, Buffer.of(8, 6, 0, 0, 0)]);
}
