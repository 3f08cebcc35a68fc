import { Option, type Command } from 'commander';
import { TABLE_FORMATS } from './row-writer.js';

/** `--format` and `--output` of an export. */
export const formatOption = (command: Command): Command =>
  command
    .addOption(
      new Option('--format <format>', 'of each row; --json means ndjson')
        .choices([...TABLE_FORMATS])
        .default('csv'),
    )
    .option('-o, --output <file>', 'save the rows there and print none');
