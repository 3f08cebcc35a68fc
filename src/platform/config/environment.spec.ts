import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InvalidEnvironment, readEnvironment } from './environment.js';

const KEY = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');

function problemsOf(source: NodeJS.ProcessEnv): readonly string[] {
  try {
    readEnvironment(source);
    return [];
  } catch (error) {
    if (error instanceof InvalidEnvironment) return error.problems;
    throw error;
  }
}

describe('the environment', () => {
  let folder: string;
  const file = (name: string, content: string) => {
    const path = join(folder, name);
    writeFileSync(path, content);
    return path;
  };

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'environment-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('may be empty: every variable has a default or may be absent', () => {
    expect(readEnvironment({})).toEqual({
      PORT: 3000,
      KEEP_ALIVE_SECONDS: 310,
      ROLE: 'all',
      WORKERS: 1,
      ACCESS_LOG: 'sampled',
      TRUST_TRACEPARENT: 'off',
      SEND_TRACEPARENT: 'off',
      DATA_DIR: '.gatehouse',
      MIGRATE: 'on',
      DATABASE_STARTUP_PARAMETERS: 'on',
      DATABASE_POOL_SIZE: 10,
      DATABASE_CONNECT_MS: 1_500,
      DATABASE_STATEMENT_MS: 2_000,
      DATABASE_IDLE_MS: 10_000,
      DATABASE_WAIT_SECONDS: 30,
      SPOOL_MAX_BYTES: 268_435_456,
      LINK_TOKEN_MINUTES: 30,
      TRUST_PROXY: 0,
      RESET_TOKEN_MINUTES: 60,
      USERS_API_TOKEN_DAYS: 90,
      PASSWORD_MIN_LENGTH: 8,
      RATE_LIMIT_PER_MINUTE: 1000,
      RATE_LIMIT_DOOR_PER_MINUTE: 60_000,
      ANONYMOUS_LIMIT_PER_MINUTE: 1200,
      CODE_ISSUES_PER_MINUTE: 20,
      MAX_REQUESTS_IN_FLIGHT: 1_000,
      DEADLINE_FACTOR: 1,
      MAX_EVENT_LOOP_DELAY_MS: 120,
      WELLHUB_CALLS_PER_GYM: 10,
      WELLHUB_CALLS_TOTAL: 100,
      RAW_PAYLOAD_DAYS: 14,
      LOG_LEVEL: 'info',
    });
  });

  it('takes a blank variable for an absent one, as compose files leave them', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: ' ', SANDBOX: '' })).toEqual(
      readEnvironment({}),
    );
  });

  it('leaves out characters that were pasted along with a value', () => {
    const OPERATOR_API_KEY = 'k7-operator-key-of-some-length';
    const given = { OPERATOR_API_KEY: `\uFEFF${OPERATOR_API_KEY}\u00A0\r\n`, SANDBOX: 'on\u200B' };
    expect(readEnvironment(given)).toMatchObject({ OPERATOR_API_KEY, SANDBOX: 'on' });
    const path = file('key', `\uFEFF${OPERATOR_API_KEY}\u200B\n`);
    expect(readEnvironment({ OPERATOR_API_KEY_FILE: path })).toMatchObject({ OPERATOR_API_KEY });
  });

  it.each([
    ['OPERATOR_API_KEY', 'k7-operator-key’of-some-length'],
    ['OPERATOR_API_KEY', 'k7-operator-key\nof-some-length'],
    ['FACEBOOK_APP_SECRET', 'app\u200Bsecret'],
    ['FACEBOOK_APP_ID', '“1000”'],
    ['SMTP_URL', 'smtp://mail.example.com\n:25'],
    ['DATABASE_URL', 'postgres://gatehouse@db/gate\u200Bhouse'],
  ])('refuses %s with a character inside that cannot travel', (name, value) => {
    expect(problemsOf({ [name]: value })).toContainEqual(
      expect.stringMatching(new RegExp(`^${name} holds a`)),
    );
  });

  it.each([
    ['0', 'must be at least 1'],
    ['65', 'must be at most 64'],
    ['two', 'must be a whole number'],
    ['1.5', 'must be a whole number'],
    ['auto', 'must be a whole number'],
  ])('refuses %s WORKERS', (WORKERS, problem) => {
    expect(problemsOf({ WORKERS })).toEqual([`WORKERS ${problem}`]);
  });

  it.each(['background', 'API', 'api,worker', '1'])('refuses the role %s', (ROLE) => {
    expect(problemsOf({ ROLE })).toEqual(['ROLE must be all, api or worker']);
  });

  it('names every problem at once, and never a value', () => {
    const values = {
      PORT: '70000x',
      DATABASE_URL: 'mysql://root:hunter2@db/gatehouse',
      PUBLIC_URL: 'gatehouse.example.com',
      OPERATOR_API_KEY: 'short-and-secret',
      SECRETS_KEY: 'bm90LTMyLWJ5dGVz',
      SANDBOX: 'maybe',
      OUTGOING_URLS: 'some',
      PASSWORD_MIN_LENGTH: '4',
      LOG_LEVEL: 'loud',
      SMTP_URL: 'http://user:hunter2@mail',
    };
    const problems = problemsOf(values);
    expect(problems.map((problem) => problem.split(' ', 1)[0]).sort()).toEqual(
      Object.keys(values).sort(),
    );
    const said = new InvalidEnvironment(problems).message;
    for (const value of Object.values(values).filter((text) => text.length > 6))
      expect(said).not.toContain(value);
    expect(said).not.toContain('hunter2');
  });

  it.each(['1e3', '1.5', '-1', '0x10', 'Infinity', '12 13', '0', '1000001'])(
    'refuses %p where a whole number of minutes belongs',
    (text) => {
      expect(problemsOf({ LINK_TOKEN_MINUTES: text })).toEqual([
        expect.stringMatching(/^LINK_TOKEN_MINUTES must be /),
      ]);
    },
  );

  it.each([
    ['OPERATOR_API_KEY', 'changeme-changeme-changeme'],
    ['OPERATOR_API_KEY', 'your-operator-key-goes-here'],
    ['OPERATOR_API_KEY', '0'.repeat(32)],
    ['SECRETS_KEY', Buffer.alloc(32).toString('base64')],
    ['SECRETS_KEY', `${KEY},${Buffer.alloc(32, 0xff).toString('base64')}`],
  ])('W-70 refuses a placeholder as %s', (name, value) => {
    expect(problemsOf({ [name]: value })).toEqual([`${name} is a placeholder, not a secret`]);
  });

  it('takes several keys, so that they can be rotated', () => {
    const SECRETS_KEY = `${KEY}, ${Buffer.from(KEY).subarray(0, 32).toString('base64')}`;
    expect(readEnvironment({ SECRETS_KEY })).toMatchObject({ SECRETS_KEY });
  });

  it('reads a secret from the file that <NAME>_FILE names, without the newline at its end', () => {
    const path = file('url', 'postgres://gatehouse@db/gatehouse\n');
    expect(readEnvironment({ DATABASE_URL_FILE: path })).toMatchObject({
      DATABASE_URL: 'postgres://gatehouse@db/gatehouse',
    });
  });

  it('reports which file cannot be read, which is set twice, and which holds nothing valid', () => {
    expect(
      problemsOf({
        DATABASE_URL_FILE: join(folder, 'absent'),
        OPERATOR_API_KEY: 'an-operator-key-of-good-length',
        OPERATOR_API_KEY_FILE: file('operator', 'another-operator-key-of-good-length'),
        SECRETS_KEY_FILE: file('secrets', 'nonsense'),
        SMTP_URL_FILE: file('smtp', '\n'),
      }),
    ).toEqual([
      'DATABASE_URL_FILE names a file that cannot be read',
      'OPERATOR_API_KEY and OPERATOR_API_KEY_FILE are both set; keep one',
      'SECRETS_KEY must be 32 bytes in base64 (several: comma-separated)',
      'SMTP_URL must be a URL (smtp or smtps)',
    ]);
  });
});
