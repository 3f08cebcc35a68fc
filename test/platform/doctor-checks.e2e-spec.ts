import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { hostSynchronisation } from '../../src/doctor/host-synchronisation.js';
import { nodeVersion } from '../../src/doctor/node-check.js';
import { differing } from '../../src/doctor/zones-check.js';
import { certificateFor } from '../support/certificates.js';
import { CheckInStage, type CheckInWorld } from '../support/check-in-stage.js';
import { createDatabaseWithRoles, run } from '../support/database-roles.js';
import { runDoctor, runGatehouse } from '../support/doctor.js';
import { DOCUMENTED, PgBouncer, pgBouncerVersion } from '../support/pgbouncer.js';
import { freePort } from '../support/replica.js';
import { startApp } from '../support/test-app.js';
import { UNKNOWN_HOST } from '../support/unknown-host.js';

const key = randomBytes(32);
const version = pgBouncerVersion();
const isNew = version !== undefined && (version[0] > 1 || version[1] >= 21);
const withAny = version ? it : it.skip;
const withNew = isNew ? it : it.skip;

describe('each check of the doctor', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let publicUrl: string;
  let databaseUrl: string;
  const servers: Server[] = [];

  beforeAll(async () => {
    const port = await freePort();
    publicUrl = `http://127.0.0.1:${port}`;
    stage = await CheckInStage.open({ port, publicUrl, secretsKeys: [key], trustProxy: 0 });
    databaseUrl = stage.app.settings.databaseUrl;
    world = await stage.partner();
  });
  afterAll(async () => {
    for (const server of servers) server.close();
    await stage.close();
  });

  const doctor = (settings: Record<string, string> = {}, ...args: string[]) =>
    runDoctor(
      {
        DATABASE_URL: databaseUrl,
        PUBLIC_URL: publicUrl,
        SECRETS_KEY: key.toString('base64'),
        WELLHUB_SIMULATOR_URL: stage.simulator.url,
        SANDBOX: 'on',
        DEADLINE_FACTOR: '8',
        ...settings,
      },
      ...args,
    );
  const linesOf = async (check: string, settings: Record<string, string> = {}) => {
    const { out } = await doctor(settings);
    const lines = out.split('\n');
    return lines.filter((line) => line.slice(9).startsWith(`${check}:`)).join('\n');
  };
  const listening = async (server: Server) => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return (server.address() as AddressInfo).port;
  };

  it('L-80 finds nothing wrong with a deployment that serves, and changes nothing', async () => {
    const before = await state();
    const { code, out } = await doctor();
    expect(out.match(/^problem.*/gm)).toBeNull();
    expect(code).toBe(0);
    expect(out).toContain(`public-url: PUBLIC_URL: ${new URL(publicUrl).host} is this deployment`);
    expect(out).toMatch(/^ok {7}wellhub: 1 of 1 gyms reach Wellhub$/m);
    expect(await state()).toEqual(before);
  });
  const state = () =>
    stage.app.sql(`select (select count(*) from wellhub_connection_tests) as tests,
      (select count(*) from alerts) as alerts, (select count(*) from audit_log) as audit`);

  it('L-81 writes its findings as JSON, also when the settings cannot be read', async () => {
    const report = JSON.parse((await doctor({}, '--json')).out);
    expect(report).toMatchObject({ ok: true, problems: 0, seconds: expect.any(Number) });
    expect(report.checks).toContainEqual({
      name: 'schema',
      findings: [{ kind: 'ok', text: 'every migration is applied' }],
    });
    const broken = await doctor({ PUBLIC_URL: 'nowhere' }, '--json');
    expect([broken.code, JSON.parse(broken.out)]).toEqual([
      1,
      expect.objectContaining({
        ok: false,
        checks: [{ name: 'settings', findings: [expect.objectContaining({ kind: 'problem' })] }],
      }),
    ]);
  });

  it.each([
    [['doctor', '--jsn'], '"doctor" takes --json and no more words'],
    [['serve', 'now'], '"serve" takes no more words'],
    [['migrate', 'sideways'], 'Say nothing, or "up", or "down"'],
    [['staff', 'hire'], 'gatehouse staff invite'],
  ])(
    'L-3 %j is wrong use: exit code 2, with how to call it, and nothing is done',
    async (words, say) => {
      const { code, err } = await runGatehouse({}, ...words);
      expect([code, err]).toEqual([2, expect.stringContaining(say)]);
    },
  );

  it('L-82 names a Node that is too old, and one whose life has ended', () => {
    expect(nodeVersion('18.20.1')[0]).toMatchObject({
      kind: 'problem',
      text: expect.stringMatching('too old'),
    });
    expect(nodeVersion('20.18.0')[0]?.kind).toBe('problem');
    expect(nodeVersion('20.19.0')[0]?.kind).toBe('warning');
    expect(nodeVersion('24.1.0')).toEqual([{ kind: 'ok', text: 'Node 24.1.0' }]);
  });

  it('L-83 names rights that the role lacks, and the grant', async () => {
    const { ownerUrl, serviceUrl, service } = await createDatabaseWithRoles();
    await (await startApp({ databaseUrl: ownerUrl, secretsKeys: [key] })).close();
    const settings = { DATABASE_URL: serviceUrl, MIGRATE: 'off' };
    expect(await linesOf('rights', settings)).toMatch(/^ok /);
    await run(
      ownerUrl,
      `revoke insert, delete on customers from ${service}; revoke update on gyms from ${service}`,
    );
    expect(await linesOf('rights', settings)).toMatch(
      new RegExp(
        `^problem {2}rights: the role ${service} lacks DELETE on the table customers, INSERT on the table customers, UPDATE on the table gyms$`,
      ),
    );
    expect((await doctor(settings)).out).toContain(
      `→ as the owner of the tables run: grant select, insert, update, delete on all tables in schema public to ${service};`,
    );
  });

  it('L-83 names a database that only reads, and migrations that no start may apply', async () => {
    const { ownerUrl, serviceUrl } = await createDatabaseWithRoles();
    const { out } = await doctor({ DATABASE_URL: serviceUrl });
    expect(out).toMatch(/^problem {2}schema: pending: 0001/m);
    await (await startApp({ databaseUrl: ownerUrl, secretsKeys: [key] })).close();
    const only = `${ownerUrl}${ownerUrl.includes('?') ? '&' : '?'}options=${encodeURIComponent('-c default_transaction_read_only=on')}`;
    expect(await linesOf('rights', { DATABASE_URL: only })).toMatch(/^problem .*a standby\?$/);
  });

  withNew(
    'L-84 names a pooler in transaction mode, and settings that it does not pass',
    async () => {
      const good = await PgBouncer.start(databaseUrl, DOCUMENTED);
      expect(await linesOf('connections', { DATABASE_URL: good.url })).toMatch(
        /a pooler in transaction mode between, which keeps prepared statements; sessions of the database lack statement_timeout/,
      );
      await good.close();
    },
  );

  withAny('L-84 names what a pooler before the database breaks', async () => {
    const linesWith = async (ini: string) => {
      const bouncer = await PgBouncer.start(databaseUrl, ini);
      const lines = await linesOf('connections', { DATABASE_URL: bouncer.url });
      await bouncer.close();
      return lines;
    };
    const plain = DOCUMENTED.replace(/max_prepared_statements = \d+/, '');
    const forgetful = isNew
      ? DOCUMENTED.replace(/(max_prepared_statements) = \d+/, '$1 = 0')
      : plain;
    expect(await linesWith(forgetful)).toMatch(
      /^problem .*loses prepared statements: use PgBouncer 1\.21/,
    );
    expect(await linesWith(plain.replace('= transaction', '= statement'))).toMatch(
      /^problem .*allows no transactions: set pool_mode=transaction or session/,
    );
    expect(await linesWith(plain.replace('= transaction', '= session'))).toMatch(
      /^warning .*a pooler in session mode between; sessions of the database lack statement_timeout/,
    );
    expect(await linesWith(plain.replace(/ignore_startup_parameters.*/, ''))).toMatch(
      /^problem .*name them in its ignore_startup_parameters/,
    );
  });

  it('L-85 names clocks that differ, and which is ahead', async () => {
    const shift = (seconds: number) => ({
      NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(
        `const now=Date.now;Date.now=()=>now()+${seconds * 1_000}`,
      )}`,
    });
    expect(await linesOf('clock', shift(90))).toMatch(
      /^problem {2}clock: the clock of the database is (89|90)\.\d s behind the one here$/m,
    );
    expect(await linesOf('clock', shift(-5))).toMatch(
      /^warning {2}clock: .* (4|5)\.\d s ahead of the one here$/m,
    );
    const run = mkdtempSync(join(tmpdir(), 'timesync-'));
    expect(await hostSynchronisation(join(run, 'none'))).toEqual([]);
    expect(await hostSynchronisation(run, join(run, 'synchronized'))).toEqual([
      expect.objectContaining({ kind: 'warning' }),
    ]);
  });

  describe('L-86 mail', () => {
    const smtp = async (options: SMTPServerOptions) => {
      const server = new SMTPServer({ logger: false, ...options });
      server.on('error', () => undefined);
      return listening(server.server);
    };
    const mail = (SMTP_URL: string) =>
      linesOf('mail', { SMTP_URL, MAIL_FROM: 'Us <us@example.com>' });

    it('is tried by a log-in, and none is sent', async () => {
      let mails = 0;
      const port = await smtp({
        authOptional: true,
        allowInsecureAuth: true,
        disabledCommands: ['STARTTLS'],
        onAuth: ({ password }, _, done) =>
          done(password === 'right' ? null : new Error('no'), { user: 'me' }),
        onMailFrom: (_address, _session, done) => {
          mails += 1;
          done();
        },
      });
      expect(await mail(`smtp://me:right@127.0.0.1:${port}`)).toMatch(
        /^ok {7}mail: 127\.0\.0\.1:\d+ takes the log-in, without TLS$/,
      );
      const refused = await mail(`smtp://me:not-this-secret@127.0.0.1:${port}`);
      expect(refused).toMatch(/^problem {2}mail: .* it refuses the log-in \(EAUTH 535\)$/);
      expect(refused).not.toContain('not-this-secret');
      expect(mails).toBe(0);
    });

    it('names a certificate that is not trusted, and TLS where there is none', async () => {
      const port = await smtp({ secure: true, ...certificateFor('127.0.0.1') });
      expect(await mail(`smtps://127.0.0.1:${port}`)).toMatch(
        /^problem .* its certificate is not trusted here/,
      );
      const plain = await smtp({ disabledCommands: ['STARTTLS'] });
      expect(await mail(`smtps://127.0.0.1:${plain}`)).toMatch(
        /^problem .* it cannot be talked to with TLS/,
      );
    });

    it('names a server that is not there, has no name, speaks no SMTP, or is silent', async () => {
      expect(await mail(`smtp://127.0.0.1:${await freePort()}`)).toMatch(/it cannot be reached/);
      expect(await mail(`smtp://${UNKNOWN_HOST}`)).toMatch(/its name does not resolve/);
      const web = await listening(
        createServer((socket) => void socket.end('HTTP/1.1 400\r\n\r\n')),
      );
      expect(await mail(`smtp://127.0.0.1:${web}`)).toMatch(/^problem .*mail: /);
      const silent = await listening(createServer(() => undefined));
      const began = performance.now();
      expect(await mail(`smtp://127.0.0.1:${silent}`)).toMatch(
        /it cannot be reached \(ETIMEDOUT\)/,
      );
      expect(performance.now() - began).toBeLessThan(10_000);
    });
  });

  it('L-88 names a gym that Wellhub refuses, and one without a token', async () => {
    const connection = `/admin/v1/partners/${world.world.partnerId}/wellhub`;
    await world.world.admin.put(connection, {
      environment: 'simulator',
      accessToken: 'wrong-token',
    });
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(
      new RegExp(
        `^problem {2}wellhub: .*, gym ${world.world.gymId} .*: Wellhub refuses the token$`,
        'm',
      ),
    );
    expect(out).not.toContain('wrong-token');
    await world.world.admin.put(connection, {
      environment: 'simulator',
      accessToken: 'simulator-token',
    });
    expect(await linesOf('wellhub')).toMatch(/^ok /);
    expect(await linesOf('wellhub', { WELLHUB_SIMULATOR_URL: 'http://127.0.0.1:9' })).toMatch(
      /^problem .*Wellhub cannot be reached/,
    );
  });

  it('L-89 names zones that Node and the database do not share', async () => {
    await stage.app.sql(`update gyms set time_zone = 'XYZ+3' where id = $1`, [world.world.gymId]);
    expect(await linesOf('zones')).toMatch(
      /^problem {2}zones: partners or gyms have zones that Node does not know: XYZ\+3$/m,
    );
    await stage.app.sql(`update gyms set time_zone = 'America/Sao_Paulo' where id = $1`, [
      world.world.gymId,
    ]);
    const moments = [new Date('2026-01-01T00:00:00Z'), new Date('2026-07-01T00:00:00Z')];
    const zone = { zone: 'Europe/Berlin', isUsed: true, isKnown: true };
    expect(differing([{ ...zone, minutes: [60, 120] }], moments)).toEqual([]);
    expect(differing([{ ...zone, minutes: [60, 60] }], moments)).toEqual([
      expect.objectContaining({
        kind: 'problem',
        text: expect.stringMatching(/for Europe\/Berlin$/),
      }),
    ]);
  });

  it('L-80 ends within 10 s and shows no secret, whatever is broken', async () => {
    const secrets = ['database-secret', 'smtp-secret', key.toString('base64')];
    const silent = await listening(createServer(() => undefined));
    const began = performance.now();
    const { code, out, err } = await doctor({
      DATABASE_URL: `postgres://me:database-secret@127.0.0.1:${silent}/gatehouse`,
      SMTP_URL: `smtp://me:smtp-secret@127.0.0.1:${silent}`,
      MAIL_FROM: 'us@example.com',
    });
    expect(performance.now() - began).toBeLessThan(10_000);
    expect(code).toBe(1);
    expect(out).toMatch(/^problem {2}database: /m);
    expect(out).toMatch(/^skipped {2}wellhub: needs the database$/m);
    for (const secret of secrets) expect(out + err).not.toContain(secret);
  });
});
