import type { Command } from 'commander';
import { eventLine } from '../feed/event-line.js';
import { follow, latest, placeOfNow, readTypes, typeOf } from '../feed/feed.js';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { wholeNumber } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';

interface TailOptions {
  readonly types?: string;
  readonly last: number;
  readonly follow: boolean;
}

export const events: BuildCommand = (command) => {
  command.description('the events of the partner');
  buildTail(command.command('tail'));
};

function buildTail(command: Command): void {
  command
    .description('show the latest events, and then each one as it happens')
    .option('--types <types>', 'only these, comma-separated')
    .option('--last <count>', 'how many of the latest to show first', wholeNumber(0, 1_000), 10)
    .option('--no-follow', 'end after the latest ones')
    .addHelpText(
      'after',
      examples(
        'events tail',
        'events tail --types CUSTOMER_CHECKIN,WELLHUB_CHECKIN_VALIDATED',
        'events tail --last 100 --no-follow --json | jq .payload[0].type',
      ),
    )
    .action(action<TailOptions>(tail));
}

async function tail(call: CommandCall<TailOptions>): Promise<void> {
  const { options, output } = call;
  const gatehouse = await call.partner();
  const types = await readTypes(gatehouse, options.types);
  // First of all: what happens while the latest ones are read comes in both.
  const place = await placeOfNow(gatehouse);
  const shown = await latest(gatehouse, types, options.last);
  for (const event of shown) output.line(event, eventLine(event, output));
  if (!options.follow) return;
  const known = new Set(shown.map(({ uuid }) => uuid));
  for await (const { items } of follow(call, place))
    for (const event of items) {
      const isWanted = types.length === 0 || types.includes(typeOf(event));
      if (isWanted && !known.has(event.uuid)) output.line(event, eventLine(event, output));
    }
}
