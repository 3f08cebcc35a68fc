/** An e-mail address in its two forms: as shown and mailed to, and as compared. */
export interface EmailAddress {
  readonly email: string;
  readonly key: string;
}

const LONGEST = 254;
// No control, format, unassigned or space character, and nothing that a mail header reads as two addresses.
const FORBIDDEN = /[\p{C}\p{Z}<>()[\]\\,;:"]/u;
const SHAPE = /^[^@]+@[^@]+$/;

/**
 * The one place where an e-mail address gets its canonical form: JavaScript and PostgreSQL lower-case
 * differently, so only this key is stored and compared. Mail goes to the stored address, never to a typed one.
 */
export function emailAddress(text: unknown): EmailAddress | undefined {
  if (typeof text !== 'string' || text.length > 4 * LONGEST) return undefined;
  const email = text.trim().normalize('NFC');
  if (email.length > LONGEST || !SHAPE.test(email) || FORBIDDEN.test(email)) return undefined;
  return { email, key: email.toLowerCase().normalize('NFC') };
}
