import type { CommandCall } from '../frame/command-call.js';
import { readBytes } from '../tables/table-file.js';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';
import {
  comparisonLines,
  previewLines,
  type FoundDifferences,
  type Preview,
} from './comparison-lines.js';

export interface ReconcileOptions {
  readonly gym: number;
  readonly month: string;
  readonly from?: string;
  readonly to?: string;
  readonly idColumn?: number;
  readonly dateColumn?: number;
  readonly dateOrder?: string;
  readonly preview?: boolean;
}

const COMPARE = '/admin/v1/gyms/{gymId}/reconciliation';
const CSV = 'text/csv';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const typeOf = (file: Buffer) => (file.subarray(0, 2).toString('latin1') === 'PK' ? XLSX : CSV);

/** `gatehouse reconcile <file>`: 4 when both sides differ. */
export async function reconcileFile(call: CommandCall<ReconcileOptions>): Promise<ExitCode> {
  const { gym, month, from, to, idColumn, dateColumn, dateOrder, preview } = call.options;
  const file = readBytes(call.args[0] ?? '');
  const gatehouse = await call.partner();
  const columns = { gympassIdColumn: idColumn, dateColumn, dateOrder: dateOrder?.toUpperCase() };
  const sent = { path: { gymId: gym }, body: file, headers: { 'Content-Type': typeOf(file) } };
  if (preview) {
    const seen = await gatehouse.post<Preview>(`${COMPARE}/preview`, { ...sent, query: columns });
    call.output.result(seen, previewLines(seen));
    return EXIT.done;
  }
  const query = { month, from, to, ...columns };
  const found = await gatehouse.post<FoundDifferences>(COMPARE, { ...sent, query });
  call.output.result(found, comparisonLines(found));
  const { onlyOurs, onlyWellhub, badRows } = found;
  return onlyOurs.length + onlyWellhub.length + badRows.length > 0 ? EXIT.partlyDone : EXIT.done;
}
