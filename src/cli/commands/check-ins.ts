import { exportCheckIns, type CheckInOptions } from '../exports/export-check-ins.js';
import type { BuildCommand } from '../frame/command-call.js';
import { pastOrGivenMoment, wholeNumber } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';
import { formatOption } from '../tables/format-option.js';

export const checkIns: BuildCommand = (command) => {
  command.description('take check-ins out');
  const each = command.command('export').description('write the check-ins of a gym, newest first');
  formatOption(each)
    .requiredOption('--gym <id>', 'of gyms', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--from <moment>', 'the first moment: 2026-10-01T00:00:00Z, or 30d', pastOrGivenMoment)
    .option('--to <moment>', 'the moment at which it ends', pastOrGivenMoment)
    .option('--day <date>', 'only a day at the gym: 2026-10-03')
    .option('--state <state>', 'only PENDING, VALIDATED, REJECTED … ones')
    .addHelpText(
      'after',
      examples(
        'check-ins export --gym 1 --from 30d -o check-ins.csv',
        'check-ins export --gym 1 --day 2026-10-03 --state VALIDATED --format ndjson',
      ),
    )
    .action(action<CheckInOptions>(exportCheckIns));
};
