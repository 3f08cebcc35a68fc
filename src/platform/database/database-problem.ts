import { codeOf, StartProblem } from '../config/start-problem.js';

/** A transient problem: a database that is just starting. */
export class DatabaseNotUp extends StartProblem {}

/** What a start reports about a database that it cannot use. */
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
  `does not let the user "${user}" do what this needs: run gatehouse migrate as the owner of the database "${name}", and give the user the rights of docs/database.md`;
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
  ENOTFOUND: ({ host }) => `is at ${host}, a host name that does not resolve: correct the address`,
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

/** Codes of transient problems. */
const MAY_PASS =
  /^(ECONNREFUSED|ECONNRESET|EHOSTUNREACH|ENETUNREACH|ENOENT|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|25006|53300|57P03|08006)$/;

/** The one code under which a pooler reports every problem. */
const POOLER = '08P01';
const poolerAlone: Sentence = ({ host }) =>
  `is behind a pooler at ${host} that does not reach it: start it, or correct the pooler's file`;

/** Failures of the driver that carry no code, and those of a pooler. */
const BY_MESSAGE: readonly (readonly [RegExp, Sentence])[] = [
  [
    /unsupported startup parameter/,
    () =>
      'is behind a pooler that takes no startup parameters: name them in its ignore_startup_parameters, or set ' +
      'DATABASE_STARTUP_PARAMETERS=off (docs/database.md)',
  ],
  [/connect to server|server (login|conn)|query_wait_timeout/, poolerAlone],
  [/timeout|Connection terminated/i, unreachable],
  [/does not support SSL/, () => 'speaks no TLS: leave sslmode out of the address'],
  [
    /password must be a string|client password/,
    ({ user }) => `wants a password for "${user}": add it to the address`,
  ],
];

/**
 * Why this database cannot be used, and what to do; an error that does not concern the connection is returned as it is.
 */
export function databaseProblem(error: unknown, url: string): unknown {
  const cause = error instanceof AggregateError ? error.errors[0] : error;
  const message = cause instanceof Error ? cause.message : '';
  if (isUnreadableFile(cause))
    return new StartProblem(`DATABASE_URL names a file that cannot be read (${message}).`);
  const sentence = SENTENCES[codeOf(cause)] ?? byMessage(codeOf(cause), message);
  if (!sentence) return error;
  const mayPass =
    MAY_PASS.test(codeOf(cause)) || sentence === unreachable || sentence === poolerAlone;
  const Problem = mayPass ? DatabaseNotUp : StartProblem;
  return new Problem(`The database of DATABASE_URL ${sentence(placeOf(url))}.`);
}

/** A statement that the server ended has a code of its own, and its message may mention a timeout too. */
const byMessage = (code: string, message: string): Sentence | undefined =>
  code === '' || code === POOLER
    ? BY_MESSAGE.find(([pattern]) => pattern.test(message))?.[1]
    : undefined;

/** A certificate or key; a socket that is not there fails in `connect`. */
const isUnreadableFile = (error: unknown): boolean =>
  (error as { syscall?: unknown } | null)?.syscall === 'open';

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
