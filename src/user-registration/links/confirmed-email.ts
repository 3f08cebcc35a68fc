import type { Customer, CustomerPatch } from '../../customers/index.js';
import { emailAddress } from '../../platform/values/email-address.js';

/** An address that is known to be the person's: a mailed token was used, or Wellhub sent it (1.1). */
export interface Proven {
  readonly email: string;
  readonly key: string;
}

/** What a proven address changes of a customer: it is confirmed, or fills a gap; another one stays as it is. */
export function confirmation(customer: Customer, { email, key }: Proven): CustomerPatch {
  if (customer.emailKey === null) return { email, emailConfirmed: true };
  return customer.emailKey === key ? { emailConfirmed: true } : {};
}

/** `ana@example.com` as a page may show it: `a•••@example.com`. */
export function maskEmail(email: string): string {
  const at = email.lastIndexOf('@');
  return `${[...email][0] ?? ''}•••${email.slice(at)}`;
}

/** Both forms of an address that was checked when it came. */
export function provenAddress(email: string | undefined): Proven | undefined {
  return email === undefined ? undefined : emailAddress(email);
}
