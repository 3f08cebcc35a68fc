import type { CommandCall } from '../frame/command-call.js';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';
import { readTableFile } from '../tables/table-file.js';
import { readMapping } from './column-mapping.js';
import { customerLines, type CustomerLines } from './customer-lines.js';
import { reportImport } from './import-report.js';
import { freshState, ImportStateFile, type ImportState } from './import-state.js';
import { sendBatches } from './send-batches.js';
import { wrongUse } from '../terminal/cli-problem.js';

export interface ImportOptions {
  readonly map?: readonly string[];
  readonly dryRun?: boolean;
  readonly resume?: boolean;
  readonly report?: string;
}

/** `gatehouse customers import <file>` */
export async function importCustomers(call: CommandCall<ImportOptions>): Promise<ExitCode> {
  const [file = ''] = call.args;
  const { dryRun = false, map = [] } = call.options;
  const table = readTableFile(file);
  const read = customerLines(table, readMapping(map));
  const gatehouse = await call.partner();
  const states = new ImportStateFile(file, `${gatehouse.baseUrl} ${gatehouse.partnerId}`);
  const hash = `${table.hash} ${[...map].toSorted().join('\n')}`;
  const from = beginning(call, states.read(), { hash, file });
  const bar = call.output.bar(dryRun ? 'Checking' : 'Importing');
  const total = read.lines.length;
  let state = from;
  const onDone = (after: ImportState) => {
    state = after;
    if (!dryRun) states.write(after);
    bar.show(read.lines.filter(({ line }) => line <= after.doneUpTo).length, total);
  };
  try {
    if (!dryRun) states.write(from);
    await sendBatches(read.lines, from, { gatehouse, dryRun, onDone });
  } catch (error) {
    bar.end();
    if (!dryRun) explainStop(call, state, { file, read });
    throw error;
  }
  bar.end();
  if (!dryRun) states.remove();
  return finish(call, read, state);
}

/** @throws CliProblem when the file is not the one that was begun with */
function beginning(
  { options, output }: CommandCall<ImportOptions>,
  earlier: ImportState | undefined,
  { hash, file }: { readonly hash: string; readonly file: string },
): ImportState {
  if (options.dryRun) return freshState(hash);
  if (!options.resume) {
    if (earlier && earlier.doneUpTo > 0)
      output.progress(
        `An earlier import of ${file} stopped after line ${earlier.doneUpTo}: this one begins anew, and changes nothing twice.`,
      );
    return freshState(hash);
  }
  if (!earlier) {
    output.progress('No import of this file has stopped half way: it begins at the first line.');
    return freshState(hash);
  }
  if (earlier.hash !== hash)
    throw wrongUse(
      `${file} or its --map has changed since the import stopped after line ${earlier.doneUpTo}.`,
      'Import it anew, without --resume: what is there already is changed only where the file differs.',
    );
  output.progress(`Going on after line ${earlier.doneUpTo}.`);
  return earlier;
}

function explainStop(
  { output }: CommandCall<ImportOptions>,
  { doneUpTo, counts }: ImportState,
  { file, read }: { readonly file: string; readonly read: CustomerLines },
): void {
  const last = read.lines.at(-1)?.line ?? 0;
  const { created, updated, unchanged } = counts;
  output.progress(
    `Stopped after line ${doneUpTo} of ${last}: ${created} created, ${updated} updated, ${unchanged} unchanged. ` +
      `Go on there with: gatehouse customers import '${file}' --resume`,
  );
}

function finish(
  call: CommandCall<ImportOptions>,
  read: CustomerLines,
  state: ImportState,
): ExitCode {
  const faults = [...read.faults, ...state.faults].toSorted((a, b) => a.line - b.line);
  reportImport(call, state.counts, faults);
  if (faults.length === 0) return EXIT.done;
  const { created, updated, unchanged } = state.counts;
  return created + updated + unchanged > 0 ? EXIT.partlyDone : EXIT.failed;
}
