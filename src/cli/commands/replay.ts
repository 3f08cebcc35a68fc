import { isGatehouseError, type Gatehouse } from '@gatehouse/client';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { pastOrGivenMoment } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';
import { wrongUse } from '../terminal/cli-problem.js';
import { EXIT, type ExitCode } from '../terminal/exit-codes.js';
import { terminalSafe } from '../terminal/terminal-safe.js';

interface ReplayOptions {
  readonly from?: Date;
  readonly failed?: boolean;
  readonly delivery?: string;
}

interface Subscription {
  readonly id: string;
  readonly url: string;
  readonly state: string;
}

interface Delivery {
  readonly id: string;
  readonly state: string;
}

const SUBSCRIPTIONS = '/admin/v1/partners/{partnerId}/webhook-subscriptions';
const ONE = '/admin/v1/webhook-subscriptions/{id}';

export const replay: BuildCommand = (command) => {
  command
    .description(
      'send events to a subscription again: all since a moment, those that failed, or one delivery.\nWithout an id: the only subscription there is.',
    )
    .argument('[subscription]', 'its id')
    .option(
      '--from <moment>',
      'all events since then: 2026-01-31T12:00:00Z, or 30m, 2h, 3d ago',
      pastOrGivenMoment,
    )
    .option('--failed', 'the deliveries that have failed for good')
    .option('--delivery <id>', 'one delivery')
    .addHelpText(
      'after',
      examples('replay --from 2h', 'replay <subscription> --failed', 'replay --delivery <id>'),
    )
    .action(action<ReplayOptions>(replayEvents));
};

async function replayEvents(call: CommandCall<ReplayOptions>): Promise<ExitCode | void> {
  const { from, failed, delivery } = call.options;
  if ([from, failed, delivery].filter((given) => given !== undefined).length !== 1)
    throw wrongUse('Which events?', 'Name one of --from <moment>, --failed and --delivery <id>.');
  const gatehouse = await call.partner();
  if (delivery !== undefined) return replayOne(call, gatehouse, delivery);
  const subscription = await subscriptionOf(gatehouse, call.args[0]);
  if (from) return replayFrom(call, gatehouse, { subscription, from });
  return replayFailed(call, gatehouse, subscription);
}

async function replayOne({ output }: CommandCall, gatehouse: Gatehouse, id: string): Promise<void> {
  const made = await gatehouse.post<Delivery>('/admin/v1/deliveries/{id}/replay', { path: { id } });
  output.result(made, `Sent again, as the delivery ${made.id}.`);
}

async function replayFrom(
  { output }: CommandCall,
  gatehouse: Gatehouse,
  { subscription, from }: { readonly subscription: string; readonly from: Date },
): Promise<void> {
  const path = { id: subscription };
  const query = { from: from.toISOString() };
  const { until } = await gatehouse.post<{ until: string }>(`${ONE}/replay`, { path, query });
  output.result(
    { subscription, from, until },
    `Events from ${from.toISOString()} to ${until} are on their way again.`,
  );
}

/** One after the other: what was refused is named, and the next call does the rest. */
async function replayFailed(
  { output, signal }: CommandCall,
  gatehouse: Gatehouse,
  subscription: string,
): Promise<ExitCode> {
  const path = { id: subscription };
  const query = { state: 'FAILED', limit: 200 };
  const failed = await gatehouse.list<Delivery>(`${ONE}/deliveries`, { path, query }).toArray();
  const bar = output.bar('Replaying');
  const refused: { id: string; code: string }[] = [];
  for (const [index, { id }] of failed.entries()) {
    if (signal.aborted) break;
    bar.show(index, failed.length);
    await gatehouse
      .post('/admin/v1/deliveries/{id}/replay', { path: { id } })
      .catch((error: unknown) => {
        if (!isGatehouseError(error)) throw error;
        refused.push({ id, code: error.code });
      });
  }
  bar.end();
  const sent = failed.length - refused.length;
  output.result({ subscription, sent, refused }, [
    `${sent} of ${failed.length} failed deliveries were sent again.`,
    ...refused.map(({ id, code }) => `${id} was not: ${code}`),
  ]);
  return refused.length > 0 ? EXIT.partlyDone : EXIT.done;
}

async function subscriptionOf(gatehouse: Gatehouse, given: string | undefined): Promise<string> {
  if (given !== undefined) return given;
  const all = await gatehouse.list<Subscription>(SUBSCRIPTIONS).toArray();
  const [only, ...others] = all.filter(({ state }) => state === 'ACTIVE');
  if (only && others.length === 0) return only.id;
  if (!only) throw wrongUse('There is no active subscription.', 'Make one in the console.');
  const choice = [only, ...others].map(({ id, url }) => `  ${id}  ${terminalSafe(url)}`);
  throw wrongUse('Which subscription?', ['There are:', ...choice].join('\n'));
}
