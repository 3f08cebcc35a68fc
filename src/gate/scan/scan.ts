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
  /** Second run: Wellhub has just validated, or was unreachable and the gym admits without it. */
  readonly admit?: 'VALIDATED' | 'PROVISIONAL';
}

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
  | 'CONTRACT_REQUIRED'
  | 'WELLHUB_CHECKIN_REQUIRED'
  | 'FIRST_TIME'
  | 'AGAIN'
  | 'RULES'
  | 'VALIDATE'
  | 'PROBE';

/** Why a scan is refused; also the name of its error on the wire. */
export type Refusal =
  | Exclude<
      ScanVerdict,
      | 'OPEN'
      | 'REPEAT'
      | 'REPEAT_OF_NONCE'
      | 'FIRST_TIME'
      | 'AGAIN'
      | 'RULES'
      | 'VALIDATE'
      | 'PROBE'
    >
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
}

/** The door stays shut. */
export interface RefusedScan {
  readonly kind: 'refused';
  readonly why: Refusal;
  /** The person behind the value, when there is one. */
  readonly customerId?: number;
  /** Whole seconds until a further try makes sense, when that is known. */
  readonly retryAfterSeconds?: number;
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
}
