import { Logger } from '@nestjs/common';
import type { SecretBox } from '../crypto/secret-box.js';
import { uuidv7 } from '../crypto/uuid.js';
import { forgetMark, markOf, type OwnerMark } from './owner.js';
import { frame } from './record-format.js';
import {
  SpoolBacklog,
  type ForeignSegment,
  type TakeRecords,
  type UnreadableFile,
} from './spool-backlog.js';
import { SpoolFolder } from './spool-folder.js';
import { SpoolWriter } from './spool-writer.js';

export type { TakeRecords } from './spool-backlog.js';

export type SpoolRefusal = 'off' | 'full' | 'unusable';

/** Not stored; the caller must not acknowledge it. */
export class SpoolRefused extends Error {
  override readonly name = 'SpoolRefused';

  constructor(
    readonly reason: SpoolRefusal,
    options?: ErrorOptions,
  ) {
    super(`the spool is ${reason}`, options);
  }
}

export interface SpoolOptions {
  readonly path: string;
  readonly maxBytes: number;
  readonly box: SecretBox;
}

export interface SpoolStatus {
  readonly state: 'ready' | 'full' | 'unusable';
  /** Why it cannot be used. */
  readonly problem?: string;
  readonly waiting: number;
  readonly bytes: number;
  readonly maxBytes: number;
  readonly oldestAt?: string;
  /** Files with records that could not be read or handled; a person must decide about them. */
  readonly aside: readonly string[];
  readonly foreign: readonly ForeignSegment[];
  readonly unreadable: readonly UnreadableFile[];
}

/**
 * Encrypted records on this machine's disk, for what must not be lost while its own storage is away: durable when
 * `append` resolves, handled in order by `drain`, kept until then. Of several processes on one folder each writes files
 * of its own, and takes over those of a dead one.
 */
export class Spool {
  private readonly logger = new Logger('spool');
  private readonly mark: OwnerMark = markOf(uuidv7());
  private readonly folder: SpoolFolder;
  private readonly backlog: SpoolBacklog;
  private readonly writer: SpoolWriter;
  private appending = 0;
  private aside: readonly string[] = [];
  private problem: string | undefined;
  private isFull = false;

  constructor(private readonly options: SpoolOptions) {
    this.folder = new SpoolFolder(options.path, this.mark);
    this.backlog = new SpoolBacklog(this.folder, options.box);
    this.writer = new SpoolWriter(this.folder, (written) => this.backlog.add(written));
  }

  /** Enters the folder or renews its sign of life there, and takes over the files of dead processes. Never rejects. */
  async tend(): Promise<void> {
    try {
      await this.folder.enter();
      await this.backlog.adopt();
      this.aside = await this.folder.aside();
      if (this.problem !== undefined) await this.folder.proveRoom();
      this.problem = undefined;
    } catch (error) {
      this.complain(error);
    }
  }

  /** Resolves once the record survives a crash. @throws SpoolRefused */
  async append(clear: Buffer): Promise<void> {
    const record = frame(this.options.box.seal(clear));
    this.isFull = this.bytes + this.appending + record.length > this.options.maxBytes;
    if (this.isFull) throw new SpoolRefused('full');
    this.appending += record.length;
    try {
      await this.writer.append(record);
      this.problem = undefined;
    } catch (error) {
      this.complain(error);
      throw new SpoolRefused('unusable', { cause: error });
    } finally {
      this.appending -= record.length;
    }
  }

  /**
   * Passes the waiting records to `take`, in order. When `take` throws, the rest stays. @returns how many were taken
   */
  async drain(take: TakeRecords): Promise<number> {
    if (this.waiting === 0) return 0;
    await this.writer.complete();
    const taken = await this.backlog.drain(take);
    this.aside = await this.folder.aside();
    this.isFull = false;
    return taken;
  }

  get waiting(): number {
    return this.backlog.records + this.writer.records;
  }

  get files(): number {
    return this.backlog.files + Number(this.writer.records > 0);
  }

  get status(): SpoolStatus {
    const oldest = this.backlog.oldest ?? this.writer.segment;
    const { problem, waiting, bytes, aside } = this;
    return {
      state: problem !== undefined ? 'unusable' : this.isFull ? 'full' : 'ready',
      ...(problem !== undefined && { problem }),
      waiting,
      bytes,
      maxBytes: this.options.maxBytes,
      ...(oldest && waiting > 0 && { oldestAt: timeOf(oldest.order) }),
      aside,
      foreign: this.backlog.foreign,
      unreadable: this.backlog.unreadable,
    };
  }

  /** What still waits stays for the next process. */
  async close(): Promise<void> {
    await this.writer.complete().catch((error: unknown) => this.complain(error));
    forgetMark(this.mark);
    await this.folder.leave();
  }

  private get bytes(): number {
    return this.backlog.bytes + this.writer.bytes;
  }

  private complain(error: unknown): void {
    const problem = (error as Error).message;
    if (problem !== this.problem)
      this.logger.error({ msg: 'the spool cannot be used', path: this.options.path, err: error });
    this.problem = problem;
  }
}

/** A UUIDv7 begins with its milliseconds. */
const timeOf = (order: string): string =>
  new Date(Number.parseInt(order.replaceAll('-', '').slice(0, 12), 16)).toISOString();
