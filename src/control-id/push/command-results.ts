import { Injectable } from '@nestjs/common';
import type { ReceivedCall } from '../calls/device-route.js';
import type { CommandKind } from './command.js';

/** Reads what a device answered to a command that went well. */
export type ResultReader = (call: ReceivedCall) => Promise<void>;

/** Who reads the results of which commands; others are only noted. */
@Injectable()
export class CommandResults {
  private readonly readers = new Map<CommandKind, ResultReader>();

  /** For `onModuleInit`. */
  readBy(kind: CommandKind, reader: ResultReader): void {
    this.readers.set(kind, reader);
  }

  async read(kind: CommandKind, call: ReceivedCall): Promise<void> {
    await this.readers.get(kind)?.(call);
  }
}
