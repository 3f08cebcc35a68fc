import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fromRoot } from '../config/from-root.js';

/** One forward file and its exact inverse: `NNNN-name.up.sql`, `NNNN-name.down.sql`. */
export interface Migration {
  readonly name: string;
  readonly up: string;
  readonly down: string;
}

const FOLDER = fromRoot('migrations');
const OUTSIDE = '-- outside a transaction';

export function readMigrations(folder = FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.up.sql'))
    .sort()
    .map((file) => {
      const name = file.replace('.up.sql', '');
      const read = (suffix: string) => readFileSync(join(folder, `${name}.${suffix}.sql`), 'utf8');
      return { name, up: read('up'), down: read('down') };
    });
}

/** Marked by the first line of the file: its statements are not allowed in a transaction. */
export const isOutsideTransaction = (sql: string): boolean => sql.startsWith(OUTSIDE);

/** Several statements sent at once would be a transaction again. */
export const statementsOf = (sql: string): string[] =>
  sql
    .replaceAll(/^--.*$/gm, '')
    .split(/;\s*$/m)
    .map((statement) => statement.trim())
    .filter((statement) => statement !== '');
