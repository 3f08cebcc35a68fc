import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeOf } from '../../platform/config/start-problem.js';
import { parseCsv, type CsvRow } from '../../platform/text/parse-csv.js';
import { decodeTable } from '../../platform/text/table-text.js';
import { CliProblem, wrongUse } from '../terminal/cli-problem.js';
import { EXIT } from '../terminal/exit-codes.js';

export interface JsonLine {
  readonly line: number;
  /** Undefined: it is no JSON. */
  readonly value: unknown;
}

interface CsvFile {
  readonly kind: 'csv';
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
}

interface JsonFile {
  readonly kind: 'ndjson';
  readonly rows: readonly JsonLine[];
}

/** A file of rows, and what tells it from one with other bytes. */
export type TableFile = (CsvFile | JsonFile) & { readonly hash: string };

const JSON_NAME = /\.(ndjson|jsonl)$/i;

/** @throws CliProblem */
export function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new CliProblem(`${path} cannot be read (${codeOf(error)}).`, {
      exitCode: EXIT.wrongUse,
      code: 'file',
      next: 'Name a file that is there and that you may read.',
    });
  }
}

/** CSV as spreadsheets write it, or a JSON object per line. @throws CliProblem */
export function readTableFile(path: string): TableFile {
  const bytes = readBytes(path);
  const hash = createHash('sha256').update(bytes).digest('hex');
  if (bytes.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004')
    throw wrongUse(`${path} is an Excel file.`, 'Save it as CSV (UTF-8), and import that.');
  const { text } = decodeTable(bytes);
  const isJson = JSON_NAME.test(path) || /^\uFEFF?\s*\{/.test(text);
  return isJson ? { ...jsonLines(text), hash } : { ...csvRows(path, text), hash };
}

function csvRows(path: string, text: string): CsvFile {
  const [first, ...rows] = parseCsv(text);
  if (!first?.cells)
    throw wrongUse(`${path} has no first row with the names of its columns.`, EXAMPLE);
  return { kind: 'csv', header: first.cells, rows };
}

const EXAMPLE = 'A file begins like this: number,firstName,lastName,email';

function jsonLines(text: string): JsonFile {
  const rows = text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line, index) => ({ line: index + 1, text: line.trim() }))
    .filter((row) => row.text !== '')
    .map((row) => ({ line: row.line, value: parsed(row.text) }));
  return { kind: 'ndjson', rows };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
