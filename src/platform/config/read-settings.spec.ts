import { describe, expect, it } from '@jest/globals';
import { InvalidEnvironment, readEnvironment } from './environment.js';
import { readSettings, settingProblems, SANDBOX_FACEBOOK } from './read-settings.js';

const KEY = Buffer.from('0123456789abcdef0123456789abcdef').toString('base64');
const OLD_KEY = Buffer.from('fedcba9876543210fedcba9876543210').toString('base64');
const EXTERNAL = {
  DATABASE_URL: 'postgres://gatehouse@db/gatehouse',
  PUBLIC_URL: 'https://gym.example.com',
  OPERATOR_API_KEY: 'operator-key-of-a-good-length',
  SECRETS_KEY: KEY,
};
const LOCAL = {
  secrets: { operatorApiKey: 'made-once', secretsKey: KEY },
  databaseUrl: 'postgres://gatehouse@localhost/gatehouse?host=/run',
};

const problemsOf = (source: NodeJS.ProcessEnv) => settingProblems(readEnvironment(source));
const settingsOf = (source: NodeJS.ProcessEnv) => readSettings(readEnvironment(source));

describe('the settings', () => {
  it('are complete without any variable: embedded, local, with the sandbox', () => {
    const settings = readSettings(readEnvironment({}), LOCAL);
    expect(settings).toMatchObject({
      host: '127.0.0.1',
      publicUrl: 'http://localhost:3000',
      wellhubPublicUrl: 'http://localhost:3000',
      controlIdUrl: 'http://localhost:3000',
      databaseUrl: LOCAL.databaseUrl,
      embeddedDatabase: true,
      operatorApiKey: 'made-once',
      isOperatorKeyMade: true,
      secretsKeys: [Buffer.from(KEY, 'base64')],
      sandbox: true,
      outgoingUrls: 'any',
    });
  });

  it('are careful with a database of the operator: reachable, no sandbox, public addresses only', () => {
    expect(settingsOf(EXTERNAL)).toMatchObject({
      host: '0.0.0.0',
      embeddedDatabase: false,
      isOperatorKeyMade: false,
      sandbox: false,
      outgoingUrls: 'public',
    });
  });

  it('keep a spool below DATA_DIR, elsewhere, or none', () => {
    expect(settingsOf({ ...EXTERNAL, DATA_DIR: '/data' }).spoolDir).toBe('/data/spool');
    expect(settingsOf({ ...EXTERNAL, SPOOL_DIR: '/spool' }).spoolDir).toBe('/spool');
    expect(settingsOf({ ...EXTERNAL, SPOOL_DIR: 'off' }).spoolDir).toBeUndefined();
    expect(settingsOf({ ...EXTERNAL, SPOOL_DIR: 'OFF' }).spoolDir).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '192.0.2.7', 'gym.example.com'])(
    'keep the sandbox on this machine when HOST is %s',
    (HOST) => {
      expect(readSettings(readEnvironment({ HOST }), LOCAL)).toMatchObject({ host: '127.0.0.1' });
      expect(settingsOf({ ...EXTERNAL, HOST })).toMatchObject({ host: HOST });
    },
  );

  it('let the sandbox listen on another address of this machine', () => {
    for (const HOST of ['localhost', '127.0.0.2', '::1'])
      expect(readSettings(readEnvironment({ HOST }), LOCAL)).toMatchObject({ host: HOST });
  });

  it('have no default for anything secret outside the embedded mode', () => {
    expect(problemsOf({ DATABASE_URL: EXTERNAL.DATABASE_URL })).toEqual([
      'PUBLIC_URL is required when DATABASE_URL is set',
      'OPERATOR_API_KEY is required when DATABASE_URL is set',
      'SECRETS_KEY is required when DATABASE_URL is set',
    ]);
  });

  it('report what is missing together with what is malformed, each once', () => {
    const given = { DATABASE_URL: EXTERNAL.DATABASE_URL, PUBLIC_URL: 'gym', PORT: 'x' };
    const problems = [
      'PORT must be a whole number',
      'PUBLIC_URL must be a URL (http or https)',
      'OPERATOR_API_KEY is required when DATABASE_URL is set',
      'SECRETS_KEY is required when DATABASE_URL is set',
    ];
    expect(() => readEnvironment(given, settingProblems)).toThrow(new InvalidEnvironment(problems));
  });

  it('keep the keys in the order of SECRETS_KEY: the first one writes', () => {
    const { secretsKeys } = settingsOf({ ...EXTERNAL, SECRETS_KEY: `${KEY}, ${OLD_KEY}` });
    expect(secretsKeys).toEqual([Buffer.from(KEY, 'base64'), Buffer.from(OLD_KEY, 'base64')]);
  });

  it.each([
    [
      { PUBLIC_URL: 'http://gym.example.com' },
      'PUBLIC_URL must be https (http only for localhost)',
    ],
    [{ PUBLIC_URL: 'https://gym.example.com/app' }, 'PUBLIC_URL must be an origin, without a path'],
    [
      { PUBLIC_URL: 'https://gym.example.com/?a=1' },
      'PUBLIC_URL must be an origin, without a path',
    ],
    [
      { WELLHUB_PUBLIC_URL: 'http://wellhub.example.com' },
      'WELLHUB_PUBLIC_URL must be https (http only for localhost)',
    ],
    [
      { CONTROL_ID_URL: 'http://10.8.0.1/gate' },
      'CONTROL_ID_URL must be an origin, without a path',
    ],
    [{ SANDBOX: 'on' }, 'SANDBOX must be off when PUBLIC_URL is not localhost'],
    [{ SMTP_URL: 'smtp://mail' }, 'MAIL_FROM is required when SMTP_URL is set'],
    [{ FACEBOOK_APP_ID: '1' }, 'FACEBOOK_APP_SECRET is required when FACEBOOK_APP_ID is set'],
    [
      { ROLE: 'api', SANDBOX: 'on', PUBLIC_URL: 'http://localhost:3000' },
      'ROLE=api with the sandbox needs WELLHUB_SIMULATOR_URL: both roles call it',
    ],
  ])('refuse %p', (given, problem) => {
    expect(problemsOf({ ...EXTERNAL, ...given })).toEqual([problem]);
  });

  it('lead sign-up with Facebook to the sandbox, to the app that is named, or nowhere', () => {
    expect(settingsOf({ ...EXTERNAL }).facebook).toBeUndefined();
    const local = { PUBLIC_URL: 'http://localhost:8080', SANDBOX: 'on', PORT: '8080' };
    expect(settingsOf({ ...EXTERNAL, ...local }).facebook).toEqual({
      ...SANDBOX_FACEBOOK,
      graphUrl: 'http://127.0.0.1:8080/sandbox/facebook',
    });
    const named = { FACEBOOK_APP_ID: '17', FACEBOOK_APP_SECRET: 'app-secret' };
    expect(settingsOf({ ...EXTERNAL, ...local, ...named }).facebook).toEqual({
      appId: '17',
      appSecret: 'app-secret',
      graphUrl: 'https://graph.facebook.com',
    });
  });

  it('refuse several processes where one alone has the simulator, or too few calls to Wellhub are to be shared', () => {
    expect(problemsOf({ WORKERS: '2' })).toEqual([
      'WORKERS above 1 needs SANDBOX=off, or WELLHUB_SIMULATOR_URL: the simulator lives in one process',
    ]);
    expect(problemsOf({ WORKERS: '2', SANDBOX: 'off' })).toEqual([]);
    expect(problemsOf({ ...EXTERNAL, WORKERS: '11' })).toEqual([
      'WORKERS must be at most WELLHUB_CALLS_PER_GYM (10): each process gets its share',
    ]);
  });

  it.each(['api', 'worker'])('refuse ROLE=%s where the database is embedded', (ROLE) => {
    expect(problemsOf({ ROLE })).toEqual([
      `ROLE=${ROLE} needs DATABASE_URL: the embedded database serves one process alone`,
    ]);
  });

  it('refuse the sandbox on a public address of the embedded mode too', () => {
    expect(problemsOf({ PUBLIC_URL: 'https://gym.example.com' })).toEqual([
      'SANDBOX must be off when PUBLIC_URL is not localhost',
    ]);
  });

  it.each(['http://localhost:8080', 'http://127.0.0.1:3000', 'http://[::1]:3000'])(
    'take %s without TLS',
    (PUBLIC_URL) => {
      expect(problemsOf({ ...EXTERNAL, PUBLIC_URL, SANDBOX: 'on' })).toEqual([]);
    },
  );

  it('show an origin without a slash at its end, and cannot be changed', () => {
    const settings = settingsOf({ ...EXTERNAL, PUBLIC_URL: 'https://gym.example.com/' });
    expect(settings.publicUrl).toBe('https://gym.example.com');
    expect(settings.wellhubPublicUrl).toBe('https://gym.example.com');
    const WELLHUB_PUBLIC_URL = 'https://wellhub.example.com/';
    const own = settingsOf({ ...EXTERNAL, WELLHUB_PUBLIC_URL });
    expect(own.wellhubPublicUrl).toBe('https://wellhub.example.com');
    expect(own.controlIdUrl).toBe('https://gym.example.com');
    const CONTROL_ID_URL = 'http://10.8.0.1:8080/';
    expect(settingsOf({ ...EXTERNAL, CONTROL_ID_URL }).controlIdUrl).toBe('http://10.8.0.1:8080');
    expect(Object.isFrozen(settings)).toBe(true);
  });
});
