import type { BuildCommand } from './frame/command-call.js';
import type { CommandWords } from './frame/completion-words.js';

export type { CommandWords } from './frame/completion-words.js';

/** A command for the users of a service. What it needs is loaded when it is called. */
interface ClientCommand {
  readonly summary: string;
  readonly load: () => Promise<BuildCommand>;
}

/** The commands for integrators, in the order of the help. Each is a file of `commands/`, or of a folder of its own. */
export const CLIENT_COMMANDS: Readonly<Record<string, ClientCommand>> = {
  login: {
    summary: 'keep an API key and where it is good for; --sandbox finds the one on this machine',
    load: async () => (await import('./commands/login.js')).login,
  },
  logout: {
    summary: 'remove a profile from this machine',
    load: async () => (await import('./commands/logout.js')).logout,
  },
  whoami: {
    summary: 'which service, partner and scopes the profile has',
    load: async () => (await import('./commands/whoami.js')).whoami,
  },
  listen: {
    summary: 'post the events of the partner to an address of yours, as they happen and signed',
    load: async () => (await import('./commands/listen.js')).listen,
  },
  trigger: {
    summary: 'in a sandbox: play Wellhub and the door (register, checkin, scan, cancel …)',
    load: async () => (await import('./commands/trigger.js')).trigger,
  },
  replay: {
    summary: 'send events to a subscription again',
    load: async () => (await import('./commands/replay.js')).replay,
  },
  events: {
    summary: 'tail: show events as they happen',
    load: async () => (await import('./commands/events.js')).events,
  },
  'api-keys': {
    summary: 'list, create, rotate and revoke the API keys of the partner',
    load: async () => (await import('./commands/api-keys.js')).apiKeys,
  },
  customers: {
    summary: 'import and export: bring customers of other software in, and take them out',
    load: async () => (await import('./commands/customers.js')).customers,
  },
  'check-ins': {
    summary: 'export: the check-ins of a gym as CSV or NDJSON',
    load: async () => (await import('./commands/check-ins.js')).checkIns,
  },
  reconcile: {
    summary: "compare a report of Wellhub's portal with what was validated here",
    load: async () => (await import('./commands/reconcile.js')).compareReport,
  },
  conform: {
    summary: "play Wellhub against any partner's system, and report what it finds",
    load: async () => (await import('./commands/conform.js')).conform,
  },
  openapi: {
    summary: 'print or save the OpenAPI document',
    load: async () => (await import('./commands/openapi.js')).openapi,
  },
};

/** Runs one of them. @returns its exit code */
export async function runClientCommand(name: string, args: readonly string[]): Promise<number> {
  const { commandOf, runCommand } = await import('./frame/run-command.js');
  return runCommand(commandOf(name, await loaded(name)), args);
}

/** `gatehouse completion <shell>`. @param others what can be typed after the commands that are not of this room */
export async function runCompletion(
  args: readonly string[],
  others: readonly CommandWords[],
): Promise<number> {
  const [{ commandOf, runCommand }, { completion }] = await Promise.all([
    import('./frame/run-command.js'),
    import('./commands/completion.js'),
  ]);
  const names = Object.keys(CLIENT_COMMANDS);
  const own = await Promise.all(names.map(async (name) => commandOf(name, await loaded(name))));
  return runCommand(commandOf('completion', completion(own, others)), args);
}

/** Of several words the one that was probably meant. */
export async function nearestWord(
  word: string,
  words: readonly string[],
): Promise<string | undefined> {
  return (await import('./frame/nearest-word.js')).nearestOf(word, words);
}

async function loaded(name: string): Promise<BuildCommand> {
  const command = CLIENT_COMMANDS[name];
  if (!command) throw new Error(`there is no command ${name}`);
  return command.load();
}
