import type { ClientBase } from 'pg';
import type { EncryptedColumn, EncryptionPurpose } from '../crypto/purposes.js';
import { BOX_ID_BYTES } from '../crypto/secret-box.js';

/** How many boxes of a column begin alike: they are of one key. */
export interface BoxCount {
  /** `table.column` */
  readonly column: string;
  readonly boxId: Buffer;
  readonly count: number;
}

export const qualifiedName = ({ table, column }: EncryptedColumn): string => `${table}.${column}`;

/** @param only leaves out all others; reads every row either way */
export async function countBoxes(
  client: ClientBase,
  purposes: readonly EncryptionPurpose[],
  only?: readonly Buffer[],
): Promise<BoxCount[]> {
  const counts: BoxCount[] = [];
  for (const column of purposes.flatMap(({ columns }) => columns)) {
    const begin = `substring(${column.column} from 1 for ${BOX_ID_BYTES})`;
    const { rows } = await client.query<{ boxId: Buffer; count: number }>(
      `select ${begin} as "boxId", count(*)::int as count from ${column.table}
        where ${column.column} is not null and ($1::bytea[] is null or ${begin} = any($1)) group by 1`,
      [only ?? null],
    );
    counts.push(...rows.map((row) => ({ column: qualifiedName(column), ...row })));
  }
  return counts;
}

/** `wellhub_connections.access_token 3, mails.sealed 12` */
export function summary(counts: readonly BoxCount[]): string {
  const byColumn = new Map<string, number>();
  for (const { column, count } of counts) byColumn.set(column, (byColumn.get(column) ?? 0) + count);
  return [...byColumn].map(([column, count]) => `${column} ${count}`).join(', ');
}

export const total = (counts: readonly BoxCount[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
