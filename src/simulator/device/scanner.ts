import { randomUUID } from 'node:crypto';
import { GRANTED, readScanAnswer, type ScanAnswer } from '../device-answers/scan-answer.js';
import type { DeviceExchange } from '../device-wire/exchange-log.js';
import {
  readPresented,
  scanRequest,
  type Presented,
  type Reading,
} from '../device-wire/presented.js';
import type { WireRequest } from '../device-wire/wire-request.js';
import type { DeviceParts } from './device-parts.js';
import { decideAlone, NOT_IDENTIFIED, type DeviceDecision } from './local-decision.js';
import type { Monitor } from './monitor.js';

export interface PresentCommand extends Presented {
  /** Default: a new one; an empty text sends none. */
  readonly uuid?: string | undefined;
  /** How often the same request is sent at the same moment; default 1. */
  readonly copies?: number | undefined;
}

/** What became of one scan. */
export interface ScanOutcome {
  readonly at: Date;
  /** Whether the arm turns, or the relay opens. */
  readonly opens: boolean;
  /** `reader`: it could not read it, so nothing was sent. */
  readonly decidedBy: DeviceDecision['decidedBy'];
  readonly event: number;
  readonly message: string;
  readonly userName: string;
  readonly actions: ScanAnswer['actions'];
  readonly mode: 'ONLINE' | 'CONTINGENCY';
  readonly uuid: string | undefined;
  /** The last try; missing when nothing was sent. */
  readonly exchange?: DeviceExchange;
  /** Every try of every copy. */
  readonly exchanges: readonly DeviceExchange[];
  readonly violations: readonly string[];
}

interface Tries {
  readonly answer: ScanAnswer | undefined;
  readonly exchanges: readonly DeviceExchange[];
}

/** Reads, asks the server as often as it may, and decides alone where it must. */
export class Scanner {
  constructor(
    private readonly parts: DeviceParts,
    private readonly monitor: Monitor,
  ) {}

  async present(command: PresentCommand): Promise<ScanOutcome> {
    const { settings, modes } = this.parts;
    const reading = readPresented(command, settings);
    const uuid = command.uuid === undefined ? randomUUID() : command.uuid || undefined;
    if (reading === undefined) return this.outcome(UNREADABLE, uuid, []);
    const request = scanRequest(reading, { uuid, time: this.parts.now() }, settings);
    const copies = modes.mode() === 'CONTINGENCY' ? 0 : (command.copies ?? 1);
    const tries = await Promise.all(Array.from({ length: copies }, () => this.tryOften(request)));
    const exchanges = tries.flatMap((one) => one.exchanges);
    const answer = tries.find((one) => one.answer !== undefined)?.answer;
    const decision = answer
      ? { ...answer, decidedBy: 'server' as const }
      : decideAlone(this.parts, reading);
    const outcome = this.outcome(decision, uuid, exchanges);
    this.writeLog(reading, decision);
    return outcome;
  }

  /** The same bytes again until an answer comes, at most as often as the device is set to. */
  private async tryOften(request: WireRequest): Promise<Tries> {
    const exchanges: DeviceExchange[] = [];
    const { address, requestTimeoutMs: timeoutMs, maxRequestAttempts } = this.parts.settings;
    while (exchanges.length < maxRequestAttempts) {
      const sent = await this.parts.line.send({ kind: 'scan', address, request, timeoutMs });
      exchanges.push(sent.exchange);
      if (sent.answer?.status === 200) {
        this.parts.modes.succeed();
        return { answer: readScanAnswer(sent.answer.body.toString('utf8')) ?? UNUSABLE, exchanges };
      }
      this.failTry();
      if (this.parts.modes.mode() === 'CONTINGENCY') break;
    }
    return { answer: undefined, exchanges };
  }

  private failTry(): void {
    const { modes, settings } = this.parts;
    const { maxRequestAttempts, contingency } = settings;
    if (modes.failTry(maxRequestAttempts, contingency))
      void this.monitor.reportMode().catch(() => undefined);
  }

  private writeLog({ field, value }: Reading, { event, userId }: DeviceDecision): void {
    this.parts.logs.write({
      time: this.parts.now(),
      event,
      deviceId: this.parts.settings.deviceId,
      userId,
      cardNumber: field === 'card_value' ? value : '0',
    });
    if (this.parts.modes.mode() === 'ONLINE') this.monitor.sendWaitingLogs();
  }

  private outcome(
    decision: DeviceDecision,
    uuid: string | undefined,
    exchanges: readonly DeviceExchange[],
  ): ScanOutcome {
    const { arm, settings, modes } = this.parts;
    const opens = decision.event === GRANTED && arm.act(settings.model, decision.actions, uuid);
    const { userId: _, ...shown } = decision;
    const last = exchanges.at(-1);
    return {
      at: new Date(),
      opens,
      ...shown,
      mode: modes.mode(),
      uuid,
      ...(last && { exchange: last }),
      exchanges,
      violations: exchanges.flatMap(({ violations }) => violations),
    };
  }
}

const NOTHING = { event: NOT_IDENTIFIED, userId: '0', userName: '', actions: [] };

const UNREADABLE: DeviceDecision = { ...NOTHING, decidedBy: 'reader', message: 'Leitura invalida' };

/** A 200 that firmware cannot use opens nothing, and is an answer all the same. */
const UNUSABLE: ScanAnswer = { ...NOTHING, message: '' };
