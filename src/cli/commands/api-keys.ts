import type { Command } from 'commander';
import type { BuildCommand, CommandCall } from '../frame/command-call.js';
import { listed, pastOrGivenMoment, wholeNumber } from '../frame/option-values.js';
import { action, examples } from '../frame/run-command.js';
import { keepProfile, readProfiles } from '../profiles/profile-file.js';
import { keyOf } from '../service/own-key.js';
import { wrongUse } from '../terminal/cli-problem.js';
import type { Output } from '../terminal/output.js';

interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly scopes: readonly string[];
  readonly state: string;
  readonly gymId: number | null;
  readonly expiresAt: string | null;
  readonly lastUsedAt: string | null;
  readonly key?: string;
}

interface CreateOptions {
  readonly name: string;
  readonly scope: readonly string[];
  readonly gym?: number;
  readonly expires?: Date;
}

const LIST = '/admin/v1/partners/{partnerId}/api-keys';
const ONE = '/admin/v1/api-keys/{id}';
const WEEK = 604_800;

export const apiKeys: BuildCommand = (command) => {
  command.description('the API keys of the partner');
  command.command('list').description('list them; no key itself').action(action(list));
  buildCreate(command.command('create'));
  buildRotate(command.command('rotate'));
  command
    .command('revoke')
    .description('end a key at once')
    .argument('<id>', 'of api-keys list')
    .action(action(revoke));
  command.addHelpText('after', examples('api-keys list', 'api-keys create --help'));
};

function buildCreate(command: Command): void {
  command
    .description('make a key; it is shown this once and never again')
    .requiredOption('--name <name>', 'what people call it')
    .requiredOption('--scope <scope...>', 'what it may do, one or several', listed)
    .option('--gym <id>', 'for one gym only', wholeNumber(1, Number.MAX_SAFE_INTEGER))
    .option('--expires <moment>', 'when it ends: 2027-01-31', pastOrGivenMoment)
    .addHelpText(
      'after',
      examples(
        'api-keys create --name "Member app" --scope CUSTOMER_READ --scope CHECKIN_READ',
        'api-keys create --name CI --scope WEBHOOK_READ --expires 2027-01-31 --json | jq -r .key',
      ),
    )
    .action(action<CreateOptions>(create));
}

function buildRotate(command: Command): void {
  command
    .description(
      'replace a key by a new one, without an id the one of the profile, which then has the new one',
    )
    .argument('[id]', 'of api-keys list')
    .option('--grace <seconds>', 'how long the old one still works', wholeNumber(0, WEEK), 0)
    .addHelpText('after', examples('api-keys rotate', 'api-keys rotate <id> --grace 3600'))
    .action(action<{ grace: number }>(rotate));
}

async function list(call: CommandCall): Promise<void> {
  const gatehouse = await call.partner();
  const keys = await gatehouse.list<ApiKey>(LIST).toArray();
  call.output.table(keys, {
    columns: ['id', 'name', 'prefix', 'state', 'scopes', 'expires', 'last used'],
    rows: keys.map(({ id, name, prefix, state, scopes, expiresAt, lastUsedAt }) => [
      id,
      name,
      `${prefix}…`,
      state,
      scopes.join(' '),
      expiresAt ?? 'never',
      lastUsedAt ?? 'never',
    ]),
    empty: 'There are no keys yet: gatehouse api-keys create.',
  });
}

async function create(call: CommandCall<CreateOptions>): Promise<void> {
  const { name, scope, gym: gymId, expires: expiresAt } = call.options;
  const scopes = scope.map((word) => word.toUpperCase());
  const gatehouse = await call.partner();
  const body = { name, scopes, gymId, expiresAt };
  showOnce(await gatehouse.post<ApiKey>(LIST, { body }), call.output);
}

async function rotate(call: CommandCall<{ grace: number }>): Promise<void> {
  const { grace: graceSeconds, profile } = call.options;
  const gatehouse = call.gatehouse();
  const own = await keyOf(gatehouse);
  const id = call.args[0] ?? own.id;
  const path = { id };
  const made = await gatehouse.post<ApiKey>(`${ONE}/rotate`, { path, body: { graceSeconds } });
  showOnce(made, call.output);
  const { name } = call.connection;
  const kept = readProfiles().get(name);
  if (id !== own.id || made.key === undefined) return;
  if (kept === undefined || (profile === undefined && kept.apiKey !== call.connection.apiKey))
    return call.output.progress('It was the key of this call: put the new one in its place.');
  keepProfile(name, { ...kept, apiKey: made.key });
  call.output.progress(`The profile "${name}" has the new key.`);
}

async function revoke(call: CommandCall): Promise<void> {
  const [id = ''] = call.args;
  const gatehouse = call.gatehouse();
  const own = await keyOf(gatehouse);
  if (own.id === id)
    throw wrongUse(
      'That is the key of the profile itself: it would end what revokes it.',
      'Log in with another key first, or replace it: gatehouse api-keys rotate.',
    );
  await gatehouse.delete(ONE, { path: { id } });
  call.output.result({ revoked: id }, `Revoked ${id}.`);
}

function showOnce(made: ApiKey, output: Output): void {
  output.result(made, made.key ?? made.id);
  output.progress(`${made.name} (${made.id}): keep the key now, it is never shown again.`);
}
