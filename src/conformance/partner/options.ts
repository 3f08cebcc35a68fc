import { parseUrl } from '../../platform/values/parse-url.js';
import { WrongUse } from './wrong-use.js';

/** One thing the kit can be told, on the command line (`--check-in-url`) or in a file (`checkInUrl`). */
export interface Option {
  /** What stands after the flag; without one it is a switch. */
  readonly value?: string;
  readonly help: string;
  /** What is wrong with a text, in words that follow the option's name. */
  readonly fault?: (text: string) => string | undefined;
}

const isUrl = (text: string): string | undefined => {
  const url = parseUrl(text);
  if (url === undefined || !/^https?:$/.test(url.protocol)) return 'must be an http(s) URL';
  return url.username === '' && url.hash === ''
    ? undefined
    : 'must be without a user and without #';
};
const isOneLine = (text: string): string | undefined =>
  /^[!-~]([ -~]*[!-~])?$/.test(text) ? undefined : 'must be one line of printable ASCII';
const isText = (text: string): string | undefined =>
  text === '' ? 'must not be empty' : undefined;
const isDigits = (text: string): string | undefined =>
  /^\d{1,15}$/.test(text) ? undefined : "must be digits: Wellhub's number of the gym";
const isSeconds = (text: string): string | undefined =>
  /^\d{1,4}$/.test(text) && Number(text) > 0 ? undefined : 'must be seconds, from 1 to 9999';
const isGpwId = (text: string): string | undefined =>
  /^gpw-[A-Za-z0-9-]{1,96}$/.test(text) ? undefined : "must begin with 'gpw-'";
const isAddress = (text: string): string | undefined => {
  const [, port] = /^(?:[^:\s]+|\[[0-9a-fA-F:]+\]):(\d{1,5})$/.exec(text) ?? [];
  return port !== undefined && Number(port) <= 65_535 ? undefined : 'must be HOST:PORT';
};

const url = (help: string): Option => ({ value: 'URL', help, fault: isUrl });
const seconds = (help: string): Option => ({ value: 'SECONDS', help, fault: isSeconds });

/** Everything the kit can be told about the system under test. */
export const OPTIONS = {
  target: url("the system's base URL; the other URLs default to Gatehouse's paths below it"),
  key: { value: 'KEY', help: 'the API key the system gave to Wellhub', fault: isOneLine },
  secret: {
    value: 'TEXT',
    help: 'the webhook secret; without it webhooks are skipped',
    fault: isText,
  },
  hook: {
    value: 'NAME',
    help: "the part of Gatehouse's webhook URLs after /wellhub/",
    fault: isOneLine,
  },
  tokenUrl: url('where Wellhub gets an access token (default TARGET/wellhub/token)'),
  registrationUrl: url('where Wellhub registers users (default TARGET/wellhub/users)'),
  cancelUrl: url('the user status webhook "cancel" (default TARGET/wellhub/HOOK/users/cancel)'),
  changeUrl: url('the user status webhook "change" (default TARGET/wellhub/HOOK/users/change)'),
  checkInUrl: url('the webhook of check-ins (default TARGET/wellhub/HOOK/webhooks)'),
  bookingUrl: url('the webhook of bookings (default: that of check-ins)'),
  gym: { value: 'NUMBER', help: "Wellhub's number of the gym (default 1042)", fault: isDigits },
  listen: {
    value: 'HOST:PORT',
    help: 'play Wellhub\'s API here; the system calls "validate" at http://HOST:PORT/access/v1/validate',
    fault: isAddress,
  },
  validateToken: {
    value: 'TOKEN',
    help: 'the bearer token the system uses for "validate" (needed with --listen)',
    fault: isOneLine,
  },
  validateWithin: seconds('how long to wait for a call of "validate" (default 10)'),
  decideWithin: seconds('wait that long for the decision on a booking; without it that is skipped'),
  existingUser: {
    value: 'GPW-ID',
    help: 'a test user who has signed up: a registration must lead to the log-in page',
    fault: isGpwId,
  },
  multiOffer: { help: 'the system has several offers, so "user_status" is required' },
  slow: { help: 'also run what takes long: a connection that idles for 301 s' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof OPTIONS;
export type Options = { -readonly [Name in OptionName]?: string | boolean };

const isOptionName = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

/** Refuses what the kit does not know, so that a typo is noticed. @param flagOf how the option is spelled there */
export function checkedOptions(
  given: Readonly<Record<string, unknown>>,
  flagOf: (name: string) => string,
): Options {
  const options: Options = {};
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!isOptionName(name)) throw new WrongUse(`${flagOf(name)} is not known; see --help`);
    options[name] = checkedValue(OPTIONS[name], value, flagOf(name));
  }
  return options;
}

function checkedValue(option: Option, value: unknown, flag: string): string | boolean {
  if (option.value === undefined) {
    if (typeof value !== 'boolean') throw new WrongUse(`${flag} must be true or false`);
    return value;
  }
  const text = typeof value === 'number' ? String(value) : value;
  if (typeof text !== 'string') throw new WrongUse(`${flag} must be text`);
  const fault = option.fault?.(text);
  if (fault !== undefined) throw new WrongUse(`${flag} ${fault}`);
  return text;
}
