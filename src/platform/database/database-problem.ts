import { codeOf, StartProblem } from '../config/start-problem.js';

/** What a start says of a database that it cannot use. */
type Sentence = (place: Place) => string;

interface Place {
  readonly host: string;
  readonly name: string;
  readonly user: string;
}

const unreachable: Sentence = ({ host }) =>
  `does not answer at ${host}: start it, or correct the address`;
const refused: Sentence = ({ user }) =>
  `refuses the user "${user}": correct the user or the password`;
const denied: Sentence = ({ user, name }) =>
  `lets the user "${user}" make no tables: make it the owner of the database "${name}"`;
const badCertificate: Sentence = () =>
  'shows a certificate that is not trusted here: name its authority with sslrootcert=… in the address';

const SENTENCES: Readonly<Record<string, Sentence>> = {
  ECONNREFUSED: unreachable,
  ECONNRESET: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOENT: unreachable,
  EACCES: unreachable,
  ETIMEDOUT: unreachable,
  ENOTFOUND: ({ host }) => `is at ${host}, a name that nobody knows here: correct the address`,
  EAI_AGAIN: ({ host }) => `is at ${host}, a name that cannot be looked up now: check the network`,
  '28P01': refused,
  '28000': refused,
  '3D000': ({ name }) => `does not exist: create the database "${name}", or correct the address`,
  '42501': denied,
  '25006': () => 'can only be read (a standby?): name the one that takes writes',
  '53300': () => 'has no connection left: end some, or raise max_connections',
  '57P03': () => 'is just starting or stopping: start again when it is up',
  DEPTH_ZERO_SELF_SIGNED_CERT: badCertificate,
  SELF_SIGNED_CERT_IN_CHAIN: badCertificate,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: badCertificate,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: badCertificate,
  ERR_TLS_CERT_ALTNAME_INVALID: badCertificate,
};

/** Failures of the driver that carry no code. */
const BY_MESSAGE: readonly (readonly [RegExp, Sentence])[] = [
  [/timeout|Connection terminated/i, unreachable],
  [/does not support SSL/, () => 'speaks no TLS: leave sslmode out of the address'],
  [
    /password must be a string|client password/,
    ({ user }) => `wants a password for "${user}": add it to the address`,
  ],
];

/** Why this database cannot be used, and what to do; whatever is no matter of reaching it stays as it is. */
export function databaseProblem(error: unknown, url: string): unknown {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const message = cause instanceof Error ? cause.message : '';
  const sentence =
    SENTENCES[codeOf(cause)] ?? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1];
  if (!sentence) return error;
  return new StartProblem(`The database of DATABASE_URL ${sentence(placeOf(url))}.`);
}

/** @throws StartProblem for what is older than we can use */
export function assertUsableVersion(version: number): void {
  if (version >= 160_000) return;
  const major = Math.floor(version / 10_000);
  throw new StartProblem(
    `The database of DATABASE_URL is PostgreSQL ${major}: Gatehouse needs 16 or newer.`,
  );
}

function placeOf(url: string): Place {
  const { hostname, port, pathname, username, searchParams } = new URL(url);
  const host = searchParams.get('host') ?? (hostname || 'localhost');
  const user = decodeURIComponent(username) || 'of this process';
  return {
    host: `${host}:${port || 5432}`,
    name: decodeURIComponent(pathname.slice(1)) || user,
    user,
  };
}
