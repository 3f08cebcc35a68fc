import { readFileSync } from 'node:fs';
// As a namespace: what is not used of it, forty languages say, is left out of the bundle.
import * as z from 'zod';
import { isHeaderSafe, NOT_HEADER_SAFE, pasted } from '../text/pasted.js';
import { ACCESS_LOGS, LOG_FORMATS } from './log-format.js';
import { ROLES } from './role.js';
import { StartProblem } from './start-problem.js';
import { TRACING_VARIABLES } from './tracing-variables.js';
import { IN_A_HEADER, onOrOff, url } from './variable-kinds.js';
import { readTrustProxy, type TrustProxy } from './trust-proxy.js';

/** Where child processes find programs: theirs is ours, and no setting. */
export const PROGRAM_PATH = process.env['PATH'] ?? '/usr/bin:/bin';

/** Threads of libuv's pool, which also bound how many hashes run at once: Node's own variable, and no setting of ours. */
export const THREAD_POOL_SIZE = Number(process.env['UV_THREADPOOL_SIZE']) || 4;

/** The commit that an image was made of, which sets it: no setting of ours. */
export const REVISION = process.env['REVISION'] || 'unknown';

/** Of a process that this one starts: its own environment, with these variables added. */
export const environmentWith = (more: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...more,
});

/** The variables of the start-up contract, as text from the outside. The only reader of the process environment. */
export type Environment = z.infer<typeof environmentSchema>;

const whole = (fallback: number, least = 1, most = 1_000_000) =>
  z
    .string()
    .regex(/^\s*\d+\s*$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least, `must be at least ${least}`)
    .refine((value) => value <= most, `must be at most ${most}`)
    .default(fallback);

const port = () => whole(0, 1, 65_535).unwrap();

const bytesOf = (key: string) => Buffer.from(key.trim(), 'base64');
const isOneByte = (key: Buffer) => key.every((byte) => byte === key[0]);

/** Words that people leave in an example file; a real secret is not made of them alone. */
const PLACEHOLDER =
  /^(?:(?:change|me|this|replace|secret|password|test|example|placeholder|operator|admin|api|key)[-_ ]?)+\d{0,8}$|^(.)\1*$|^your[-_ ]/i;
/** What travels in a header or a URL. */
const word = () => z.string().refine(isHeaderSafe, NOT_HEADER_SAFE);
const secret = (least: number) =>
  z
    .string()
    .regex(
      IN_A_HEADER,
      'holds a line end, a typographic quote or another character that no HTTP header carries',
    )
    .min(least, `must have at least ${least} characters`)
    .refine((text) => !PLACEHOLDER.test(text), 'is a placeholder, not a secret');

export const environmentSchema = z.object({
  /** Read before everything else, by `addEnvFile`. */
  ENV_FILE: z.string().optional(),
  PORT: whole(3000, 0, 65_535),
  METRICS_PORT: port().optional(),
  HOST: z.string().optional(),
  KEEP_ALIVE_SECONDS: whole(310, 1, 3_600),
  ROLE: z.enum(ROLES, { error: 'must be all, api or worker' }).default('all'),
  WORKERS: whole(1, 1, 64),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  MIGRATE: onOrOff('on'),
  DATABASE_STARTUP_PARAMETERS: onOrOff('on'),
  DATABASE_POOL_SIZE: whole(10, 2, 200),
  DATABASE_CONNECT_MS: whole(1_500, 100, 30_000),
  DATABASE_STATEMENT_MS: whole(2_000, 500, 60_000),
  DATABASE_IDLE_MS: whole(10_000, 1_000, 3_600_000),
  DATABASE_WAIT_SECONDS: whole(30, 0, 600),
  DATA_DIR: z.string().default('.gatehouse'),
  SPOOL_DIR: z.string().optional(),
  SPOOL_MAX_BYTES: whole(256 * 2 ** 20, 1_024, 2 ** 40),
  PUBLIC_URL: url('http', 'https').optional(),
  WELLHUB_PUBLIC_URL: url('http', 'https').optional(),
  CONTROL_ID_URL: url('http', 'https').optional(),
  TRUST_PROXY: z
    .string()
    .refine(
      (text) => readTrustProxy(text) !== undefined,
      'must be a number of hops (0 to 10), or addresses and networks (10.0.0.0/8, fd00::/8), comma-separated',
    )
    .transform((text): TrustProxy => readTrustProxy(text) ?? 0)
    .default(0),
  OPERATOR_API_KEY: secret(24).optional(),
  SECRETS_KEY: z
    .string()
    .refine(
      (text) => text.split(',').every((key) => bytesOf(key).length === 32),
      'must be 32 bytes in base64 (several: comma-separated)',
    )
    .refine(
      (text) => !text.split(',').some((key) => isOneByte(bytesOf(key))),
      'is a placeholder, not a secret',
    )
    .optional(),
  SANDBOX: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().optional(),
  OUTGOING_URLS: z.enum(['any', 'public'], { error: 'must be any or public' }).optional(),
  WELLHUB_SIMULATOR_URL: url('http', 'https').optional(),
  FACEBOOK_APP_ID: word().optional(),
  FACEBOOK_APP_SECRET: word().optional(),
  FACEBOOK_GRAPH_URL: url('http', 'https').optional(),
  LINK_TOKEN_MINUTES: whole(30),
  RESET_TOKEN_MINUTES: whole(60),
  USERS_API_TOKEN_DAYS: whole(90),
  PASSWORD_MIN_LENGTH: whole(8, 8, 64),
  RATE_LIMIT_PER_MINUTE: whole(1000),
  RATE_LIMIT_DOOR_PER_MINUTE: whole(60_000),
  ANONYMOUS_LIMIT_PER_MINUTE: whole(1200),
  CODE_ISSUES_PER_MINUTE: whole(20),
  MAX_REQUESTS_IN_FLIGHT: whole(1_000, 10, 100_000),
  DEADLINE_FACTOR: whole(1, 1, 100),
  MAX_EVENT_LOOP_DELAY_MS: whole(120, 0, 10_000),
  WELLHUB_CALLS_PER_GYM: whole(10),
  WELLHUB_CALLS_TOTAL: whole(100),
  RAW_PAYLOAD_DAYS: whole(14, 1, 365),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  LOG_FORMAT: z.enum(LOG_FORMATS, { error: 'must be json or text' }).optional(),
  ACCESS_LOG: z
    .enum(ACCESS_LOGS, { error: 'must be off, errors, sampled or all' })
    .default('sampled'),
  POD_NAME: z.string().optional(),
  ...TRACING_VARIABLES,
});

