import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { CommandLine } from '../support/command-line.js';
import { OPERATOR_KEY } from '../support/settings.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

describe('profiles of the command line', () => {
  let app: TestApp;
  let world: World;
  let key: string;
  let cli: CommandLine;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    key = await aKey('App', { scopes: ['CUSTOMER_READ'] });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    cli = new CommandLine();
  });

  async function aKey(name: string, more: object): Promise<string> {
    const path = `/admin/v1/partners/${world.partnerId}/api-keys`;
    return (await world.admin.post(path, { name, ...more })).body.key;
  }
  const logIn = (apiKey: string, ...more: string[]) =>
    cli.run(['login', '--url', app.api.origin, ...more], { stdin: `${apiKey}\n` });

  it('L-10 L-14 keeps a key that the service accepts for its user alone, and never shows it', async () => {
    const login = await logIn(key);
    expect(login).toMatchObject({ code: 0, out: expect.stringContaining('CUSTOMER_READ') });
    expect(statSync(cli.profiles).mode & 0o777).toBe(0o600);
    expect(readFileSync(cli.profiles, 'utf8')).toContain(key);
    const who = await cli.json<{ key: object }>(['whoami']);
    expect(who).toMatchObject({
      profile: 'default',
      url: app.api.origin,
      key: { name: 'App', scopes: ['CUSTOMER_READ'], partner: { id: world.partnerId } },
    });
    expect(login.out + login.err + JSON.stringify(who)).not.toContain(key);
    expect(await cli.run(['logout'])).toMatchObject({ code: 0 });
    expect(readFileSync(cli.profiles, 'utf8')).not.toContain(key);
    expect(await cli.run(['whoami'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('gatehouse login'),
    });
  });

  it('L-10 keeps nothing of a key that is refused, that is none, or that no service answers for', async () => {
    const strange = await logIn('ghk_live_strange-key-of-nobody');
    expect(strange).toMatchObject({ code: 3, out: '' });
    expect(strange.err).not.toContain('strange-key');
    expect(await logIn('')).toMatchObject({ code: 2, err: expect.stringContaining('no key') });
    expect(await logIn('schlüssel mit leerzeichen')).toMatchObject({ code: 2 });
    const nowhere = await cli.run(['login', '--url', 'http://127.0.0.1:1'], { stdin: key });
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('cannot be reached') });
    for (const url of ['gatehouse.example', 'file:///etc/passwd', 'http://a:b@127.0.0.1:1'])
      expect(await cli.run(['login', '--url', url], { stdin: key })).toMatchObject({ code: 2 });
    expect(existsSync(cli.profiles)).toBe(false);
  });

  it('L-11 has several by name, and takes the environment on machines without a log-in', async () => {
    await logIn(key);
    await logIn(OPERATOR_KEY, '--profile', 'operator');
    const profileOf = async (args: string[], env?: Record<string, string>) =>
      (await cli.json<{ profile: string }>(['whoami', ...args], env && { env })).profile;
    expect(await profileOf([])).toBe('default');
    expect(await profileOf(['--profile', 'operator'])).toBe('operator');
    expect(await profileOf([], { GATEHOUSE_PROFILE: 'operator' })).toBe('operator');
    const env = { GATEHOUSE_URL: app.api.origin, GATEHOUSE_API_KEY: OPERATOR_KEY };
    expect(await profileOf([], env)).toBe('of the environment');
    expect(await profileOf(['--profile', 'default'], env)).toBe('default');
    const half = await cli.run(['whoami'], { env: { GATEHOUSE_API_KEY: OPERATOR_KEY } });
    expect(half).toMatchObject({ code: 2, err: expect.stringContaining('belong together') });
    const other = await cli.run(['whoami', '--profile', 'oprator']);
    expect(other).toMatchObject({ code: 2, err: expect.stringContaining('default, operator') });
  });

  it('L-13 refuses a file that others can read, one that is damaged and one that was made up, and shows none', async () => {
    await logIn(key);
    const good = readFileSync(cli.profiles, 'utf8');
    const refused = async (text: string, mode: number) => {
      writeFileSync(cli.profiles, text);
      chmodSync(cli.profiles, mode);
      const { code, out, err } = await cli.run(['whoami']);
      expect([code, out]).toEqual([1, '']);
      expect(err).toContain(cli.profiles);
      expect(err).not.toContain('ghk_');
      expect(err).not.toContain('evil');
      return err;
    };
    expect(await refused(good, 0o644)).toContain('chmod 600');
    expect(await refused(good, 0o620)).toContain('chmod 600');
    expect(await refused(good.slice(0, -9), 0o600)).toContain('gatehouse login');
    for (const profile of [
      null,
      {},
      { url: 'ftp://evil.example', apiKey: key },
      { url: 'http://127.0.0.1/?evil', apiKey: key },
      { url: 'http://127.0.0.1/#', apiKey: key },
      { url: 'http://127.0.0.1', apiKey: 'evil\r\nX-Forged: 1' },
      { url: 'http://127.0.0.1', apiKey: 12 },
      { url: app.api.origin, apiKey: key, sandbox: { simulatorUrl: 'evil', deviceToken: 'x' } },
    ])
      await refused(JSON.stringify({ profiles: { default: profile } }), 0o600);
    await refused('[]', 0o600);
    writeFileSync(cli.profiles, good);
    chmodSync(cli.profiles, 0o600);
    expect(await cli.run(['whoami'])).toMatchObject({ code: 0 });
  });

  it('L-13 says of a key that has ended what to do, without showing it', async () => {
    const short = await aKey('Short', { scopes: ['CUSTOMER_READ'] });
    await logIn(short);
    const { key: own } = await cli.json<{ key: { id: string } }>(['whoami']);
    await world.admin.delete(`/admin/v1/api-keys/${own.id}`);
    const { code, err } = await cli.run(['whoami', '--json']);
    expect([code, err]).toEqual([3, expect.not.stringContaining(short)]);
    expect(JSON.parse(err).error).toMatchObject({
      code: 'auth.key-invalid',
      next: expect.stringContaining('Log in again'),
    });
  });

  it('L-12 logs in to the sandbox of a data folder', async () => {
    const folder = `${cli.configFolder}/sandbox`;
    const missing = await cli.run(['login', '--sandbox', '--data-dir', folder]);
    expect(missing).toMatchObject({ code: 2, err: expect.stringContaining('npm start') });
    const sandbox = {
      serviceUrl: app.api.origin,
      adminKey: key,
      partnerId: world.partnerId,
      simulatorUrl: 'http://localhost:1',
      deviceToken: 'token-of-the-door',
      gymId: String(world.gymId),
    };
    mkdirSync(dirname(`${folder}/secrets.json`), { recursive: true });
    writeFileSync(`${folder}/secrets.json`, JSON.stringify({ sandbox }), { mode: 0o600 });
    expect(await cli.run(['login', '--sandbox'], { env: { DATA_DIR: folder } })).toMatchObject({
      code: 0,
      err: expect.not.stringContaining('token-of-the-door'),
    });
    expect(await cli.json(['whoami'])).toMatchObject({ url: app.api.origin });
  });

  it('L-15 tells any key whose it is, and a caller without one nothing', async () => {
    const path = '/admin/v1/api-keys/current';
    const narrowed = await aKey('Hook', { scopes: ['CHECKIN_READ'], gymId: world.gymId });
    expect((await app.api.withKey(narrowed).get(path)).body).toMatchObject({
      name: 'Hook',
      gymId: world.gymId,
      partner: { id: world.partnerId },
    });
    const operator = await app.api.withKey(OPERATOR_KEY).get(path);
    expect(operator.body).toMatchObject({ scopes: ['OPERATOR'], partner: null, prefix: null });
    expect((await app.api.get(path)).status).toBe(401);
  });
});
