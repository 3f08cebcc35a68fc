import { open, stat, unlink, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Another process has taken the file over: what was just written may never be read. */
export class SegmentTaken extends Error {
  override readonly name = 'SegmentTaken';
}

/** An append-only file with one writer. What `append` has answered survives a crash of process and machine. */
export class SegmentFile {
  private written = 0;

  private constructor(
    readonly path: string,
    private readonly file: FileHandle,
    private readonly inode: bigint,
  ) {}

  static async create(path: string): Promise<SegmentFile> {
    const file = await open(path, 'wx', 0o600);
    try {
      const { ino } = await file.stat({ bigint: true });
      await syncFolder(dirname(path));
      return new SegmentFile(path, file, ino);
    } catch (error) {
      await file.close();
      await unlink(path).catch(() => undefined);
      throw error;
    }
  }

  get size(): number {
    return this.written;
  }

  /**
   * Resolves when the data is on the disk and the file is still ours: a process that takes the file over renames it
   * first, so it either reads this data or makes this call fail. After a failure the file is to be closed: what its
   * pages hold is uncertain.
   */
  async append(data: Buffer): Promise<void> {
    try {
      await this.writeAll(data);
      await this.file.datasync();
    } catch (error) {
      await this.file.truncate(this.written).catch(() => undefined);
      throw error;
    }
    const found = await stat(this.path, { bigint: true }).catch(() => undefined);
    if (found?.ino !== this.inode) throw new SegmentTaken(`${this.path} was taken over`);
    this.written += data.length;
  }

  /** An empty one leaves nothing behind. */
  async close(): Promise<void> {
    await this.file.close();
    if (this.written === 0) await unlink(this.path).catch(() => undefined);
  }

  /** A disk that is nearly full takes a part and refuses the rest. */
  private async writeAll(data: Buffer): Promise<void> {
    for (let done = 0; done < data.length;) {
      const { bytesWritten } = await this.file.write(
        data,
        done,
        data.length - done,
        this.written + done,
      );
      done += bytesWritten;
    }
  }
}

/** A new name in a folder is durable once the folder is. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
