import { Logger } from '@nestjs/common';
import type { SecretBox } from '../crypto/secret-box.js';
import { readSegment, type ReadSegment } from './segment-reader.js';
import { MISNAMED, type Segment, type SpoolFolder } from './spool-folder.js';
import type { WrittenSegment } from './spool-writer.js';

/** Handles records in their order. @returns for each whether it is handled; one that is not is set aside for people */
export type TakeRecords = (records: readonly Buffer[]) => Promise<readonly boolean[]>;

/** A file that none of our keys decrypts. */
export interface ForeignSegment {
  readonly name: string;
  readonly keyId: string;
}

/** A file that cannot be read, and why. */
export interface UnreadableFile {
  readonly name: string;
  readonly problem: string;
}

interface Waiting extends WrittenSegment {
  /** Records of it that were taken already. */
  taken: number;
  isDamaged: boolean;
}

const TOGETHER = 64;

/** The complete files that wait to be drained: ours, and those that we took over from dead processes. */
export class SpoolBacklog {
  private readonly logger = new Logger('spool');
  private waiting: Waiting[] = [];
  private others: ForeignSegment[] = [];
  private readonly failed = new Map<string, string>();

  constructor(
    private readonly folder: SpoolFolder,
    private readonly box: SecretBox,
  ) {}

  get records(): number {
    return this.waiting.reduce((sum, { records, taken }) => sum + records - taken, 0);
  }

  get files(): number {
    return this.waiting.length;
  }

  get bytes(): number {
    return this.waiting.reduce((sum, { bytes }) => sum + bytes, 0);
  }

  get oldest(): Segment | undefined {
    return this.waiting[0]?.segment;
  }

  get foreign(): readonly ForeignSegment[] {
    return this.others;
  }

  get unreadable(): readonly UnreadableFile[] {
    return [...this.failed].map(([name, problem]) => ({ name, problem }));
  }

  add(written: WrittenSegment): void {
    const all = [...this.waiting, { ...written, taken: 0, isDamaged: false }];
    this.waiting = all.sort((a, b) => (a.segment.order < b.segment.order ? -1 : 1));
  }

  /**
   * Takes over the files of dead processes; files that none of our keys decrypts stay as they are, and are reported.
   */
  async adopt(): Promise<void> {
    const living = await this.folder.livingOwners();
    const segments = await this.folder.segments();
    await this.nameMisnamed(segments);
    const foreign: ForeignSegment[] = [];
    for (const segment of segments) {
      if (living.has(segment.owner) && !this.failed.has(segment.name)) continue;
      const known = this.others.find(({ name }) => name === segment.name);
      if (known) foreign.push(known);
      const left = known ? undefined : await this.read(segment);
      if (left?.foreignKey !== undefined)
        foreign.push({ name: segment.name, keyId: left.foreignKey });
      else if (left) await this.takeOver(segment);
    }
    this.nameForeign(foreign);
    await this.folder.removeDead(living);
  }

  /**
   * Passes the waiting records to `take`, in order. When `take` throws, the rest stays. @returns how many were taken
   */
  async drain(take: TakeRecords): Promise<number> {
    let taken = 0;
    for (const waiting of this.waiting) taken += await this.drainOne(waiting, take);
    return taken;
  }

  private async takeOver(left: Segment): Promise<void> {
    const segment = await this.folder.take(left);
    const found = segment && (await this.read(segment));
    if (!found) return;
    const { records, bytes } = found;
    this.add({ segment, records: records.length, bytes });
    this.logger.warn({ msg: 'took over what a dead process left', records: records.length });
  }

  private async nameMisnamed(segments: readonly Segment[]): Promise<void> {
    const misnamed = await this.folder.misnamed();
    const names = new Set([...misnamed, ...segments.map(({ name }) => name)]);
    for (const name of this.failed.keys()) if (!names.has(name)) this.failed.delete(name);
    for (const name of misnamed) this.fail(name, MISNAMED);
  }

  private fail(name: string, problem: string): void {
    if (!this.failed.has(name))
      this.logger.error({ msg: 'a file of the spool cannot be read', name, problem });
    this.failed.set(name, problem);
  }

  private nameForeign(foreign: readonly ForeignSegment[]): void {
    for (const { name, keyId } of foreign)
      if (!this.others.some((known) => known.name === name))
        this.logger.error({ msg: 'a spool of another SECRETS_KEY was left alone', name, keyId });
    this.others = [...foreign];
  }

  /** @returns undefined when another process has taken it, or it cannot be read: that is no reason to keep the others back */
  private async read(segment: Segment): Promise<ReadSegment | undefined> {
    try {
      const file = await this.folder.read(segment);
      this.failed.delete(segment.name);
      return file && readSegment(file, this.box);
    } catch (error) {
      this.fail(segment.name, (error as Error).message);
      return undefined;
    }
  }

  private async drainOne(waiting: Waiting, take: TakeRecords): Promise<number> {
    const found = await this.read(waiting.segment);
    const records = found?.records ?? [];
    const before = waiting.taken;
    while (waiting.taken < records.length) {
      const together = records.slice(waiting.taken, waiting.taken + TOGETHER);
      const done = await take(together);
      waiting.isDamaged ||= done.includes(false);
      waiting.taken += together.length;
    }
    if (found) await this.finish(waiting, found);
    this.waiting = this.waiting.filter((one) => one !== waiting);
    return waiting.taken - before;
  }

  private async finish({ segment, isDamaged }: Waiting, found: ReadSegment): Promise<void> {
    const { damaged, torn } = found;
    if (torn > 0) this.logger.warn({ msg: 'the last write of a spool was cut', bytes: torn });
    if (damaged === 0 && !isDamaged) return this.folder.remove(segment.name);
    await this.folder.setAside(segment);
    this.logger.error({ msg: 'records were set aside', name: segment.name, damaged });
  }
}
