import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Logger } from '@nestjs/common';
import { SecretBox } from '../crypto/secret-box.js';
import { inspectSpool } from './inspect-spool.js';
import { frame } from './record-format.js';
import type { SpoolWriter } from './spool-writer.js';
import { Spool, type SpoolOptions } from './spool.js';

Logger.overrideLogger(false);

const boxOf = (...masters: Buffer[]) => new SecretBox(masters, 'spool');
const ours = randomBytes(32);

describe('a spool', () => {
  let path: string;
  let open: Spool[];

  beforeEach(() => {
    path = join(mkdtempSync(join(tmpdir(), 'gatehouse-spool-')), 'spool');
    open = [];
  });
  afterEach(async () => {
    await Promise.all(open.map((spool) => spool.close()));
    rmSync(dirname(path), { recursive: true, force: true });
  });

  const enter = async (options: Partial<SpoolOptions> = {}): Promise<Spool> => {
    const spool = new Spool({ path, maxBytes: 100_000, box: boxOf(ours), ...options });
    open.push(spool);
    await spool.tend();
    return spool;
  };
  const put = (spool: Spool, ...words: string[]) =>
    Promise.all(words.map((word) => spool.append(Buffer.from(word))));
  const drained = async (spool: Spool): Promise<string[]> => {
    const words: string[] = [];
    await spool.drain(async (records) => {
      words.push(...records.map(String));
      return records.map(() => true);
    });
    return words;
  };
  const files = (end: string) =>
    (existsSync(path) ? readdirSync(path) : []).filter((name) => name.endsWith(end)).sort();

  /** What a process leaves behind that is no more. */
  const left = async (words: string[], { pid = deadPid(), box = boxOf(ours) } = {}) => {
    const before = new Set(files('.owner'));
    const spool = await enter({ box });
    await put(spool, ...words);
    const [owner = ''] = files('.owner').filter((name) => !before.has(name));
    const mark = JSON.parse(readFileSync(join(path, owner), 'utf8'));
    writeFileSync(join(path, owner), JSON.stringify({ ...mark, pid, started: startOf(pid) }));
    open.pop();
    return { owner, segment: files('.spool').at(-1) ?? '' };
  };

  it('returns in order what was appended, once, and leaves nothing behind', async () => {
    const spool = await enter();
    await put(spool, 'one', 'two');
    await put(spool, 'three');
    expect(spool.status).toMatchObject({
      state: 'ready',
      waiting: 3,
      oldestAt: expect.any(String),
    });
    expect(await drained(spool)).toEqual(['one', 'two', 'three']);
    expect(await drained(spool)).toEqual([]);
    expect(spool.status).toMatchObject({ waiting: 0, bytes: 0, aside: [], foreign: [] });
    await spool.close();
    expect(readdirSync(path)).toEqual([]);
  });

  it('writes what comes together with few writes, and what comes right after a round as well', async () => {
    const spool = await enter();
    const writes = () => Number(/syscw: (\d+)/.exec(readFileSync('/proc/self/io', 'utf8'))?.[1]);
    const before = writes();
    await put(spool, ...Array.from({ length: 200 }, (_, n) => `word ${n}`));
    expect(writes() - before).toBeLessThan(20);
    const { writer } = spool as unknown as { writer: SpoolWriter };
    const record = frame(boxOf(ours).seal('later'));
    await writer.append(record).then(() => writer.append(record));
    expect(spool.waiting).toBe(202);
  });

  it('writes nothing that can be read without the key', async () => {
    const spool = await enter();
    await put(spool, 'a secret');
    expect(readFileSync(join(path, files('.spool')[0] ?? ''), 'latin1')).not.toContain('secret');
  });

  it('keeps the rest when a drain fails, and continues after what was taken', async () => {
    const spool = await enter();
    const words = Array.from({ length: 100 }, (_, n) => `word ${n}`);
    await put(spool, ...words);
    let calls = 0;
    const failing = spool.drain(async (records) => {
      if ((calls += 1) > 1) throw new Error('away');
      return records.map(() => true);
    });
    await expect(failing).rejects.toThrow('away');
    expect(spool.waiting).toBe(36);
    await put(spool, 'later');
    expect(await drained(spool)).toEqual([...words.slice(64), 'later']);
  });

  it('refuses what exceeds its size, and takes again once it was drained', async () => {
    const spool = await enter({ maxBytes: 400 });
    await put(spool, 'x'.repeat(200));
    await expect(put(spool, 'x'.repeat(200))).rejects.toMatchObject({ reason: 'full' });
    expect(spool.status.state).toBe('full');
    expect(await drained(spool)).toHaveLength(1);
    await put(spool, 'x'.repeat(200));
    expect(spool.status).toMatchObject({ state: 'ready', waiting: 1 });
  });

  it('is unusable where it cannot write, reports why, and is usable again by itself', async () => {
    const inTheWay = path;
    writeFileSync(inTheWay, '');
    const spool = await enter();
    expect(spool.status).toMatchObject({
      state: 'unusable',
      problem: expect.stringContaining('EEXIST'),
    });
    await expect(put(spool, 'lost')).rejects.toMatchObject({ reason: 'unusable' });
    rmSync(inTheWay);
    await spool.tend();
    await put(spool, 'kept');
    expect(spool.status).toMatchObject({ state: 'ready', waiting: 1 });
  });

  it('never answers for a record whose file was taken over meanwhile', async () => {
    const spool = await enter();
    await put(spool, 'one');
    expect(await inspectSpool(path, boxOf(ours))).toMatchObject({ records: 1, damaged: 0 });
    const [name = ''] = files('.spool');
    renameSync(join(path, name), join(path, `${name}.elsewhere`));
    await expect(put(spool, 'two')).rejects.toMatchObject({ reason: 'unusable' });
    await put(spool, 'three');
    expect(await drained(spool)).toEqual(['three']);
  });

  it('takes over what a dead process left, before its own', async () => {
    await left(['one', 'two']);
    await left(['three']);
    const spool = await enter();
    await put(spool, 'four');
    expect(spool.waiting).toBe(4);
    expect(await drained(spool)).toEqual(['one', 'two', 'three', 'four']);
    expect(files('.spool')).toEqual([]);
    expect(files('.owner')).toHaveLength(1);
  });

  it('never takes over the files of a live process, until it is dead', async () => {
    const child = spawn('sleep', ['60'], { stdio: 'ignore' });
    const { pid = 0 } = child;
    await left(['theirs'], { pid });
    const [first, second] = [await enter(), await enter()];
    await put(first, 'mine');
    await second.tend();
    expect(await drained(second)).toEqual([]);
    expect(await drained(first)).toEqual(['mine']);
    child.kill('SIGKILL');
    await once(child, 'exit');
    await second.tend();
    expect(await drained(second)).toEqual(['theirs']);
  });

  it('detects a process id that the system has reused', async () => {
    const { owner } = await left(['old'], { pid: process.pid });
    const mark = JSON.parse(readFileSync(join(path, owner), 'utf8'));
    writeFileSync(join(path, owner), JSON.stringify({ ...mark, started: '1' }));
    expect(await drained(await enter())).toEqual(['old']);
  });

  it('takes an owner on another machine for dead after a minute without a sign of life', async () => {
    const { owner } = await left(['far away']);
    const mark = JSON.parse(readFileSync(join(path, owner), 'utf8'));
    writeFileSync(join(path, owner), JSON.stringify({ ...mark, host: `not ${hostname()}` }));
    const spool = await enter();
    expect(spool.waiting).toBe(0);
    const silent = Date.now() / 1000 - 61;
    utimesSync(join(path, owner), silent, silent);
    await spool.tend();
    expect(await drained(spool)).toEqual(['far away']);
  });

  it('cuts a torn last record and returns the others', async () => {
    const { segment } = await left(['one', 'two']);
    const { length } = readFileSync(join(path, segment));
    truncateSync(join(path, segment), length - 3);
    const spool = await enter();
    expect(await drained(spool)).toEqual(['one']);
    expect(spool.status.aside).toEqual([]);
  });

  it('sets a file with a damaged record aside, once its other records were returned', async () => {
    const { segment } = await left(['one', 'two', 'three']);
    const bytes = readFileSync(join(path, segment));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    writeFileSync(join(path, segment), bytes);
    const spool = await enter();
    expect(await drained(spool)).toEqual(['one', 'three']);
    expect(spool.status).toMatchObject({ waiting: 0, aside: [expect.any(String)] });
    expect(readFileSync(join(path, files('.aside')[0] ?? ''))).toEqual(bytes);
    expect((await enter()).status).toMatchObject({ waiting: 0, aside: [expect.any(String)] });
  });

  it('sets aside what the taker refuses', async () => {
    const spool = await enter();
    await put(spool, 'good', 'bad');
    await spool.drain(async (records) => records.map((record) => String(record) !== 'bad'));
    expect(spool.status).toMatchObject({ waiting: 0, aside: [expect.any(String)] });
  });

  it('names a file that cannot be read, takes the others, and takes it once it can be read', async () => {
    const { segment } = await left(['one']);
    const bytes = readFileSync(join(path, segment));
    rmSync(join(path, segment));
    mkdirSync(join(path, segment));
    await left(['two']);
    const spool = await enter();
    expect(spool.status.state).toBe('ready');
    expect(await drained(spool)).toEqual(['two']);
    const unreadable = [{ name: segment, problem: expect.stringContaining('EISDIR') }];
    expect(spool.status.unreadable).toEqual(unreadable);
    expect((await inspectSpool(path, boxOf(ours))).unreadable).toEqual(unreadable);
    await put(spool, 'three');
    rmdirSync(join(path, segment));
    writeFileSync(join(path, segment), bytes);
    await spool.tend();
    expect(spool.status.unreadable).toEqual([]);
    expect(await drained(spool)).toEqual(['one', 'three']);
  });

  it('keeps nothing back for a file of its own that cannot be read meanwhile', async () => {
    const spool = await enter({ maxBytes: 1e9 });
    await put(spool, 'one');
    const [segment = ''] = files('.spool');
    renameSync(join(path, segment), join(path, 'moved'));
    mkdirSync(join(path, segment));
    expect(await drained(spool)).toEqual([]);
    expect(spool.status.unreadable).toMatchObject([{ name: segment }]);
    await put(spool, 'two');
    expect(await drained(spool)).toEqual(['two']);
    rmdirSync(join(path, segment));
    renameSync(join(path, 'moved'), join(path, segment));
    await spool.tend();
    expect(await drained(spool)).toEqual(['one']);
    expect(spool.status.unreadable).toEqual([]);
  });

  it('names a file that a person has renamed or copied', async () => {
    const spool = await enter();
    writeFileSync(join(path, 'copy of one.spool'), '');
    await spool.tend();
    expect(spool.status).toMatchObject({
      state: 'ready',
      unreadable: [{ name: 'copy of one.spool', problem: expect.stringContaining('name') }],
    });
  });

  it('leaves what another key encrypted, names that key, and takes it once the key is back', async () => {
    const theirs = randomBytes(32);
    const { segment } = await left(['foreign'], { box: boxOf(theirs) });
    await left(['ours']);
    const spool = await enter();
    expect(await drained(spool)).toEqual(['ours']);
    expect(await inspectSpool(path, boxOf(ours))).toMatchObject({
      records: 0,
      foreign: [{ name: segment }],
    });
    expect(await inspectSpool(path, boxOf(theirs))).toMatchObject({ records: 1, foreign: [] });
    expect(spool.status.foreign).toEqual([
      { name: segment, keyId: readFileSync(join(path, segment)).toString('hex', 12, 16) },
    ]);
    expect(existsSync(join(path, segment))).toBe(true);
    expect(await drained(await enter({ box: boxOf(ours, theirs) }))).toEqual(['foreign']);
  });
});

const deadPid = (): number => spawnSync('true').pid;

function startOf(pid: number): string {
  if (!existsSync(`/proc/${pid}/stat`)) return '';
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
}
