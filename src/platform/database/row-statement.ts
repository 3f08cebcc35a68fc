import type { QueryResultRow } from 'pg';
import type { Database, Queries, Statement } from './database.js';

/** The fields of a row with their PostgreSQL types, in the order of the parameters. */
type Fields = Record<string, string>;

export type RowOf<F extends Fields> = { readonly [name in keyof F]: unknown };

/**
 * A statement over rows that requests bring: in one form for a row that is alone and in another for many. A batch of
 * one costs nearly a third more, because the planner knows nothing of an array's length.
 */
export class RowStatement<F extends Fields> {
  private readonly names: readonly (keyof F & string)[];
  private readonly one: Statement;
  private readonly many: Statement;

  /**
   * @param text the statement around a `select` of the rows. Values that all rows share follow the fields: the first
   * is `$<number of fields + 1>`.
   */
  constructor(name: string, fields: F, text: (rows: string, isAlone: boolean) => string) {
    const names = Object.keys(fields);
    this.names = names;
    const types = Object.values(fields);
    const alone = names.map((field, no) => `$${no + 1}::${types[no]} as ${field}`);
    const arrays = types.map((type, no) => `$${no + 1}::${type}[]`);
    const unnested = `select * from unnest(${arrays.join(', ')}) as given(${names.join(', ')})`;
    this.one = { name, text: text(`select ${alone.join(', ')}`, true) };
    this.many = { name: `${name}-many`, text: text(unnested, false) };
  }

  /** One round trip. At least one row. */
  run<R extends QueryResultRow>(
    queries: Queries,
    rows: readonly RowOf<F>[],
    shared: readonly unknown[] = [],
  ): Promise<R[]> {
    return queries.query<R>(this.formFor(rows), [...this.valuesOf(rows), ...shared]);
  }

  /** The same by itself, with rows that are made of `items` when it is sent: they say how long ago something was. */
  runOf<T, R extends QueryResultRow>(
    db: Database,
    items: readonly T[],
    rowsOf: (items: readonly T[]) => readonly RowOf<F>[],
  ): Promise<R[]> {
    return db.query<R>(this.formFor(items), () => this.valuesOf(rowsOf(items)));
  }

  private formFor(rows: readonly unknown[]): Statement {
    return rows.length === 1 ? this.one : this.many;
  }

  private valuesOf(rows: readonly RowOf<F>[]): unknown[] {
    const [alone] = rows;
    return alone && rows.length === 1
      ? this.names.map((name) => alone[name])
      : this.names.map((name) => rows.map((row) => row[name]));
  }
}
