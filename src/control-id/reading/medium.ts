const READABLE = /^[\w-]+$/;

/** Which part of the device read it: four ASCII signs in a whole number, such as `bio`. */
export function readMedium(identifierId: string | undefined): string | undefined {
  const number = Number(identifierId);
  if (!Number.isInteger(number) || number <= 0 || number > 0xff_ff_ff_ff) return undefined;
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(number);
  const name = bytes.toString('latin1').replace(/\0+$/, '').trim();
  return READABLE.test(name) ? name : undefined;
}
