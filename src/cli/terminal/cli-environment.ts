import { homedir } from 'node:os';
import { join } from 'node:path';

/** What the command line reads of the environment; what a service is set up with, `environment.ts` reads. */
export interface CliEnvironment {
  /** Where profiles are kept. */
  readonly configFolder: string;
  readonly profile: string | undefined;
  readonly url: string | undefined;
  readonly apiKey: string | undefined;
  /** The data folder of a sandbox. */
  readonly dataDir: string | undefined;
  /** Of the system that `conform` checks, so that they stand in no list of processes. */
  readonly conformKey: string | undefined;
  readonly conformSecret: string | undefined;
  readonly conformValidateToken: string | undefined;
  readonly noColour: string | undefined;
  readonly terminal: string | undefined;
}

const filled = (name: string): string | undefined => process.env[name]?.trim() || undefined;

export const cliEnvironment = (): CliEnvironment => ({
  configFolder: join(filled('XDG_CONFIG_HOME') ?? join(homedir(), '.config'), 'gatehouse'),
  profile: filled('GATEHOUSE_PROFILE'),
  url: filled('GATEHOUSE_URL'),
  apiKey: filled('GATEHOUSE_API_KEY'),
  dataDir: filled('DATA_DIR'),
  conformKey: filled('GATEHOUSE_CONFORM_KEY'),
  conformSecret: filled('GATEHOUSE_CONFORM_SECRET'),
  conformValidateToken: filled('GATEHOUSE_CONFORM_VALIDATE_TOKEN'),
  noColour: filled('NO_COLOR'),
  terminal: filled('TERM'),
});
