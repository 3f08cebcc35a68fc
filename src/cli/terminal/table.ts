import { terminalSafe } from './terminal-safe.js';

export type Cell = string | number | boolean | null | undefined;

const textOf = (cell: Cell): string =>
  cell === null || cell === undefined || cell === '' ? '–' : terminalSafe(String(cell));

/** Columns as wide as what is in them; the last one ends where its text does. */
export function tableText(
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): readonly string[] {
  const lines = [columns, ...rows.map((row) => row.map(textOf))];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => (line[index] ?? '').length)),
  );
  return lines.map((line) =>
    line
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