/** Variables that may also be given as a file, `<NAME>_FILE`, as Kubernetes mounts them. */
export const FILE_VARIABLES = [
  'DATABASE_URL',
  'OPERATOR_API_KEY',
  'SECRETS_KEY',
  'SMTP_URL',
  'FACEBOOK_APP_SECRET',
  'OTEL_EXPORTER_OTLP_HEADERS',
] as const;

/** Raised with every problem of the environment at once, by name and never by value. */
export class InvalidEnvironment extends StartProblem {
  override readonly name = 'InvalidEnvironment';

  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** What must hold between variables that are each well formed. @returns problems that begin with a name */
export type Rules = (env: Environment) => string[];

/** Reads and checks the environment, and reports every problem at once. @throws InvalidEnvironment */
export function readEnvironment(
  source: NodeJS.ProcessEnv = process.env,
  rules: Rules = () => [],
): Environment {
  const problems: string[] = [];
  const given = readSecretFiles(withoutBlanks(source), problems);
  const parsed = environmentSchema.safeParse(given);
  const issues = parsed.error?.issues ?? [];
  problems.push(...issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const malformed = new Set(problems.map(variableOf));
  const rest = Object.entries(given).filter(([name]) => !malformed.has(name));
  const sound = environmentSchema.parse(Object.fromEntries(rest));
  problems.push(...rules(sound).filter((problem) => !malformed.has(variableOf(problem))));
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return sound;
}

const OF_LOGS = { LOG_LEVEL: true, LOG_FORMAT: true, POD_NAME: true } as const;

/** How lines are written before the settings are known to be sound: what is malformed counts as absent. */
export function readLogEnvironment(
  source: NodeJS.ProcessEnv = process.env,
): Pick<Environment, keyof typeof OF_LOGS> {
  const given = withoutBlanks(source);
  const schema = environmentSchema.pick(OF_LOGS);
  const malformed = schema.safeParse(given).error?.issues.map(({ path }) => path[0]) ?? [];
  const sound = Object.entries(given).filter(([name]) => !malformed.includes(name));
  return schema.parse(Object.fromEntries(sound));
}

const variableOf = (problem: string) => problem.split(' ', 1)[0]?.replace(/_FILE$/, '') ?? '';

const withoutBlanks = (source: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(
    Object.entries(source)
      .map(([name, value = '']) => [name, pasted(value)] as const)
      .filter(([, value]) => value !== ''),
  );

function readSecretFiles(given: NodeJS.ProcessEnv, problems: string[]): NodeJS.ProcessEnv {
  const read = { ...given };
  for (const name of FILE_VARIABLES) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set; keep one`);
    else read[name] = readSecretFile(name, path, problems);
  }
  return read;
}

function readSecretFile(name: string, path: string, problems: string[]): string | undefined {
  try {
    return pasted(readFileSync(path, 'utf8'));
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read`);
    return undefined;
  }
}
