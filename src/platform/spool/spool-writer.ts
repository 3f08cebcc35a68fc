import type { Segment, SpoolFolder } from './spool-folder.js';
import { SegmentFile } from './segment-file.js';

/** Small enough that a whole file is read at once. */
const SEGMENT_BYTES = 8 * 2 ** 20;

/** A file that is complete: nothing is added to it any more. */
export interface WrittenSegment {
  readonly segment: Segment;
  readonly records: number;
  readonly bytes: number;
}

interface Waiting {
  readonly frame: Buffer;
  resolve(): void;
  reject(error: unknown): void;
}

interface Open extends WrittenSegment {
  readonly file: SegmentFile;
  records: number;
}

/**
 * Appends what arrives together with one write and one fsync. A file with a failed write is left as it is, and the next
 * append begins another: after a failed fsync the content of its pages is unknown.
 */
export class SpoolWriter {
  private queue: Waiting[] = [];
  private current: Open | undefined;
  private writing: Promise<void> | undefined;

  /** @param onWritten called with every file that is complete and holds records */
  constructor(
    private readonly folder: SpoolFolder,
    private readonly onWritten: (written: WrittenSegment) => void,
  ) {}

  get records(): number {
    return this.current?.records ?? 0;
  }

  get bytes(): number {
    return this.current?.file.size ?? 0;
  }

  get segment(): Segment | undefined {
    return this.current?.segment;
  }

  /** Resolves once the frame is durable. */
  append(frame: Buffer): Promise<void> {
    return new Promise((resolve, reject) => {
      this.queue.push({ frame, resolve, reject });
      this.start();
    });
  }

  /** Completes the present file: what comes later goes to another one. */
  async complete(): Promise<void> {
    while (this.writing) await this.writing;
    const ended = this.current;
    this.current = undefined;
    if (ended) await this.end(ended);
  }

  /** An append that arrives while the last round ends begins the next one. */
  private start(): void {
    this.writing ??= this.writeAll().finally(() => {
      this.writing = undefined;
      if (this.queue.length > 0) this.start();
    });
  }

  private async writeAll(): Promise<void> {
    while (this.queue.length > 0) {
      const together = this.queue.splice(0);
      try {
        await this.write(together);
        for (const { resolve } of together) resolve();
      } catch (error) {
        for (const { reject } of together) reject(error);
        const failed = this.current;
        this.current = undefined;
        if (failed) await this.end(failed).catch(() => undefined);
      }
    }
  }

  private async write(together: readonly Waiting[]): Promise<void> {
    const open = (this.current ??= await this.open());
    await open.file.append(Buffer.concat(together.map(({ frame }) => frame)));
    open.records += together.length;
    if (open.file.size < SEGMENT_BYTES) return;
    this.current = undefined;
    await this.end(open);
  }

  private async open(): Promise<Open> {
    const segment = this.folder.newSegment();
    const file = await SegmentFile.create(this.folder.at(segment.name));
    return { segment, file, records: 0, bytes: 0 };
  }

  private async end({ segment, file, records }: Open): Promise<void> {
    if (records > 0) this.onWritten({ segment, records, bytes: file.size });
    await file.close();
  }
}
