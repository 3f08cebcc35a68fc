import { isLocalName } from '../../simulator/index.js';
import type { Options } from './options.js';
import { WrongUse } from './wrong-use.js';

/** The partner system under test: where it answers, and what Wellhub and it have agreed on. */
export interface PartnerUnderTest {
  readonly urls: UrlsUnderTest;
  readonly key: string;
  readonly secret: string | undefined;
  readonly gymId: string;
  readonly listen: { readonly host: string; readonly port: number } | undefined;
  readonly validateToken: string;
  readonly existingUser: string | undefined;
  readonly multiOffer: boolean;
  readonly slow: boolean;
  readonly waits: Waits;
}

export interface UrlsUnderTest {
  readonly token: string;
  readonly registration: string;
  readonly cancel: string;
  readonly change: string;
  readonly checkIn: string;
  readonly booking: string;
}

/** How long is waited, in milliseconds. */
export interface Waits {
  /** Until the kit stops waiting for an answer. */
  readonly answer: number;
  /** Wellhub's limits. */
  readonly registrationLimit: number;
  readonly webhookLimit: number;
  /** Until the kit stops waiting for a call of `validate`. */
  readonly validate: number;
  /** The same after an answer that makes a partner wait: none, or refused credentials. */
  readonly longValidate: number;
  /** How long nothing may come, for it to count as nothing. */
  readonly quiet: number;
  readonly idle: number;
  /** What `Retry-After` says, in seconds. */
  readonly retryAfter: number;
  /** Undefined: bookings are decided elsewhere. */
  readonly decision: number | undefined;
  /** All of the run. */
  readonly run: number;
}

const SECOND = 1_000;

export const WAITS = {
  answer: 10 * SECOND,
  registrationLimit: 3 * SECOND,
  webhookLimit: SECOND,
  validate: 10 * SECOND,
  longValidate: 75 * SECOND,
  quiet: 5 * SECOND,
  idle: 301 * SECOND,
  retryAfter: 3,
  decision: undefined,
  run: 900 * SECOND,
} as const satisfies Waits;

const DEFAULT_GYM = '1042';

/** @throws WrongUse what is missing */
export function partnerUnderTest(options: Options): PartnerUnderTest {
  if (textOf(options.listen) !== undefined && textOf(options.validateToken) === undefined)
    throw new WrongUse('--listen needs --validate-token: the bearer token your system sends');
  return {
    urls: urlsOf(options),
    key: required(options.key, '--key', 'the API key your system gave to Wellhub'),
    secret: textOf(options.secret),
    gymId: textOf(options.gym) ?? DEFAULT_GYM,
    listen: addressOf(textOf(options.listen)),
    validateToken: textOf(options.validateToken) ?? 'conformance',
    existingUser: textOf(options.existingUser),
    multiOffer: options.multiOffer === true,
    slow: options.slow === true,
    waits: {
      ...WAITS,
      validate: millisecondsOf(options.validateWithin) ?? WAITS.validate,
      decision: millisecondsOf(options.decideWithin),
    },
  };
}

/** The addresses of other machines that the run would call. */
export function foreignHosts({ urls }: PartnerUnderTest): readonly string[] {
  const hosts = Object.values(urls).map((url) => new URL(url as string).host);
  return [...new Set(hosts)].filter((host) => !isLocalName(host));
}

function urlsOf(options: Options): UrlsUnderTest {
  const base = textOf(options.target)?.replace(/\/+$/, '');
  const hook = textOf(options.hook);
  const below = (path: string, given: string | boolean | undefined, flag: string): string => {
    const url = textOf(given) ?? (base === undefined ? undefined : `${base}/wellhub/${path}`);
    return required(url, '--target', `the base URL of your system; or give ${flag}`);
  };
  const hooked = (path: string): string => (hook === undefined ? path : `${hook}/${path}`);
  const checkIn = below(hooked('webhooks'), options.checkInUrl, '--check-in-url');
  return {
    token: below('token', options.tokenUrl, '--token-url'),
    registration: below('users', options.registrationUrl, '--registration-url'),
    cancel: below(hooked('users/cancel'), options.cancelUrl, '--cancel-url'),
    change: below(hooked('users/change'), options.changeUrl, '--change-url'),
    checkIn,
    booking: textOf(options.bookingUrl) ?? checkIn,
  };
}

const textOf = (value: string | boolean | undefined): string | undefined =>
  typeof value === 'string' ? value : undefined;

const millisecondsOf = (value: string | boolean | undefined): number | undefined =>
  value === undefined ? undefined : Number(value) * SECOND;

function addressOf(text: string | undefined): PartnerUnderTest['listen'] {
  if (text === undefined) return undefined;
  const colon = text.lastIndexOf(':');
  const host = text.slice(0, colon).replaceAll(/^\[|\]$/g, '');
  return { host, port: Number(text.slice(colon + 1)) };
}

function required(value: string | boolean | undefined, flag: string, what: string): string {
  if (typeof value === 'string') return value;
  throw new WrongUse(`${flag} is missing: ${what}`);
}
