import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entriesOf, killForgotten, processesOf } from './support/left-behind.js';

const onLinux = process.platform === 'linux' ? it : it.skip;

describe('what a run of the tests leaves behind', () => {
  let folder: string;
  let child: ChildProcess | undefined;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'left-behind-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  onLinux('is found and ended: a process that still runs at the end', async () => {
    child = spawn('sleep', ['60'], { env: { PATH: process.env['PATH'], TMPDIR: folder } });
    await once(child, 'spawn');
    const ended = once(child, 'exit');
    expect(await killForgotten(folder, 0)).toEqual([{ pid: child.pid, command: 'sleep 60' }]);
    expect(await ended).toEqual([null, 'SIGKILL']);
    expect(processesOf(folder)).toEqual([]);
  });

  onLinux('is not a process that is about to end', async () => {
    child = spawn('sleep', ['60'], { env: { PATH: process.env['PATH'], TMPDIR: folder } });
    await once(child, 'spawn');
    child.kill('SIGTERM');
    expect(await killForgotten(folder)).toEqual([]);
  });

  it('is a folder in the checkout, but not the build and the results', () => {
    for (const name of ['.gatehouse', '.test-results', 'dist']) mkdirSync(join(folder, name));
    expect(entriesOf(folder)).toEqual(['.gatehouse']);
  });
});
