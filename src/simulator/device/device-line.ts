import { checkAnswer } from '../device-answers/check-answer.js';
import { callServer, type DeviceAnswer } from '../device-wire/device-call.js';
import {
  ExchangeLog,
  exchangeOf,
  type DeviceExchange,
  type ExchangeKind,
} from '../device-wire/exchange-log.js';
import type { WireRequest } from '../device-wire/wire-request.js';
import { InvalidInput } from '../http/input.js';

export const LINE_STATES = ['up', 'down', 'drop-answers', 'slow'] as const;
export type LineState = (typeof LINE_STATES)[number];

export interface LineSetting {
  readonly state: LineState;
  /** How long each answer is held while it is `slow`. */
  readonly slowMs: number;
}

export interface LineRequest {
  readonly kind: ExchangeKind;
  /** Undefined: the device has no server yet. */
  readonly address: string | undefined;
  readonly request: WireRequest;
  readonly timeoutMs: number;
}

export interface Sent {
  readonly exchange: DeviceExchange;
  /** What reached the device; undefined for a failed try. */
  readonly answer: DeviceAnswer | undefined;
}

/** The gym's network between the device and the server: everything passes here, is checked and is kept. */
export class DeviceLine {
  private setting: LineSetting = { state: 'up', slowMs: 0 };

  constructor(private readonly log: ExchangeLog) {}

  get(): LineSetting {
    return this.setting;
  }

  set(setting: LineSetting): void {
    this.setting = setting;
  }

  async send({ kind, address, request, timeoutMs }: LineRequest): Promise<Sent> {
    if (address === undefined)
      throw new InvalidInput('No address is set: PUT /control/device first');
    const { state, slowMs } = this.setting;
    const call =
      state === 'down'
        ? { error: 'network' as const, milliseconds: 0 }
        : await callServer(address, request, timeoutMs);
    const wait = state === 'slow' && call.answer !== undefined ? slowMs : 0;
    const isLate = call.milliseconds + wait > timeoutMs;
    await sleep(isLate ? timeoutMs - call.milliseconds : wait);
    const isAnswerLost = call.answer !== undefined && (state === 'drop-answers' || isLate);
    const violations = call.answer === undefined ? [] : checkAnswer(kind, request, call.answer);
    const exchange = exchangeOf({ kind, request, call, violations, isAnswerLost });
    if (!isIdlePoll(exchange)) this.log.add(exchange);
    return { exchange, answer: isAnswerLost ? undefined : call.answer };
  }
}

/** A device fetches commands every few seconds; nothing to do would fill the log. */
const isIdlePoll = ({ kind, answer, violations }: DeviceExchange): boolean =>
  kind === 'push' && violations.length === 0 && (answer === undefined || answer.body === '');

const sleep = (ms: number): Promise<void> =>
  ms <= 0 ? Promise.resolve() : new Promise((resolve) => setTimeout(resolve, ms).unref());
