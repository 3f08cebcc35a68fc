import { textRule } from '../../platform/http/field-rules.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { IdentityProfile } from './identities.repository.js';

export type Claims = Readonly<Record<string, unknown>>;

/** Of the year 9999: more is no time that is stored. */
const LATEST_SECONDS = 253_402_300_800;
const LONGEST_NAME = 100;
const nameRule = textRule({ min: 1, max: LONGEST_NAME });
/** Registered for a log-in with several factors (RFC 8176), and what providers write into `acr` for it. */
const SEVERAL_FACTORS = 'mfa';
const SEVERAL_FACTORS_CLASSES: ReadonlySet<unknown> = new Set([
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
  'phr',
  'phrh',
]);

/** The claim of that name; else the one at that path: `realm_access.roles`. Addresses with dots are names, too. */
export function claimAt(claims: Claims, path: string): unknown {
  if (Object.hasOwn(claims, path)) return claims[path];
  let found: unknown = claims;
  for (const name of path.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, name))
      return undefined;
    found = (found as Claims)[name];
  }
  return found;
}

export function groupsIn(claims: Claims, path: string): ReadonlySet<string> {
  const found = claimAt(claims, path);
  const list: unknown[] = Array.isArray(found) ? found : [found];
  return new Set(list.filter((one) => typeof one === 'string'));
}

/** What the provider says the person did, of two things that only they could. */
export const hasSecondFactorClaim = ({ amr, acr }: Claims): boolean =>
  (Array.isArray(amr) && amr.includes(SEVERAL_FACTORS)) || SEVERAL_FACTORS_CLASSES.has(acr);

/** When the person entered something there; undefined when the provider does not say. */
export function authenticatedAt({ auth_time: seconds }: Claims): Date | undefined {
  const isTime = typeof seconds === 'number' && seconds > 0 && seconds < LATEST_SECONDS;
  return isTime ? new Date(seconds * 1_000) : undefined;
}

/** @param choose a language of ours, from what the provider calls it */
export function profileIn(
  claims: Claims,
  choose: (locale: string | undefined) => string,
): IdentityProfile {
  const { sub, name, given_name: first, family_name: last, preferred_username: short } = claims;
  const whole = [first, last].filter((one) => typeof one === 'string').join(' ');
  const email = emailAddress(claims['email'])?.email ?? null;
  const names = [name, whole, short, email, sub].map(cut);
  const { locale } = claims;
  return {
    name: names.find((one) => nameRule(one) === undefined) ?? '?',
    email,
    language: choose(typeof locale === 'string' ? locale : undefined),
  };
}

const cut = (value: unknown): string =>
  typeof value === 'string' ? [...value.trim()].slice(0, LONGEST_NAME).join('') : '';
