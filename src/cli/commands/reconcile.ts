import type { BuildCommand } from '../frame/command-call.js';
import { wholeNumber } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';
import { reconcileFile, type ReconcileOptions } from '../reconciliation/reconcile-file.js';

const column = wholeNumber(1, 500);

export const compareReport: BuildCommand = (command) => {
  command
    .description("compare a report of Wellhub's portal with what was validated here")
    .argument('<file>', 'CSV or Excel, as the portal gives it')
    .requiredOption('--gym <id>', 'of gyms', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .requiredOption('--month <month>', '2026-10')
    .option('--from <date>', 'the first day, when only a part of the month counts')
    .option('--to <date>', 'the last day, included')
    .option('--id-column <number>', 'where the Wellhub id stands, counted from 1', column)
    .option('--date-column <number>', 'where the date stands, counted from 1', column)
    .option('--date-order <order>', 'what comes first in 03/10/2026: DAY_FIRST or MONTH_FIRST')
    .option('--preview', 'show which columns are taken for what, and compare nothing')
    .addHelpText(
      'after',
      examples(
        'reconcile report.csv --gym 1 --month 2026-10',
        'reconcile report.xlsx --gym 1 --month 2026-10 --preview',
        'reconcile report.csv --gym 1 --month 2026-10 --id-column 3 --date-column 1 --json',
      ),
    )
    .action(action<ReconcileOptions>(reconcileFile));
};
