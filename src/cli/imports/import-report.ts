import { writeFileSync } from 'node:fs';
import { codeOf } from '../../platform/config/start-problem.js';
import { writeCsv } from '../../platform/text/write-csv.js';
import type { CommandCall } from '../frame/command-call.js';
import { CliProblem } from '../terminal/cli-problem.js';
import { terminalSafe } from '../terminal/terminal-safe.js';
import type { LineFault } from './customer-lines.js';
import type { ImportCounts } from './import-state.js';

/** Bad lines that are shown; `--report` has all of them. */
const MOST_SHOWN = 20;

interface ReportOptions {
  readonly dryRun?: boolean;
  readonly report?: string;
}

/** The figures on stdout, bad lines on stderr (with `--json` in the figures) and in the file of `--report`. */
export function reportImport(
  { output, options }: CommandCall<ReportOptions>,
  counts: ImportCounts,
  faults: readonly LineFault[],
): void {
  const { dryRun = false, report } = options;
  if (report !== undefined) writeReport(report, faults);
  if (!output.isJson) showFaults(output, faults, report);
  const { created, updated, unchanged } = counts;
  const failed = faults.length;
  const would = dryRun ? 'would be ' : '';
  output.result({ dryRun, created, updated, unchanged, failed, badLines: faults }, [
    `${created} ${would}created, ${updated} ${would}updated, ${unchanged} unchanged, ${failed} bad ${failed === 1 ? 'line' : 'lines'}`,
  ]);
}

function showFaults(
  output: CommandCall['output'],
  faults: readonly LineFault[],
  report: string | undefined,
): void {
  for (const { line, reason, code } of faults.slice(0, MOST_SHOWN))
    output.progress(`line ${line}: ${terminalSafe(reason)} (${code})`);
  const more = faults.length - MOST_SHOWN;
  if (more > 0)
    output.progress(`and ${more} more${report === undefined ? ': --report <file> lists all' : ''}`);
}

function writeReport(file: string, faults: readonly LineFault[]): void {
  const rows = faults.map(({ line, code, reason }) => [line, code, reason]);
  try {
    writeFileSync(file, writeCsv([['line', 'code', 'reason'], ...rows]), { mode: 0o600 });
  } catch (error) {
    throw new CliProblem(`${file} cannot be written (${codeOf(error)}).`, {
      next: 'The import itself is done. Name a file that you may write.',
    });
  }
}
