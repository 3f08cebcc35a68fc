import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { Spool } from '../../src/platform/spool/spool.js';
import { createDatabase } from '../support/databases.js';
import { namesIn, runDoctor } from '../support/doctor.js';
import { freePort } from '../support/replica.js';
import { startApp } from '../support/test-app.js';

const key = randomBytes(32);

describe('gatehouse doctor', () => {
  let databaseUrl: string;
  let spoolDir: string;

  beforeAll(async () => {
    databaseUrl = await createDatabase();
    await (await startApp({ databaseUrl, secretsKeys: [key] })).close();
  });
  beforeEach(() => {
    spoolDir = join(mkdtempSync(join(tmpdir(), 'doctor-')), 'spool');
  });

  it('reports each part that a start would find in order', async () => {
    const { code, out, err } = await doctor();
    expect([code, err]).toEqual([0, '']);
    expect(namesIn(out, 'problem')).toEqual([]);
    expect(
      namesIn(out, 'ok')
        .filter((name) => name !== 'node')
        .join(' '),
    ).toBe('database connections schema rights clock keys processes zones wellhub spool doors');
    expect(out).toMatch(/database: PostgreSQL \d+/);
    expect(out).toMatch(/^warning {2}public-url: .*, and no process runs$/m);
    expect(out).toMatch(/\n14 checks in \d\.\d s: 0 problems, \d warnings\n$/);
  });

  it('W-19 reports how many webhooks wait, and which ones no key decrypts', async () => {
    await spooled(key, 'one', 'two');
    await spooled(randomBytes(32), 'three');
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(/^warning {2}spool: 2 webhooks \(\d+ bytes\) wait in /m);
    expect(out).toMatch(
      /^problem {2}spool: \S+ is kept\. It is encrypted with the key [0-9a-f]{8}, which/m,
    );
  });

  it('O-52 reports how many admissions at doors wait, and files that are no visits', async () => {
    const door = join(spoolDir, 'door');
    const record = { v: 1, customerId: 1 };
    await spooledIn(door, new SecretBox([key], 'door-spool'), JSON.stringify(record));
    writeFileSync(join(door, 'a copy.spool'), '');
    const { code, out } = await doctor();
    expect(code).toBe(1);
    expect(out).toMatch(/^ok {7}spool: nothing waits in /m);
    expect(out).toMatch(/^warning {2}doors: 1 admissions \(\d+ bytes\) wait in /m);
    expect(out).toMatch(/^problem {2}doors: a copy\.spool is kept\. It cannot be read: its name/m);
  });

  it('names the keys that only read', async () => {
    const older = randomBytes(32);
    const both = [key, older].map((one) => one.toString('base64')).join();
    const { out } = await doctor({ SECRETS_KEY: both });
    expect(out).toMatch(/^ok {7}keys: .*; [0-9a-f]{8} writes, [0-9a-f]{8} only reads$/m);
  });

  it('reports when processes run and none of them does the background work', async () => {
    const port = await freePort();
    const publicUrl = `http://127.0.0.1:${port}`;
    const settings = { databaseUrl, secretsKeys: [key], publicUrl };
    const app = await startApp({ ...settings, port, role: 'api' });
    const alone = await doctor({ PUBLIC_URL: publicUrl });
    expect([alone.code, alone.out]).toEqual([
      1,
      expect.stringMatching(/^problem {2}processes: 1 run, none of them with ROLE=worker/m),
    ]);
    const worker = await startApp({ ...settings, role: 'worker' });
    const both = await doctor({ PUBLIC_URL: publicUrl });
    expect([both.code, both.out]).toEqual([
      0,
      expect.stringMatching(/^ok {7}processes: 2 run, 1 of them do background work/m),
    ]);
    await Promise.all([app.close(), worker.close()]);
  });

  it('checks the other parts when one fails', async () => {
    const { code, out } = await doctor({ SECRETS_KEY: randomBytes(32).toString('base64') });
    expect(code).toBe(1);
    expect(out).toMatch(/^problem {2}keys: /m);
    expect(out).toMatch(/^ok {7}spool: nothing waits/m);
    expect(out).not.toMatch(/^\s+at /m);
  });

  it('reports what is wrong with a database that is down', async () => {
    const { code, out } = await doctor({ DATABASE_URL: 'postgres://127.0.0.1:9/nothing' });
    expect(code).toBe(1);
    expect(out).toMatch(/^problem {2}database: .*does not answer at 127\.0\.0\.1:9/m);
  });

  async function spooled(master: Buffer, ...records: string[]): Promise<void> {
    await spooledIn(spoolDir, new SecretBox([master], 'wellhub-spool'), ...records);
  }

  async function spooledIn(path: string, box: SecretBox, ...records: string[]): Promise<void> {
    const spool = new Spool({ path, maxBytes: 100_000, box });
    await spool.tend();
    for (const record of records) await spool.append(Buffer.from(record));
    await spool.close();
  }

  const doctor = (changes: Record<string, string> = {}) =>
    runDoctor({
      DATABASE_URL: databaseUrl,
      SECRETS_KEY: key.toString('base64'),
      SPOOL_DIR: spoolDir,
      ...changes,
    });
});
