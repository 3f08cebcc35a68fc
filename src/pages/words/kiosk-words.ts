/** Texts of the kiosk: read from two steps away. */
export interface KioskWords {
  readonly title: string;
  readonly needsScript: string;
  readonly setUp: SetUpWords;
  /** What the reader's input is called for a screen reader. */
  readonly reader: string;
  readonly tools: ToolWords;
  readonly unlock: UnlockWords;
  readonly waiting: KioskMessage;
  readonly asking: KioskMessage;
  readonly opened: Record<'IN' | 'OUT', KioskMessage>;
  readonly refused: Record<KioskRefusal, KioskMessage>;
}

export interface KioskMessage {
  readonly title: string;
  readonly text: string;
}

export interface SetUpWords {
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly pin: string;
  readonly pinHint: string;
  readonly button: string;
  /** Only in the sandbox: the token of its door was filled in. */
  readonly demo: string;
  readonly problems: Record<'malformed' | 'pin' | 'refused' | 'replaced' | 'offline', string>;
}

export interface ToolWords {
  readonly cameraOn: string;
  readonly cameraOff: string;
  readonly cameraRefused: string;
  readonly soundOn: string;
  readonly soundOff: string;
  readonly otherToken: string;
  /** Shown after a tap. */
  readonly hold: string;
}

/** Staff only: before the token of this screen is changed. */
export interface UnlockWords {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly cancel: string;
  readonly problems: Record<'wrong' | 'locked', string>;
}

/** Why the door stays shut: error codes of the gate (`open-api.md` section 5), and errors that the page itself detects. */
export const REFUSED = [
  'ACCESS_CODE_UNKNOWN',
  'ACCESS_CODE_WRONG_STUDIO',
  'ACCESS_CODE_ALREADY_USED',
  'ACCESS_CODE_EXPIRED',
  'CUSTOMER_ACCESS_RESTRICTED',
  'ACCESS_CLOSED_TODAY',
  'ACCESS_AGE',
  'ACCESS_ANTI_PASSBACK',
  'ACCESS_OUTSIDE_HOURS',
  'ACCESS_DOOR_NOT_INCLUDED',
  'ACCESS_PLAN_NOT_INCLUDED',
  'ACCESS_FULL',
  'CONTRACT_REQUIRED',
  'WELLHUB_CHECKIN_REQUIRED',
  'WELLHUB_CHECKIN_EXPIRED',
  'WELLHUB_CHECKIN_CANCELED',
  'WELLHUB_CHECKIN_NOT_FOUND',
  'WELLHUB_CHECKIN_REJECTED',
  'WELLHUB_UNAVAILABLE',
  'DEVICE_RATE_LIMITED',
  'VALIDATION_FAILED',
  'BUSY',
  'OFFLINE',
  'OTHER',
] as const;
export type KioskRefusal = (typeof REFUSED)[number];
