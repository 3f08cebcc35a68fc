import type { DeviceCall } from './device-call.js';
import type { WireRequest } from './wire-request.js';

const KEPT = 1_000;

export type ExchangeKind = 'scan' | 'alive' | 'notification' | 'push' | 'result' | 'raw';

/** One request and its answer. The path begins after the device address, so it never holds the secret. */
export interface DeviceExchange {
  readonly at: Date;
  readonly kind: ExchangeKind;
  readonly request: WireRequest;
  readonly answer?: { status: number; headers: object; body: string };
  readonly error?: 'timeout' | 'network';
  /** The answer came, and the simulated network lost it. */
  readonly isAnswerLost?: true;
  readonly milliseconds: number;
  /** Where the answer is not as the contract has it. */
  readonly violations: readonly string[];
}

export interface ContractViolation {
  readonly at: Date;
  readonly kind: ExchangeKind;
  readonly path: string;
  readonly violation: string;
}

/** The last exchanges, and everything that the answers got wrong. */
export class ExchangeLog {
  private exchanges: DeviceExchange[] = [];
  private violations: ContractViolation[] = [];

  add(exchange: DeviceExchange): void {
    this.exchanges = [...this.exchanges.slice(1 - KEPT), exchange];
    const { at, kind, request } = exchange;
    const found = exchange.violations.map((violation) => ({
      at,
      kind,
      path: request.path,
      violation,
    }));
    this.violations = [...this.violations, ...found].slice(-KEPT);
  }

  list(): readonly DeviceExchange[] {
    return this.exchanges;
  }

  listViolations(): readonly ContractViolation[] {
    return this.violations;
  }

  clear(): void {
    this.exchanges = [];
    this.violations = [];
  }
}

export interface ExchangeFacts {
  readonly kind: ExchangeKind;
  readonly request: WireRequest;
  readonly call: DeviceCall;
  readonly violations: readonly string[];
  readonly isAnswerLost: boolean;
}

export function exchangeOf({ call, isAnswerLost, ...facts }: ExchangeFacts): DeviceExchange {
  const { answer, error, milliseconds } = call;
  return {
    at: new Date(),
    ...facts,
    milliseconds,
    ...(answer && { answer: { ...answer, body: answer.body.toString('utf8') } }),
    ...(error && { error }),
    ...(isAnswerLost && { isAnswerLost }),
  };
}
