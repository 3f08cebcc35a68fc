import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseSettings } from '../../src/platform/config/database-settings.js';
import { readEnvironment } from '../../src/platform/config/environment.js';
import { Settings } from '../../src/platform/config/settings.js';

type Values = Parameters<typeof Settings.of>[0];

export const OPERATOR_KEY = 'operator-key-of-the-test-run-0001';

/** One for all replicas of a test file: a database starts with the key it was encrypted with, and no other. */
const SECRETS_KEY = randomBytes(32);

const AMPLE_FACTOR = 8;
const AMPLE_DATABASE = databaseSettings(readEnvironment({ DEADLINE_FACTOR: String(AMPLE_FACTOR) }));

/**
 * For tests of what a surface does when its time is over. Others have more: their machine is slow for other reasons.
 * Connections and statements have more in either: what serves no request must not take a slow database for one that is
 * away.
 */
export const PROMISED_DEADLINES = { deadlineFactor: 1 } as const;

/** Settings of a test installation: like the embedded mode, without its demo data. */
export const testSettings = (databaseUrl: string, overrides: Partial<Values> = {}): Settings => {
  const dataDir = mkdtempSync(join(tmpdir(), 'gatehouse-data-'));
  return Settings.of({
    port: 0,
    host: '127.0.0.1',
    keepAliveSeconds: 310,
    role: 'all',
    processes: 1,
    databaseUrl,
    database: AMPLE_DATABASE,
    embeddedDatabase: false,
    dataDir,
    spoolDir: join(dataDir, 'spool'),
    spoolMaxBytes: 2 ** 20,
    publicUrl: 'http://localhost:3000',
    wellhubPublicUrl: overrides.publicUrl ?? 'http://localhost:3000',
    controlIdUrl: overrides.publicUrl ?? 'http://localhost:3000',
    // Tests play proxies of their own; who believes nobody has a test of its own.
    trustProxy: ['127.0.0.1'],
    operatorApiKey: OPERATOR_KEY,
    isOperatorKeyMade: false,
    secretsKeys: [SECRETS_KEY],
    sandbox: true,
    mailFrom: 'Gatehouse <no-reply@example.com>',
    outgoingUrls: 'any',
    linkTokenMinutes: 30,
    resetTokenMinutes: 60,
    usersApiTokenDays: 90,
    passwordMinLength: 8,
    // Tests look often; the limit has tests of its own.
    rateLimitPerMinute: 10_000,
    rateLimitDoorPerMinute: 60_000,
    anonymousLimitPerMinute: 10_000,
    codeIssuesPerMinute: 20,
    maxRequestsInFlight: 10_000,
    deadlineFactor: AMPLE_FACTOR,
    // The tests' machine is slow for other reasons.
    maxEventLoopDelayMs: 0,
    wellhubCallsPerGym: 10,
    wellhubCallsTotal: 100,
    rawPayloadDays: 14,
    logLevel: process.env['TEST_LOG_LEVEL'] ?? 'silent',
    logFormat: 'json',
    accessLog: 'all',
    ...overrides,
  });
};
