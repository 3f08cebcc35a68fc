import type { RuleMessage } from '../../access-rules/index.js';

/** A device that another room has recognised by a credential of its own. */
export interface RecognisedDevice {
  readonly partnerId: string;
  readonly id: number;
  /** How long a person may wait for Wellhub there. */
  readonly wellhubWaitMs?: number;
  /** It reports within so many seconds whether the person has passed; absent: it reports nothing. */
  readonly turnSeconds?: number;
  readonly showsName?: boolean;
}

/** A scan as the gate judges it: the value only as hash or card number, never the clear code. */
export interface Scan {
  /** Names the device; absent when `device` does. */
  readonly tokenHash?: Buffer;
  readonly device?: RecognisedDevice;
  /** 19 digits: looked up by its hashes. */
  readonly isCode: boolean;
  /** Decimal card number without leading zeros; of a number that may also be a code, which comes first. */
  readonly cardNumber?: string;
  /** The person whom the device has recognised by itself. */
  readonly customerId?: number;
  /** As what an unknown value is counted, when not as what it is looked up. */
  readonly countedAs?: 'CODE';
  /** Name the value, for repeats and the log: under every key that replicas may write with; ours is the first. */
  readonly valueHashes: readonly [Buffer, ...Buffer[]];
  readonly nonce?: string;
  /** false: a dry run that changes nothing. */
  readonly execute: boolean;
  /** A dry run by staff, who try nothing out: what they mistype locks no reader. */
  readonly isByStaff?: boolean;
  /** When it reached this process (monotonic ms): a queued scan is judged by that moment. */
  readonly receivedAt: number;
  /** The part of the device that read it, when the device tells. */
  readonly medium?: string | undefined;
  /** Its step of a trace. */
  readonly traceparent?: string | undefined;
  /** Second run, after the call to Wellhub: the moment of the first one. */
  readonly arrivedAt?: Date;
  /** Second run: Wellhub has just validated, was unreachable and the gym admits without it, or does not let in. */
  readonly admit?: 'VALIDATED' | 'PROVISIONAL' | 'REFUSED';
  /** Second run: the check-in that Wellhub has just validated. */
  readonly admittedCheckIn?: string;
}

/** What a policy or its rules refuse (`access-rules.md` section 4). */
export type RuleRefusal =
  | 'ACCESS_CLOSED_TODAY'
  | 'ACCESS_AGE'
  | 'ACCESS_ANTI_PASSBACK'
  | 'ACCESS_OUTSIDE_HOURS'
  | 'ACCESS_DOOR_NOT_INCLUDED'
  | 'ACCESS_PLAN_NOT_INCLUDED'
  | 'ACCESS_FULL';

/** Why a person may enter. */
export const ENTRY_RIGHTS = ['STAFF', 'CONTRACT', 'WELLHUB', 'GUEST'] as const;
export type EntryRight = (typeof ENTRY_RIGHTS)[number];

export type ScanVerdict =
  | 'OPEN'
  | 'REPEAT'
  | 'REPEAT_OF_NONCE'
  | 'NONCE_REUSED'
  | 'DEVICE_TOKEN_INVALID'
  | 'DEVICE_RATE_LIMITED'
  | 'ACCESS_CODE_UNKNOWN'
  | 'ACCESS_CODE_WRONG_STUDIO'
  | 'ACCESS_CODE_ALREADY_USED'
  | 'ACCESS_CODE_EXPIRED'
  | 'CUSTOMER_ACCESS_RESTRICTED'
  | RuleRefusal
  | 'CONTRACT_REQUIRED'
  | 'WELLHUB_CHECKIN_REQUIRED'
  | 'FIRST_TIME'
  | 'AGAIN'
  | 'RULES'
  | 'VALIDATE'
  | 'PROBE'
  | 'WELLHUB_REFUSED';

/** Verdicts that are no refusal: the door opens, or something else comes before the decision. */
type NoRefusal =
  | 'OPEN'
  | 'REPEAT'
  | 'REPEAT_OF_NONCE'
  | 'FIRST_TIME'
  | 'AGAIN'
  | 'RULES'
  | 'VALIDATE'
  | 'PROBE'
  | 'WELLHUB_REFUSED';

/** Why a scan is refused; also the name of its error on the wire. */
export type Refusal =
  | Exclude<ScanVerdict, NoRefusal>
  | 'WELLHUB_CHECKIN_EXPIRED'
  | 'WELLHUB_CHECKIN_CANCELED'
  | 'WELLHUB_CHECKIN_NOT_FOUND'
  | 'WELLHUB_CHECKIN_REJECTED'
  | 'WELLHUB_UNAVAILABLE';

/** The door opens. */
export interface Admission {
  readonly kind: 'open';
  readonly customerId: number;
  /** Absent in a dry run, and when an exit had no open visit. */
  readonly visitId?: number;
  readonly direction: 'IN' | 'OUT';
  readonly provisional: boolean;
  readonly repeated: boolean;
  /** For devices that show it. */
  readonly firstName?: string;
  /** Only of a dry run: the right of an entry, and the rule that allows it. */
  readonly right?: EntryRight | null;
  readonly ruleId?: number | null;
  readonly hasPolicy?: boolean;
  /** Set when the person was inside already, at a gym whose policy reports that and refuses nothing. */
  readonly passedBackAt?: { readonly partnerId: string; readonly gymId: number };
}

/** The door stays shut. */
export interface RefusedScan {
  readonly kind: 'refused';
  readonly why: Refusal;
  /** The person behind the value, when there is one. */
  readonly customerId?: number;
  /** Whole seconds until a further try makes sense, when that is known. */
  readonly retryAfterSeconds?: number;
  /** Where the reason stands: `accessRule/17`, `capacity`. For staff: a door is public. */
  readonly reference?: string;
  /** What the rule says in place of the text of its refusal, by language. */
  readonly message?: RuleMessage;
  readonly hasPolicy?: boolean;
}

export type GateDecision = Admission | RefusedScan;

export interface EarlierAnswer {
  readonly customerId: number;
  readonly visitId: number | null;
  readonly direction: 'IN' | 'OUT';
  readonly provisional: boolean;
  readonly passageId?: number;
}

export interface ScanRow {
  no: number;
  verdict: ScanVerdict;
  partnerId: string;
  gymId: number;
  deviceId: number;
  customerId: number;
  scannedAt: Date;
  /** The language of the gym; null for an unknown device. */
  language: string | null;
  /** Seconds for which the card reader stays closed; null or negative when it is open. */
  lockedFor: number | null;
  earlierAnswer: EarlierAnswer | null;
  /** Whether the gym has a policy: rules beyond contract and check-in. */
  hasPolicy: boolean;
  visitId: number | null;
  direction: 'IN' | 'OUT';
  provisional: boolean;
  firstName: string | null;
  /** Events of this batch of scans that a subscription wants. */
  eventsWait: boolean;
  /** The right that is used, or refused; null where the decision is about none. */
  right: EntryRight | null;
  /** The rule that decided. */
  ruleId: number | null;
  /** The check-in that stands for the right WELLHUB. */
  checkInId: string | null;
  /** For how long a check-in that was paid opens; null: all its day. */
  reentryMinutes: number | null;
  /** They entered, though they were inside: the policy only reports it. */
  isPassedBack: boolean;
  /** The closing day that holds now, as the policy writes it. */
  closingDay: string | null;
  /** A guest pass would let the person in, if Wellhub does not. */
  isGuestAllowed: boolean;
  /** What the rule says to those whom it refuses. */
  message: RuleMessage | null;
}
