import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CommandLine } from '../support/command-line.js';
import { createDatabase } from '../support/databases.js';
import { programEnvironment } from '../support/programs.js';
import { Replica } from '../support/replica.js';
import { ROOT } from '../support/repository.js';

interface Person {
  readonly person: { readonly wellhubId: string; readonly gpwId: string };
}

describe('the command line and a sandbox', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-sandbox-'));
  const cli = new CommandLine();
  let service: Replica;

  beforeAll(async () => {
    service = await Replica.start(await createDatabase(), { SANDBOX: 'on', DATA_DIR: folder });
  });
  afterAll(() => service.kill());

  it('L-41 triggers nothing without a sandbox', async () => {
    const env = { GATEHOUSE_URL: service.origin, GATEHOUSE_API_KEY: 'a-key-of-production' };
    const refused = await cli.run(['trigger', 'checkin'], { env });
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('login --sandbox') });
  });

  it('L-12 L-40 takes a person from the registration through the door', async () => {
    expect(await cli.run(['login', '--sandbox', '--data-dir', folder])).toMatchObject({ code: 0 });
    const shut = await cli.run(['trigger', 'scan']);
    expect(shut).toMatchObject({ code: 1, err: expect.stringContaining('trigger checkin') });
    const registered = await cli.json<Person & { redirectLink: string }>(['trigger', 'register']);
    expect(registered.redirectLink).toContain('/join?token=');
    const checkedIn = await cli.json<Person>(['trigger', 'checkin']);
    expect(checkedIn).toMatchObject({
      person: registered.person,
      checkIn: { state: 'VALIDATED', gympassId: registered.person.wellhubId },
    });
    expect(await cli.json(['trigger', 'scan'])).toMatchObject({ opened: true });
    const { out } = await cli.run(['events', 'tail', '--no-follow']);
    expect(out).toMatch(/WELLHUB_CHECKIN_VALIDATED[\s\S]*CUSTOMER_CHECKIN/);
  });

  it('L-40 books, cancels and changes, as the same person until --new', async () => {
    const person = async (...args: string[]) =>
      (await cli.json<Person>(['trigger', ...args])).person.wellhubId;
    const first = await person('register');
    for (const play of ['book', 'cancel-booking', 'change', 'cancel', 'expire-checkin'])
      expect(await person(play)).toBe(first);
    expect(await person('cancel-checkin', '--new')).not.toBe(first);
    expect(await person('checkin', '--wellhub-id', '1234321567887')).toBe('1234321567887');
    expect(await cli.run(['trigger', 'checkin', '--wellhub-id', 'x'])).toMatchObject({ code: 2 });
  });

  it('L-42 says why the door stays shut', async () => {
    const blocked = await cli.json<Person>(['trigger', 'checkin', '--new']);
    const find = `/admin/v1/partners/${await partnerId()}/customers?gympassId=${blocked.person.wellhubId}`;
    const { key } = await adminKey();
    const admin = service.api.with({ 'X-Api-Key': key });
    const { id } = (await admin.get(find)).body.items[0];
    await admin.put(`/admin/v1/customers/${id}/restriction`, { reason: 'Unpaid' });
    const shut = await cli.run(['trigger', 'scan', '--json']);
    expect(shut.code).toBe(3);
    expect(JSON.parse(shut.out)).toMatchObject({ opened: false, reason: expect.any(String) });
  });

  const adminKey = () =>
    cli.json<{ key: string }>(['keys', 'create', '--name', 'T', '--scope', 'PARTNER_ADMIN']);
  const partnerId = async () =>
    (await cli.json<{ key: { partner: { id: string } } }>(['whoami'])).key.partner.id;

  it('L-30 makes, lists, rotates and revokes keys, and shows a new one alone, once', async () => {
    const args = [
      '--name',
      'App',
      '--scope',
      'customer_read,CHECKIN_READ',
      '--expires',
      '2099-01-31',
    ];
    const made = await cli.run(['api-keys', 'create', ...args]);
    expect(made).toMatchObject({ code: 0, out: expect.stringMatching(/^ghk_\w+\n$/) });
    const listed = await cli.json<{ id: string; name: string; state: string }[]>([
      'api-keys',
      'list',
    ]);
    const app = listed.find(({ name }) => name === 'App');
    expect(app).toMatchObject({ scopes: ['CUSTOMER_READ', 'CHECKIN_READ'], state: 'ACTIVE' });
    const table = await cli.run(['keys', 'list']);
    expect(table.out).toContain('CUSTOMER_READ CHECKIN_READ');
    expect(table.out + JSON.stringify(listed)).not.toContain(made.out.trim());
    const next = await cli.run(['api-keys', 'rotate', app?.id ?? '', '--grace', '60']);
    expect(next.out).toMatch(/^ghk_/);
    expect(await cli.run(['api-keys', 'revoke', app?.id ?? ''])).toMatchObject({ code: 0 });
    expect(await cli.run(['api-keys', 'revoke', 'nonsense'])).toMatchObject({ code: 3 });
    const beyond = await cli.run(['api-keys', 'create', '--name', 'X', '--scope', 'NONSENSE']);
    expect(beyond).toMatchObject({ code: 3, err: expect.stringContaining('scopes') });
  });

  it('L-30 replaces the key of the profile in the profile, and does not revoke it', async () => {
    type Who = { key: { id: string } };
    const own = new CommandLine();
    const { key } = await adminKey();
    const login = ['login', '--url', service.origin, '--profile', 'own'];
    expect(await own.run(login, { stdin: key })).toMatchObject({ code: 0 });
    const before = await own.json<Who>(['whoami', '--profile', 'own']);
    const refused = await own.run(['api-keys', 'revoke', before.key.id, '--profile', 'own']);
    expect(refused).toMatchObject({ code: 2, err: expect.stringContaining('rotate') });
    expect(await own.run(['keys', 'rotate', '--profile', 'own'])).toMatchObject({ code: 0 });
    const after = await own.json<Who>(['whoami', '--profile', 'own']);
    expect(after.key.id).not.toBe(before.key.id);
  });

  it('L-31 keys status goes on to be about SECRETS_KEY', async () => {
    for (const word of ['keys', 'secrets-key'])
      expect(await cli.run([word, 'status'])).toMatchObject({
        code: 1,
        err: expect.stringContaining('Set DATABASE_URL'),
      });
    const help = await cli.run(['keys', 'create', '--help']);
    expect(help.out).toContain('gatehouse api-keys create');
  });

  it('L-6 takes a reader that has seen enough for no error', () => {
    const script = `set -o pipefail; '${process.execPath}' dist/gatehouse.js openapi | head -c 1`;
    const env = programEnvironment({ XDG_CONFIG_HOME: cli.configFolder });
    const { status, stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], {
      cwd: ROOT,
      env,
    });
    expect([status, String(stdout), String(stderr)]).toEqual([0, '{', '']);
  });

  it('L-42 says when the simulator is not there', async () => {
    const profiles = readFileSync(cli.profiles, 'utf8');
    const elsewhere = profiles.replace(/("simulatorUrl": ")[^"]*/, '$1http://127.0.0.1:9');
    writeFileSync(cli.profiles, elsewhere, { mode: 0o600 });
    const nowhere = await cli.run(['trigger', 'register']);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('login --sandbox') });
    writeFileSync(cli.profiles, profiles, { mode: 0o600 });
  });

  it('L-32 prints the document, saves it, and says where it cannot', async () => {
    const printed = await cli.run(['openapi']);
    expect(JSON.parse(printed.out)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    const file = join(folder, 'openapi.json');
    expect(await cli.run(['openapi', '-o', file])).toMatchObject({ code: 0 });
    expect(await cli.run(['openapi', '--audience', 'cooks'])).toMatchObject({ code: 2, out: '' });
    const nowhere = await cli.run(['openapi', '-o', join(folder, 'none/at-all.json')]);
    expect(nowhere).toMatchObject({ code: 1, err: expect.stringContaining('ENOENT') });
  });

  it('L-32 needs no profile for the document: only where the service is', async () => {
    const env = { XDG_CONFIG_HOME: join(folder, 'no-profile') };
    const lost = await cli.run(['openapi'], { env });
    expect(lost).toMatchObject({ code: 2, out: '', err: expect.stringContaining('--url') });
    const url = service.origin;
    const named = await cli.run(['openapi', '--url', url, '--audience', 'wellhub'], { env });
    expect(JSON.parse(named.out).info.title).toContain('Wellhub');
    const known = await cli.run(['openapi'], { env: { ...env, GATEHOUSE_URL: url } });
    expect(JSON.parse(known.out)).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    const wrong = await cli.run(['openapi', '--url', 'gate.example'], { env });
    expect(wrong).toMatchObject({ code: 2, out: '', err: expect.stringContaining('no address') });
  });
});
