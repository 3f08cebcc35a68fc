import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { MaybePromise } from '../../platform/deadline/maybe-promise.js';
import { POLL, REPORT, type CallAnswer, type ReceivedCall } from '../calls/device-route.js';
import { DeviceRoutes } from '../calls/device-routes.js';
import { CommandResults } from './command-results.js';
import { Commands } from './commands.js';
import { CommandsRepository } from './commands.repository.js';
import { WaitingCommands } from './waiting-commands.js';

const LONGEST_UUID = 64;
const LONGEST_ERROR = 200;

/** Calls 5: the device fetches a command, and tells what came of it (`control-id.md` 10). */
@Injectable()
export class PushCalls implements OnModuleInit {
  constructor(
    private readonly routes: DeviceRoutes,
    private readonly rows: CommandsRepository,
    private readonly commands: Commands,
    private readonly results: CommandResults,
    private readonly waiting: WaitingCommands,
  ) {}

  onModuleInit(): void {
    this.routes.add(
      { ...POLL, path: 'push', answer: (call) => this.handOut(call) },
      { ...REPORT, path: 'result', answer: (call) => this.end(call) },
    );
  }

  private handOut({ device, message }: ReceivedCall): MaybePromise<CallAnswer> {
    return this.waiting.next(device, uuidOf(message.fields));
  }

  private async end(call: ReceivedCall): Promise<undefined> {
    const { device, message } = call;
    const error = errorIn(call);
    const state = error === undefined ? 'DONE' : 'FAILED';
    const result = { uuid: uuidOf(message.fields), state, error: error ?? null } as const;
    const kind = await this.rows.end(device, result);
    if (kind === undefined) return;
    if (error === undefined) await this.results.read(kind, call);
    if (kind !== 'SETTINGS') return;
    if (error === undefined) await this.commands.reportSuccess(device);
    else await this.commands.reportFailure(device, error);
  }
}

const uuidOf = (fields: ReadonlyMap<string, string>): string | null =>
  fields.get('uuid')?.trim().slice(0, LONGEST_UUID) ?? null;

/** It may name the address that it cannot reach. */
const withoutSecret = (text: string): string => text.replaceAll(/\/cid\/\w+/gi, '/cid/***');

/** What went wrong, as far as it may be shown; any other text is a result. */
function errorIn({ message: { json } }: ReceivedCall): string | undefined {
  const error = json?.['error'];
  if (error === undefined || error === null || error === '') return undefined;
  const text = typeof error === 'string' ? error : JSON.stringify(error);
  return withoutSecret(text.replaceAll(/[^ -~]+/g, ' ')).slice(0, LONGEST_ERROR);
}
