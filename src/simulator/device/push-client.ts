import { randomUUID } from 'node:crypto';
import { readCommand, type PushCommand } from '../device-answers/command-answer.js';
import { isJsonObject } from '../device-answers/json-shape.js';
import type { DeviceExchange } from '../device-wire/exchange-log.js';
import { jsonRequest } from '../device-wire/wire-request.js';
import type { DeviceParts } from './device-parts.js';

/** Carries out one call of the device's API. @throws with a message for the server */
export type CommandRunner = (endpoint: string, body: PushCommand['body']) => object;

const TIMEOUT_MS = 4_000;

export interface PolledCommand {
  readonly uuid: string;
  readonly command: PushCommand;
  readonly result: object;
}

/** Fetches commands from the server and reports their results; one poll at a time. */
export class PushClient {
  private polls = 0;
  private polledAt: Date | undefined;
  private open: Promise<PolledCommand | undefined> | undefined;

  constructor(
    private readonly parts: DeviceParts,
    private readonly run: CommandRunner,
  ) {}

  view(): { readonly polls: number; readonly lastPollAt: Date | undefined } {
    return { polls: this.polls, lastPollAt: this.polledAt };
  }

  /** @returns the command that was carried out; undefined: there was none */
  poll(): Promise<PolledCommand | undefined> {
    this.open ??= this.fetch().finally(() => (this.open = undefined));
    return this.open;
  }

  private async fetch(): Promise<PolledCommand | undefined> {
    const uuid = randomUUID();
    this.polls += 1;
    this.polledAt = new Date();
    const request = { method: 'GET', path: `/push?${this.query(uuid)}` };
    const { answer } = await this.parts.line.send({ kind: 'push', ...this.where(), request });
    const command = answer?.status === 200 ? readCommand(answer.body.toString('utf8')) : undefined;
    if (command === undefined) return undefined;
    const result = this.resultOf(command);
    const { answer: taken, isAnswerLost } = await this.sendResult(uuid, result);
    if (taken?.status === 200 && !isAnswerLost) this.markFetched(result);
    return { uuid, command, result };
  }

  private resultOf({ endpoint, body }: PushCommand): { response?: object; error?: string } {
    try {
      return { response: this.run(endpoint.replace(/\.fcgi$/, ''), body) };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  }

  /** Logs that the server has fetched need no notification. */
  private markFetched({ response }: { response?: unknown }): void {
    const fetched = isJsonObject(response) ? response['access_logs'] : undefined;
    if (!Array.isArray(fetched)) return;
    this.parts.logs.markSent(fetched.filter(isJsonObject).map(({ id }) => String(id)));
  }

  private async sendResult(uuid: string, result: object): Promise<DeviceExchange> {
    const request = jsonRequest(`/result?${this.query(uuid)}`, result);
    return (await this.parts.line.send({ kind: 'result', ...this.where(), request })).exchange;
  }

  private where() {
    const { pushAddress, address } = this.parts.settings;
    return { address: pushAddress ?? address, timeoutMs: TIMEOUT_MS };
  }

  private query(uuid: string): URLSearchParams {
    return new URLSearchParams({ deviceId: this.parts.settings.deviceId, uuid });
  }
}
