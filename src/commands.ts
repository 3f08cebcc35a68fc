import {
  CLIENT_COMMANDS,
  runClientCommand,
  runCompletion,
  type CommandWords,
} from './cli/index.js';

/** What a command does. It resolves with its exit code; with none the process lives on. */
type Run = (args: readonly string[], program: string) => Promise<number | void>;

/** One word of `gatehouse`. What it needs is loaded when it is called. */
export interface Command {
  readonly summary: string;
  readonly run: Run;
  /** Of the service itself, and set up by its variables: not of those who use it. */
  readonly isOfService: boolean;
}

/** A command of the service: set up by variables, with words that it reads itself. */
interface ServiceCommand {
  readonly summary: string;
  readonly usage: string;
  /** For completion. */
  readonly words?: readonly string[];
  readonly load: () => Promise<Run>;
}

const HELP_WORDS = new Set(['help', '--help', '-h']);
export const isHelpWord = (word: string): boolean => HELP_WORDS.has(word);

const secretsKey = async () => (await import('./keys-command.js')).keysCommand;
const SECRETS_KEY_WORDS = ['status', 'reseal', 'forget'];
const API_KEY_WORDS = ['create', 'list', 'rotate', 'revoke'];

const SERVICE_COMMANDS: Readonly<Record<string, ServiceCommand>> = {
  serve: {
    summary: 'serve requests and do background work; the same without a word',
    usage: 'serve',
    load: async () => (await import('./serve-command.js')).serveCommand,
  },
  migrate: {
    summary: 'apply migrations that are pending, or take some back',
    usage: 'migrate [up | down [count] [--destroy]]',
    words: ['up', 'down', '--destroy'],
    load: async () => (await import('./migrate-command.js')).migrateCommand,
  },
  'secrets-key': {
    summary: 'the steps of a change of SECRETS_KEY (docs/keys.md)',
    usage: 'secrets-key [status | reseal | forget <id>]',
    words: SECRETS_KEY_WORDS,
    load: secretsKey,
  },
  keys: {
    summary: 'secrets-key (status, reseal, forget) and api-keys (the other words) in one',
    usage: `keys [status | reseal | forget <id>]\ngatehouse keys ${API_KEY_WORDS.join(' | ')} …`,
    words: [...SECRETS_KEY_WORDS, ...API_KEY_WORDS],
    load: secretsKey,
  },
  doctor: {
    summary: 'say what a start would find, what waits, and what to do about it; reads only',
    usage: 'doctor [--json]',
    words: ['--json'],
    load: async () => (await import('./doctor-command.js')).doctorCommand,
  },
  staff: {
    summary: 'invite the first person of a partner, or of the operator',
    usage:
      'staff invite (--partner <slug or id> --role <role> | --operator) --email <address> [--language <language>]',
    words: ['invite', '--partner', '--role', '--operator', '--email', '--language'],
    load: async () => (await import('./staff-command.js')).staffCommand,
  },
};

/** One word, two things: the words of API keys lead to `api-keys`. */
const isOfApiKeys = (name: string, [word = '']: readonly string[]) =>
  name === 'keys' && API_KEY_WORDS.includes(word);

const ofService = (name: string, { summary, usage, load }: ServiceCommand): Command => ({
  summary,
  isOfService: true,
  run: async (args, program) => {
    if (isOfApiKeys(name, args)) return runClientCommand('api-keys', args);
    if (!args.some(isHelpWord)) return (await load())(args, program);
    process.stdout.write(`gatehouse ${usage}\n\n  ${summary}\n`);
    return 0;
  },
});

const completionWords = (): CommandWords[] =>
  Object.entries(SERVICE_COMMANDS).map(([name, { summary, words = [] }]) => ({
    name,
    summary,
    words: [...words, '--help'],
  }));

const completion: Command = {
  summary: 'what makes bash or zsh complete the commands and their options',
  isOfService: false,
  run: (args) => runCompletion(args, completionWords()),
};

/** Every word of `gatehouse`, in the order of its help. */
export const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ...Object.entries(SERVICE_COMMANDS).map(
    ([name, command]) => [name, ofService(name, command)] as const,
  ),
  ...Object.entries(CLIENT_COMMANDS).map(
    ([name, { summary }]) =>
      [
        name,
        { summary, isOfService: false, run: (args) => runClientCommand(name, args) } as Command,
      ] as const,
  ),
  ['completion', completion] as const,
]);

/** False for the commands that need neither the variables of a service nor `.env`. */
export const isOfService = (word = 'serve'): boolean => COMMANDS.get(word)?.isOfService ?? false;
