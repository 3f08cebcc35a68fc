import { wrongUse } from '../terminal/cli-problem.js';
import {
  columnNamed,
  IMPORT_COLUMNS,
  isShownOnly,
  type CustomerColumn,
} from './customer-columns.js';

/** What each column of a file is; undefined: it is passed over. */
export type ColumnMap = readonly (CustomerColumn | undefined)[];

/** What `--map` says, by the name in the file; null: passed over. */
export type NamedColumns = ReadonlyMap<string, CustomerColumn | null>;

/** `--map "Member no=number"`; without a field the column is passed over. @throws CliProblem */
export function readMapping(options: readonly string[]): NamedColumns {
  const named = new Map<string, CustomerColumn | null>();
  for (const option of options) {
    const at = option.lastIndexOf('=');
    const [name, field] = [option.slice(0, at).trim(), option.slice(at + 1).trim()];
    const column = field === '' ? null : columnNamed(field);
    if (at <= 0 || column === undefined)
      throw wrongUse(`--map does not take "${option}".`, `Write --map "Column=field". ${fields()}`);
    named.set(name.toLowerCase(), column);
  }
  return named;
}

const fields = () => `Fields: ${IMPORT_COLUMNS.map(({ name }) => name).join(', ')}.`;

/** @throws CliProblem for a column that is nothing known, or for two that are the same */
export function customerColumnsOf(header: readonly string[], named: NamedColumns): ColumnMap {
  const unknown = [...named.keys()].filter((name) => !header.some((one) => isNamed(one, name)));
  if (unknown.length > 0)
    throw wrongUse(`The file has no column "${unknown[0]}".`, `It has: ${header.join(', ')}.`);
  const strange = header.filter((name) => isStrange(name, named));
  if (strange.length > 0)
    throw wrongUse(
      `The file has columns that are no fields of a customer: ${strange.join(', ')}.`,
      `Map each of them: --map "${strange[0]}=number", or --map "${strange[0]}=" to pass it over. ${fields()}`,
    );
  const columns = header.map((name) => columnOf(name, named) ?? undefined);
  const twice = columns.find((column, at) => column && columns.indexOf(column) < at);
  if (twice)
    throw wrongUse(
      `Two columns of the file are the field ${twice.name}.`,
      'Pass one of them over: --map "Column=".',
    );
  return columns;
}

const isNamed = (header: string, name: string) => header.trim().toLowerCase() === name;

function columnOf(header: string, named: NamedColumns): CustomerColumn | null | undefined {
  const said = named.get(header.trim().toLowerCase());
  return said === undefined ? columnNamed(header) : said;
}

const isStrange = (header: string, named: NamedColumns) =>
  header.trim() !== '' && columnOf(header, named) === undefined && !isShownOnly(header);
