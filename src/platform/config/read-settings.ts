import { join, resolve } from 'node:path';
import { databaseSettings } from './database-settings.js';
import { InvalidEnvironment, type Environment } from './environment.js';
import { defaultLogFormat } from './log-format.js';
import type { LocalSecrets } from './local-secrets.js';
import { Settings, type LogSettings } from './settings.js';
import { tracingProblems, tracingSettings } from './tracing-settings.js';

const isLocal = (origin: string) =>
  ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname);

const isLoopback = (host = '') => /^(?:localhost|127\.\d+\.\d+\.\d+|::1)$/.test(host);

/** The defaults without and with a `DATABASE_URL`. */
const LOCAL = { host: '127.0.0.1', sandbox: 'on', outgoingUrls: 'any' } as const;
const SERVED = { host: '0.0.0.0', sandbox: 'off', outgoingUrls: 'public' } as const;
const defaultsOf = (env: Environment) => (env.DATABASE_URL === undefined ? LOCAL : SERVED);

interface Made {
  secrets: LocalSecrets;
  databaseUrl: string;
}

/**
 * Turns the environment into settings. Outside the embedded mode nothing secret has a default.
 * @param local secrets made once for the embedded mode, and the address of its database
 * @throws InvalidEnvironment with every rule that is broken
 */
export function readSettings(env: Environment, local?: Made): Settings {
  const problems = settingProblems(env);
  if (problems.length > 0) throw new InvalidEnvironment(problems);
  const defaults = defaultsOf(env);
  const sandbox = (env.SANDBOX ?? defaults.sandbox) === 'on';
  return Settings.of({
    ...listening(env, sandbox),
    role: env.ROLE,
    processes: env.WORKERS,
    dataDir: resolve(env.DATA_DIR),
    database: databaseSettings(env),
    ...spool(env),
    spoolMaxBytes: env.SPOOL_MAX_BYTES,
    ...origins(env),
    trustProxy: env.TRUST_PROXY,
    ...secretsOf(env, local),
    sandbox,
    mailFrom: env.MAIL_FROM ?? 'Gatehouse <no-reply@localhost>',
    outgoingUrls: env.OUTGOING_URLS ?? defaults.outgoingUrls,
    linkTokenMinutes: env.LINK_TOKEN_MINUTES,
    resetTokenMinutes: env.RESET_TOKEN_MINUTES,
    usersApiTokenDays: env.USERS_API_TOKEN_DAYS,
    passwordMinLength: env.PASSWORD_MIN_LENGTH,
    ...limits(env),
    rawPayloadDays: env.RAW_PAYLOAD_DAYS,
    accessLog: env.ACCESS_LOG,
    ...logSettings(env),
    ...tracingSettings(env),
    ...(env.SMTP_URL && { smtpUrl: env.SMTP_URL }),
    ...(env.WELLHUB_SIMULATOR_URL && { wellhubSimulatorUrl: env.WELLHUB_SIMULATOR_URL }),
    ...facebook(env, sandbox),
  });
}

const limits = (env: Environment) => ({
  rateLimitPerMinute: env.RATE_LIMIT_PER_MINUTE,
  rateLimitDoorPerMinute: env.RATE_LIMIT_DOOR_PER_MINUTE,
  anonymousLimitPerMinute: env.ANONYMOUS_LIMIT_PER_MINUTE,
  codeIssuesPerMinute: env.CODE_ISSUES_PER_MINUTE,
  maxRequestsInFlight: env.MAX_REQUESTS_IN_FLIGHT,
  deadlineFactor: env.DEADLINE_FACTOR,
  maxEventLoopDelayMs: env.MAX_EVENT_LOOP_DELAY_MS,
  wellhubCallsPerGym: env.WELLHUB_CALLS_PER_GYM,
  wellhubCallsTotal: env.WELLHUB_CALLS_TOTAL,
});

/** How log lines are written; also before all other settings are known to be sound. */
export const logSettings = (
  env: Pick<Environment, 'LOG_LEVEL' | 'LOG_FORMAT' | 'POD_NAME'>,
): LogSettings => ({
  logLevel: env.LOG_LEVEL,
  logFormat: env.LOG_FORMAT ?? defaultLogFormat(),
  ...(env.POD_NAME && { podName: env.POD_NAME }),
});

/** Where the data is and what protects it: given, or made once for the embedded mode. */
function secretsOf(env: Environment, local: Made | undefined) {
  const secretsKey = env.SECRETS_KEY ?? local?.secrets.secretsKey ?? '';
  return {
    embeddedDatabase: env.DATABASE_URL === undefined,
    databaseUrl: env.DATABASE_URL ?? local?.databaseUrl ?? '',
    operatorApiKey: env.OPERATOR_API_KEY ?? local?.secrets.operatorApiKey ?? '',
    isOperatorKeyMade: env.OPERATOR_API_KEY === undefined,
    secretsKeys: secretsKey.split(',').map((key) => Buffer.from(key.trim(), 'base64')),
  };
}

const spool = ({ DATA_DIR, SPOOL_DIR = join(DATA_DIR, 'spool') }: Environment) =>
  SPOOL_DIR.toLowerCase() === 'off' ? {} : { spoolDir: resolve(SPOOL_DIR) };

