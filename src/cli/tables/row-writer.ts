import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { codeOf } from '../../platform/config/start-problem.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import { CliProblem } from '../terminal/cli-problem.js';

export const TABLE_FORMATS = ['csv', 'ndjson'] as const;
export type TableFormat = (typeof TABLE_FORMATS)[number];

export interface RowTarget {
  /** Undefined: stdout. */
  readonly file: string | undefined;
  readonly format: TableFormat;
  readonly columns: readonly string[];
}

/** Writes rows as they come, no faster than they are taken. */
export class RowWriter {
  private constructor(
    private readonly stream: NodeJS.WritableStream,
    private readonly target: RowTarget,
  ) {}

  /** @throws CliProblem for a file that cannot be written */
  static async open(target: RowTarget): Promise<RowWriter> {
    const writer = new RowWriter(await streamOf(target.file), target);
    if (target.format === 'csv') await writer.put(writeCsv([target.columns]));
    return writer;
  }

  /** @param cells of a CSV, in the order of its columns */
  async write(rows: readonly { readonly value: object; readonly cells: readonly unknown[] }[]) {
    const text =
      this.target.format === 'csv'
        ? writeCsv(rows.map(({ cells }) => cells))
        : rows.map(({ value }) => `${JSON.stringify(value)}\n`).join('');
    if (text !== '') await this.put(text);
  }

  async end(): Promise<void> {
    if (this.stream === process.stdout) return;
    this.stream.end();
    await once(this.stream, 'close');
  }

  private async put(text: string): Promise<void> {
    if (!this.stream.write(text)) await once(this.stream, 'drain');
  }
}

async function streamOf(file: string | undefined): Promise<NodeJS.WritableStream> {
  if (file === undefined) return process.stdout;
  const stream = createWriteStream(file, { mode: 0o600 });
  try {
    await once(stream, 'open');
  } catch (error) {
    throw new CliProblem(`${file} cannot be written (${codeOf(error)}).`, {
      next: 'Name a file in a folder that is there and that you may write.',
    });
  }
  return stream;
}
