import { mkdir, open, readdir, readFile, rename, stat, unlink, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { uuidv7 } from '../crypto/uuid.js';
import { isGone, parseMark, type OwnerMark } from './owner.js';

const SEGMENT = /^([\w-]{36})\.([\w-]{36})\.spool$/;
/** More than the largest record. */
const ROOM_BYTES = 128 * 2 ** 10;
/** What is wrong with a file that a person has renamed or copied: its name does not say whose it is. */
export const MISNAMED = 'its name is not one that a spool gives';
const OWNER = /^([\w-]{36})\.owner$/;

/** A file of records: its place in the order of all of them, and whose it is. */
export interface Segment {
  readonly name: string;
  readonly order: string;
  readonly owner: string;
}

/**
 * The files of one folder: `<order>.<owner>.spool` holds records of one owner, `<owner>.owner` describes that owner,
 * `….aside` was set aside for people. Several processes may share the folder; a file changes its owner by its name
 * only.
 */
export class SpoolFolder {
  constructor(
    readonly path: string,
    private readonly mark: OwnerMark,
  ) {}

  /** Proves that the folder can be written. Renews the sign of life when it exists already. */
  async enter(): Promise<void> {
    await mkdir(this.path, { recursive: true, mode: 0o700 });
    const path = this.at(`${this.mark.id}.owner`);
    const now = new Date();
    const isThere = await utimes(path, now, now).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    const file = await open(path, 'w', 0o600);
    try {
      await file.writeFile(JSON.stringify(this.mark));
      await file.sync();
    } finally {
      await file.close();
    }
  }

  /** Renaming works on a full disk too, so it does not prove room for records. */
  async proveRoom(): Promise<void> {
    const name = `${this.mark.id}.room`;
    const file = await open(this.at(name), 'w', 0o600);
    try {
      await file.writeFile(Buffer.alloc(ROOM_BYTES));
      await file.datasync();
    } finally {
      await file.close();
      await this.remove(name);
    }
  }

  async leave(): Promise<void> {
    await this.remove(`${this.mark.id}.owner`);
  }

  at(name: string): string {
    return join(this.path, name);
  }

  newSegment(): Segment {
    return segmentOf(uuidv7(), this.mark.id);
  }

  /** See `MISNAMED`. */
  async misnamed(): Promise<string[]> {
    const names = (await readdir(this.path)).filter((name) => name.endsWith('.spool'));
    return names.filter((name) => !SEGMENT.test(name)).sort();
  }

  /** In their order. */
  async segments(): Promise<Segment[]> {
    const names = (await readdir(this.path)).sort();
    return names.flatMap((name) => {
      const [, order, owner] = SEGMENT.exec(name) ?? [];
      return order && owner ? [{ name, order, owner }] : [];
    });
  }

  async aside(): Promise<string[]> {
    return (await readdir(this.path)).filter((name) => name.endsWith('.aside')).sort();
  }

  /** Owners that still live, us among them. */
  async livingOwners(): Promise<ReadonlySet<string>> {
    const living = new Set([this.mark.id]);
    for (const name of await readdir(this.path)) {
      const id = OWNER.exec(name)?.[1];
      if (id && !(await this.isDead(name))) living.add(id);
    }
    return living;
  }

  /** Owners that are gone and have no file left. */
  async removeDead(living: ReadonlySet<string>): Promise<void> {
    const inUse = new Set((await this.segments()).map(({ owner }) => owner));
    for (const name of await readdir(this.path)) {
      const id = OWNER.exec(name)?.[1];
      if (id && !living.has(id) && !inUse.has(id) && (await this.isDead(name)))
        await this.remove(name);
    }
  }

  /** @returns undefined when another process was faster */
  async take(segment: Segment): Promise<Segment | undefined> {
    const ours = segmentOf(segment.order, this.mark.id);
    return rename(this.at(segment.name), this.at(ours.name)).then(
      () => ours,
      () => undefined,
    );
  }

  /** @returns undefined when another process has taken it */
  async read({ name }: Segment): Promise<Buffer | undefined> {
    try {
      return await readFile(this.at(name));
    } catch (error) {
      if ((error as { code?: string }).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  async setAside({ name }: Segment): Promise<void> {
    await rename(this.at(name), this.at(`${name}.aside`));
  }

  async remove(name: string): Promise<void> {
    await unlink(this.at(name)).catch(() => undefined);
  }

  private async isDead(name: string): Promise<boolean> {
    try {
      const text = await readFile(this.at(name), 'utf8');
      const { mtimeMs } = await stat(this.at(name));
      return isGone(parseMark(text), Date.now() - mtimeMs);
    } catch {
      return true;
    }
  }
}

const segmentOf = (order: string, owner: string): Segment => ({
  name: `${order}.${owner}.spool`,
  order,
  owner,
});
