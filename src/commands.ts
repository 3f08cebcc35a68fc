/** What a command does. It resolves with its exit code; with none the process lives on. */
type Run = (args: readonly string[], program: string) => Promise<number | void>;

/** One word of `gatehouse`. What it needs is loaded when it is said. */
export interface Command {
  readonly summary: string;
  readonly usage: string;
  readonly load: () => Promise<Run>;
}

export const COMMANDS: ReadonlyMap<string, Command> = new Map(
  Object.entries({
    serve: {
      summary: 'serve requests and do background work; the same without a word',
      usage: 'serve',
      load: async () => (await import('./serve-command.js')).serveCommand,
    },
    migrate: {
      summary: 'apply migrations that are pending, or take some back',
      usage: 'migrate [up | down [count] [--destroy]]',
      load: async () => (await import('./migrate-command.js')).migrateCommand,
    },
    keys: {
      summary: 'the steps of a change of SECRETS_KEY (docs/keys.md)',
      usage: 'keys [status | reseal | forget <id>]',
      load: async () => (await import('./keys-command.js')).keysCommand,
    },
    doctor: {
      summary: 'say what a start would find, what waits, and what to do about it; reads only',
      usage: 'doctor [--json]',
      load: async () => (await import('./doctor-command.js')).doctorCommand,
    },
    staff: {
      summary: 'invite the first person of a partner, or of the operator',
      usage:
        'staff invite (--partner <slug or id> --role <role> | --operator) --email <address> [--language <language>]',
      load: async () => (await import('./staff-command.js')).staffCommand,
    },
  }),
);
