import type { MaybePromise } from '../../platform/deadline/maybe-promise.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { DeviceMessage } from '../reading/device-message.js';

/** A call of a device: its address was right, it came from where it may, and its body was small enough. */
export interface ReceivedCall {
  readonly device: ControlIdDevice;
  readonly message: DeviceMessage;
  /** What stands in the place of `:topic` in the path; else empty. */
  readonly topic: string;
  readonly requestId: string;
}

/** The body of a 200 as JSON text; undefined: none. */
export type CallAnswer = string | undefined;

/** Why a call does not reach its handler (`control-id.md` 3, order). */
export type CallRefusal = 'WRONG_DEVICE' | 'VALIDATION_FAILED' | 'BUSY';

/**
 * One path behind the device address. A room's provider adds its own in `onModuleInit`: `DeviceRoutes.add(route)`. What
 * a handler throws becomes 503 without a body, as does whatever it waits for past the deadline of the request.
 */
export interface DeviceRoute {
  readonly verb: 'GET' | 'POST';
  /** Behind the secret: `new_card.fcgi`, `api/notifications/:topic`. */
  readonly path: string;
  /** Larger bodies are answered 413. */
  readonly mostBytes: number;
  /** `thrown-away`: the message has only what the query holds. */
  readonly body: 'read' | 'thrown-away';
  /** Which limit its calls count against: that of doors, or 1,000 a minute of one device for all other calls. */
  readonly limit: 'scans' | 'others';
  /** Instead of `answer`; without it a call that is refused is answered with an empty 200. */
  refuse?(call: ReceivedCall, why: CallRefusal): MaybePromise<CallAnswer>;
  /** The message may be unreadable only where there is no `refuse`. */
  answer(call: ReceivedCall): MaybePromise<CallAnswer>;
}

const KIB = 1024;
const OTHERS = { mostBytes: 1024 * KIB, body: 'read', limit: 'others' } as const;

/** What all scans have in common: calls 1 of the contract. */
export const SCAN = { verb: 'POST', mostBytes: 64 * KIB, body: 'read', limit: 'scans' } as const;
/** The same for all other calls that a device makes by itself. */
export const REPORT = { verb: 'POST', ...OTHERS } as const;
export const POLL = { verb: 'GET', ...OTHERS } as const;
/** For bodies with pictures and fingerprints. */
export const THROWN_AWAY = { ...REPORT, body: 'thrown-away' } as const;
