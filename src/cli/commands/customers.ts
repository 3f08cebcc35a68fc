import type { Command } from 'commander';
import { exportCustomers, type ExportOptions } from '../exports/export-customers.js';
import type { BuildCommand } from '../frame/command-call.js';
import { action, examples } from '../frame/run-command.js';
import { importCustomers, type ImportOptions } from '../imports/import-customers.js';
import { formatOption } from '../tables/format-option.js';

export const customers: BuildCommand = (command) => {
  command.description('bring customers of other software in, and take them out');
  buildImport(command.command('import'));
  buildExport(command.command('export'));
  command.addHelpText('after', examples('customers import members.csv --dry-run'));
};

const gathered = (text: string, before: readonly string[] = []): string[] => [...before, text];

function buildImport(command: Command): void {
  command
    .description('add and change customers by a file: CSV, or a JSON object per line')
    .argument('<file>', 'its first row names the columns: number, firstName, email …')
    .option('--map <column=field>', 'what a column is; "column=" passes it over', gathered)
    .option('--dry-run', 'let the service judge every line, and change nothing')
    .option('--resume', 'go on where the last import of this file stopped')
    .option('--report <file>', 'write every bad line, with its number and the reason, as CSV')
    .addHelpText(
      'after',
      examples(
        'customers import members.csv --dry-run',
        'customers import members.csv --map "Member no=number" --map "Notes="',
        'customers import members.csv --resume --report bad-lines.csv',
      ),
    )
    .action(action<ImportOptions>(importCustomers));
}

function buildExport(command: Command): void {
  formatOption(
    command.description('write every customer that the key sees, as an import takes them'),
  )
    .option('--status <status>', 'only PENDING, ACTIVE or DISABLED ones')
    .addHelpText(
      'after',
      examples('customers export -o members.csv', 'customers export --format ndjson | jq .email'),
    )
    .action(action<ExportOptions>(exportCustomers));
}
