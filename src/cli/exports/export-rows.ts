import type { PagedList } from '@gatehouse/client';
import type { CommandCall } from '../frame/command-call.js';
import { RowWriter, type TableFormat } from '../tables/row-writer.js';

export interface FormatOptions {
  readonly format: TableFormat;
  readonly output?: string;
}

interface Table<T> {
  readonly columns: readonly string[];
  /** None, or one. */
  readonly rowsOf: (item: T) => { readonly value: object; readonly cells: readonly unknown[] }[];
}

/** Writes a list page by page as it comes. */
export async function exportRows<T>(
  call: CommandCall<FormatOptions>,
  list: PagedList<T>,
  { columns, rowsOf }: Table<T>,
): Promise<void> {
  const { output: file, format } = call.options;
  const target = { file, format: call.output.isJson ? ('ndjson' as const) : format, columns };
  const bar = call.output.bar('Exporting');
  let writer: RowWriter | undefined;
  let count = 0;
  try {
    for await (const { items } of list.pages()) {
      // Not before the service has answered: what it refuses leaves no file.
      writer ??= await RowWriter.open(target);
      const rows = items.flatMap(rowsOf);
      await writer.write(rows);
      bar.show((count += rows.length));
    }
  } catch (error) {
    bar.end();
    if (writer) call.output.progress(`Stopped after ${count} rows: what is written is not all.`);
    throw error;
  } finally {
    bar.end();
    await writer?.end();
  }
  call.output.progress(`${count} rows${file === undefined ? '' : ` in ${file}`}.`);
}