/** The rules between variables, each with what to do about it. */
export function settingProblems(env: Environment): string[] {
  const problems: string[] = [];
  if (env.METRICS_PORT === env.PORT) problems.push('METRICS_PORT must be another port than PORT');
  if (env.DATABASE_URL !== undefined)
    for (const name of ['PUBLIC_URL', 'OPERATOR_API_KEY', 'SECRETS_KEY'] as const)
      if (env[name] === undefined) problems.push(`${name} is required when DATABASE_URL is set`);
  // A private line needs no TLS of its own.
  problems.push(...publicUrlProblems(env), ...pathProblems('CONTROL_ID_URL', env.CONTROL_ID_URL));
  if (env.SMTP_URL && !env.MAIL_FROM) problems.push('MAIL_FROM is required when SMTP_URL is set');
  if (env.FACEBOOK_APP_ID && !env.FACEBOOK_APP_SECRET)
    problems.push('FACEBOOK_APP_SECRET is required when FACEBOOK_APP_ID is set');
  problems.push(...roleProblems(env), ...workersProblems(env), ...tracingProblems(env));
  return problems;
}

/** What one process alone has: its database, its simulator. */
function roleProblems(env: Environment): string[] {
  const { ROLE } = env;
  if (ROLE === 'all') return [];
  if (env.DATABASE_URL === undefined)
    return [`ROLE=${ROLE} needs DATABASE_URL: the embedded database serves one process alone`];
  return hasSimulator(env)
    ? [`ROLE=${ROLE} with the sandbox needs WELLHUB_SIMULATOR_URL: both roles call it`]
    : [];
}

function workersProblems(env: Environment): string[] {
  const { WORKERS, WELLHUB_CALLS_PER_GYM: calls } = env;
  if (WORKERS === 1) return [];
  const problems: string[] = [];
  if (hasSimulator(env))
    problems.push(
      'WORKERS above 1 needs SANDBOX=off, or WELLHUB_SIMULATOR_URL: the simulator lives in one process',
    );
  if (WORKERS > calls)
    problems.push(
      `WORKERS must be at most WELLHUB_CALLS_PER_GYM (${calls}): each process gets its share`,
    );
  return problems;
}

/** The built-in one. */
const hasSimulator = (env: Environment): boolean =>
  (env.SANDBOX ?? defaultsOf(env).sandbox) === 'on' && !env.WELLHUB_SIMULATOR_URL;

function publicUrlProblems(env: Environment): string[] {
  const problems = (['PUBLIC_URL', 'WELLHUB_PUBLIC_URL'] as const).flatMap((name) =>
    originProblems(name, env[name]),
  );
  const isOpen = env.PUBLIC_URL !== undefined && !isLocal(env.PUBLIC_URL);
  if (isOpen && (env.SANDBOX ?? defaultsOf(env).sandbox) === 'on')
    problems.push('SANDBOX must be off when PUBLIC_URL is not localhost');
  return problems;
}

function originProblems(name: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const isSafe = new URL(value).protocol === 'https:' || isLocal(value);
  return [
    ...(isSafe ? [] : [`${name} must be https (http only for localhost)`]),
    ...pathProblems(name, value),
  ];
}

function pathProblems(name: string, value: string | undefined): string[] {
  if (value === undefined) return [];
  const { pathname, search, hash, username, password } = new URL(value);
  const more = [search, hash, username, password].some((part) => part !== '');
  return pathname !== '/' || more ? [`${name} must be an origin, without a path`] : [];
}

/** Where people and Wellhub reach us. */
function origins({ PUBLIC_URL, WELLHUB_PUBLIC_URL, CONTROL_ID_URL, PORT }: Environment) {
  const publicUrl = withoutSlash(PUBLIC_URL ?? `http://localhost:${PORT}`);
  return {
    publicUrl,
    wellhubPublicUrl: withoutSlash(WELLHUB_PUBLIC_URL ?? publicUrl),
    controlIdUrl: new URL(CONTROL_ID_URL ?? publicUrl).origin,
  };
}

const withoutSlash = (url: string): string => url.replace(/\/+$/, '');

/** The app of the Facebook that the sandbox simulates at `/sandbox/facebook`; it is valid nowhere else. */
export const SANDBOX_FACEBOOK = { appId: '1000000000', appSecret: 'sandbox' } as const;

function facebook(env: Environment, sandbox: boolean): Pick<Settings, 'facebook'> | undefined {
  if (!env.FACEBOOK_APP_ID || !env.FACEBOOK_APP_SECRET) {
    const graphUrl = `http://127.0.0.1:${env.PORT}/sandbox/facebook`;
    return sandbox ? { facebook: { ...SANDBOX_FACEBOOK, graphUrl } } : undefined;
  }
  const graphUrl = env.FACEBOOK_GRAPH_URL ?? 'https://graph.facebook.com';
  return {
    facebook: { appId: env.FACEBOOK_APP_ID, appSecret: env.FACEBOOK_APP_SECRET, graphUrl },
  };
}

/** The sandbox hands out keys to any client, so it listens on this machine only. */
const listening = (env: Environment, sandbox: boolean) => ({
  port: env.PORT,
  ...(env.METRICS_PORT !== undefined && { metricsPort: env.METRICS_PORT }),
  host: sandbox && !isLoopback(env.HOST) ? LOCAL.host : (env.HOST ?? defaultsOf(env).host),
  keepAliveSeconds: env.KEEP_ALIVE_SECONDS,
});
