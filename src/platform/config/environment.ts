import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** The variables of the start-up contract, as text from the outside. The only reader of the process environment. */
export type Environment = z.infer<typeof environmentSchema>;

const whole = (fallback: number, least = 1, most = 1_000_000) =>
  z.coerce
    .number({ error: 'must be a whole number' })
    .int('must be a whole number')
    .min(least, `must be at least ${least}`)
    .max(most, `must be at most ${most}`)
    .default(fallback);

const url = (...schemes: string[]) =>
  z
    .string()
    .refine(
      (text) => URL.canParse(text) && schemes.includes(new URL(text).protocol.slice(0, -1)),
      `must be a URL (${schemes.join(' or ')})`,
    );

const isKey = (text: string) => Buffer.from(text, 'base64').length === 32;

const PLACEHOLDERS = /^(change-?me|secret|password|test|example|placeholder|x+|0+|your[-_ ].*)$/i;
const secret = (least: number) =>
  z
    .string()
    .min(least, `must have at least ${least} characters`)
    .refine((text) => !PLACEHOLDERS.test(text), 'is a placeholder, not a secret');

export const environmentSchema = z.object({
  PORT: whole(3000, 0, 65_535),
  HOST: z.string().optional(),
  DATABASE_URL: url('postgres', 'postgresql').optional(),
  DATA_DIR: z.string().default('.gatehouse'),
  PUBLIC_URL: url('http', 'https').optional(),
  OPERATOR_API_KEY: secret(24).optional(),
  SECRETS_KEY: z
    .string()
    .refine(
      (text) => text.split(',').every((key) => isKey(key.trim())),
      'must be 32 bytes in base64 (several: comma-separated)',
    )
    .refine(
      (text) => !text.split(',').some((key) => /^(.)\1*$/.test(key.replaceAll('=', ''))),
      'is a placeholder, not a secret',
    )
    .optional(),
  SANDBOX: z.enum(['on', 'off'], { error: 'must be on or off' }).optional(),
  SMTP_URL: url('smtp', 'smtps').optional(),
  MAIL_FROM: z.string().optional(),
  OUTGOING_URLS: z.enum(['any', 'public'], { error: 'must be any or public' }).optional(),
  WELLHUB_SIMULATOR_URL: url('http', 'https').optional(),
  FACEBOOK_APP_ID: z.string().optional(),
  FACEBOOK_APP_SECRET: z.string().optional(),
  FACEBOOK_GRAPH_URL: url('http', 'https').optional(),
  LINK_TOKEN_MINUTES: whole(30),
  RESET_TOKEN_MINUTES: whole(60),
  USERS_API_TOKEN_DAYS: whole(90),
  PASSWORD_MIN_LENGTH: whole(8, 8, 64),
  RATE_LIMIT_PER_MINUTE: whole(1000),
  RATE_LIMIT_DOOR_PER_MINUTE: whole(60_000),
  CODE_ISSUES_PER_MINUTE: whole(20),
  WELLHUB_CALLS_PER_GYM: whole(10),
  WELLHUB_CALLS_TOTAL: whole(100),
  RAW_PAYLOAD_DAYS: whole(14, 1, 365),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
});

/** Variables that may also be given as a file, `<NAME>_FILE`, as Kubernetes mounts them. */
const SECRETS = [
  'DATABASE_URL',
  'OPERATOR_API_KEY',
  'SECRETS_KEY',
  'SMTP_URL',
  'FACEBOOK_APP_SECRET',
] as const;

/** Raised with every problem of the environment at once, by name and never by value. */
export class InvalidEnvironment extends Error {
  override readonly name = 'InvalidEnvironment';

  constructor(readonly problems: readonly string[]) {
    super(
      `The configuration is not usable:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    );
  }
}

/** Reads and checks the environment. @throws InvalidEnvironment */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  for (const name of SECRETS) {
    const path = given[`${name}_FILE`];
    if (path === undefined) continue;
    if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set; keep one`);
    else given[name] = readSecretFile(name, path, problems);
  }
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success)
    problems.push(
      ...parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`),
    );
  if (problems.length > 0 || !parsed.success) throw new InvalidEnvironment(problems);
  return parsed.data;
}

function readSecretFile(name: string, path: string, problems: string[]): string | undefined {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    problems.push(`${name}_FILE names a file that cannot be read`);
    return undefined;
  }
}
