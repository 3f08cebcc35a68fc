import { domainToASCII } from 'node:url';
import type { Rule } from './rule.js';

/** An e-mail address in its two forms: as shown and mailed to, and as compared. */
export interface EmailAddress {
  readonly email: string;
  readonly key: string;
}

const LONGEST = 254;
// No control, format, unassigned or space character, and nothing that a mail header reads as two addresses.
const FORBIDDEN = /[\p{C}\p{Z}<>()[\]\\,;:"]/u;
const NON_ASCII = /[^ -~]/;
/** Words between single dots. */
const LOCAL = /^[^@.]+(?:\.[^@.]+)*$/;
/** One name of a domain: letters, digits and inner hyphens of any script. */
const LABEL = /^[\p{L}\p{M}\p{N}](?:[\p{L}\p{M}\p{N}-]*[\p{L}\p{M}\p{N}])?$/u;

/**
 * The one place where an e-mail address gets its canonical form: JavaScript and PostgreSQL lower-case
 * differently, so only this key is stored and compared. Mail goes to the stored address, never to a typed one.
 */
export function emailAddress(text: unknown): EmailAddress | undefined {
  if (typeof text !== 'string' || text.length > 4 * LONGEST) return undefined;
  const email = text.trim().normalize('NFC');
  const key = isAddress(email) ? keyOf(email) : undefined;
  return key === undefined ? undefined : { email, key };
}

/** A domain in letters of any script is compared in the ASCII form that name servers know: both are one address. */
function keyOf(email: string): string | undefined {
  const [local = '', domain = ''] = email.toLowerCase().normalize('NFC').split('@');
  // Only then: what is ASCII already could be read as something else, a number as an address.
  const ascii = NON_ASCII.test(domain) ? domainToASCII(domain) : domain;
  return ascii === '' ? undefined : `${local}@${ascii}`;
}

function isAddress(email: string): boolean {
  const [local = '', domain = '', ...more] = email.split('@');
  if (email.length > LONGEST || more.length > 0) return false;
  return !FORBIDDEN.test(email) && LOCAL.test(local) && isDomain(domain);
}

const isDomain = (domain: string): boolean =>
  domain.split('.').every((label) => label.length <= 63 && LABEL.test(label));

export const emailRule: Rule = (value) =>
  emailAddress(value) === undefined
    ? 'must be an e-mail address such as ana@example.com'
    : undefined;
