import type { Gatehouse } from '@gatehouse/client';
import type { Command } from 'commander';
import { connectionOf, withoutKey, type NamedProfile } from '../profiles/named-profile.js';
import { openGatehouse } from '../service/gatehouse.js';
import { keyOf } from '../service/own-key.js';
import { interrupted, wrongUse } from '../terminal/cli-problem.js';
import type { ExitCode } from '../terminal/exit-codes.js';
import { Output } from '../terminal/output.js';

/** What every command takes besides its own options. */
export interface CommonOptions {
  readonly json?: boolean;
  readonly profile?: string;
}

/** One call of a command: what it was given, and what it works with. */
export class CommandCall<Options extends object = object> {
  readonly output: Output;
  private used: NamedProfile | undefined;

  constructor(
    readonly args: readonly string[],
    readonly options: Options & CommonOptions,
    /** Aborted by the first Ctrl-C; the second one ends the process. */
    readonly signal: AbortSignal,
  ) {
    this.output = new Output(options.json === true);
  }

  /** The profile of the call. @throws CliProblem when there is none */
  get connection(): NamedProfile {
    return (this.used ??= connectionOf(this.options.profile));
  }

  /** Undefined: nothing was needed of a service yet. */
  get usedConnection(): NamedProfile | undefined {
    return this.used;
  }

  /** Another one than the options name. */
  use(connection: NamedProfile): Gatehouse {
    this.used = connection;
    return this.gatehouse();
  }

  /** The client of the profile. @throws CliProblem when there is none */
  gatehouse(): Gatehouse {
    return openGatehouse(this.connection, this.signal);
  }

  /** For what needs no credential: the service at this address, else that of the profile. @throws CliProblem when none is known */
  anybody(url: string | undefined): Gatehouse {
    return this.use(withoutKey(url, this.options.profile));
  }

  /** The same for what belongs to a partner: paths with `{partnerId}` mean the key's. @throws CliProblem for an operator's key */
  async partner(): Promise<Gatehouse> {
    if (this.connection.partnerId === undefined) {
      const { partner } = await keyOf(this.gatehouse());
      if (!partner)
        throw wrongUse(
          'The key of the operator belongs to no partner.',
          'Log in with a key of the partner: gatehouse login --profile <name>.',
        );
      this.used = { ...this.connection, partnerId: partner.id };
    }
    return this.gatehouse();
  }

  /** Between two steps of long work: nothing is begun after Ctrl-C. */
  stopIfInterrupted(): void {
    if (this.signal.aborted) throw interrupted();
  }
}

export type CommandWork<Options extends object> = (
  call: CommandCall<Options>,
) => Promise<ExitCode | void>;

/** Adds what a command takes to a fresh one: its description, arguments, options, examples and action. */
export type BuildCommand = (command: Command) => void;
