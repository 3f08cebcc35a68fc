import type { Source, Violations } from './house-rules.js';

/** The tables that have partitions, each with the column that chooses one. */
export const partitionKeys = (migrations: readonly Source[]): Map<string, string> =>
  new Map(
    migrations.flatMap(({ text }) =>
      [
        ...text
          .replaceAll(/--.*$/gm, '')
          .matchAll(/\bcreate table (\w+) \([^;]*?\) partition by range \((\w+)\)/g),
      ].map(([, table = '', key = '']) => [table, key] as const),
    ),
  );

/** What is known before the statement runs: a parameter, a moment, a literal. */
const KNOWN = String.raw`(?:\s|\(?\$\d|now\(|statement_timestamp\(|clock_timestamp\(|'|\$\{)`;
const CHANGES_OR_LOCKS = /\b(?:update \w+ |delete from |for (?:no key )?update|for (?:key )?share)/;

/**
 * PostgreSQL 18.4 crashes when a statement chooses partitions while it runs and rechecks a row that another transaction
 * has changed meanwhile (ADR 0045). So what changes or locks rows compares the column that chooses partitions with
 * known values only. The outermost select is free to: no recheck reaches it.
 */
export function choosesPartitionsBeforehand(
  sources: readonly Source[],
  keys: ReadonlyMap<string, string>,
): Violations {
  const tables = new RegExp(`\\b(?:from|join|update|into) (${[...keys.keys()].join('|')})\\b`, 'g');
  return sources.flatMap(({ path, text }) =>
    [...text.matchAll(/`([^`]*)`/g)]
      .map(([, statement = '']) => statement)
      .filter((statement) => CHANGES_OR_LOCKS.test(statement))
      .flatMap((statement) =>
        [...new Set([...statement.matchAll(tables)].map(([, table = '']) => table))]
          .filter((table) => comparesKey(recheckable(statement), keys.get(table) ?? ''))
          .map((table) => `${path}: compares ${keys.get(table)} of ${table} with another row`),
      ),
  );
}

const comparesKey = (statement: string, key: string): boolean =>
  [
    String.raw`\b${key}\s*(?:[<>]=?|=|\bbetween\b)\s*(?!${KNOWN})`,
    String.raw`[\w.]+\s*(?:[<>]=?|=)\s*(?:\w+\.)?${key}\b`,
    String.raw`\([^()]*\b${key}\b[^()]*\)\s+in\s*\(`,
    String.raw`\b${key}\s+(?:in|=\s*any)\s*\(\s*(?:array\s*\()?\s*select`,
  ].some((pattern) => new RegExp(pattern).test(statement));

/** All but the outermost select of a statement with common table expressions, unless that locks rows itself. */
function recheckable(statement: string): string {
  if (!/^\s*with\b/.test(statement)) return statement;
  const outermost = outermostAt(statement);
  const rest = statement.slice(outermost);
  return rest.startsWith('select') && !CHANGES_OR_LOCKS.test(rest)
    ? statement.slice(0, outermost)
    : statement;
}

/** Where the statement begins that follows the common table expressions. */
function outermostAt(statement: string): number {
  let depth = 0;
  for (const { 0: found, index } of statement.matchAll(
    /[()]|\b(?:select|insert|update|delete)\b/g,
  )) {
    if (found === '(') depth += 1;
    else if (found === ')') depth -= 1;
    else if (depth === 0) return index;
  }
  return 0;
}
