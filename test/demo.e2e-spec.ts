import { afterAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { programEnvironment } from './support/programs.js';
import { freePort } from './support/replica.js';
import { ROOT } from './support/repository.js';

const run = promisify(execFile);

describe('npm run demo', () => {
  let dataDir: string;

  afterAll(() => rm(dataDir, { recursive: true, force: true }));

  it('runs the whole demo against a server that it starts itself, and leaves none running', async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gatehouse-demo-'));
    const port = await freePort();
    const env = programEnvironment({
      HOME: process.env['HOME'] ?? '',
      PORT: String(port),
      DATA_DIR: dataDir,
    });
    const { stdout } = await run(process.execPath, ['bin/demo.js'], { cwd: ROOT, env });
    expect(stdout).not.toContain('✗');
    expect(stdout).toMatch(/Proven in \d+ steps: registered, joined, checked in, paid once/);
    for (const promise of [
      'the check-in is EXPIRED',
      'the check-in is CANCELED',
      'marked alreadyValidated',
      'the lost check-in is healed, and paid once',
      'a code opens once',
      'the code is for the other gym',
      'her visit is closed',
      'verifies the replay',
    ])
      expect(stdout).toContain(promise);
    await expect(fetch(`http://127.0.0.1:${port}/health/live`)).rejects.toThrow('fetch failed');
  });
});
