/** OPEN: the door, once. SETTINGS: how the device is set up. LOGS: what it wrote while it decided alone. */
export const COMMAND_KINDS = ['OPEN', 'SETTINGS', 'LOGS'] as const;
export type CommandKind = (typeof COMMAND_KINDS)[number];

export const COMMAND_STATES = [
  'WAITING',
  'HANDED_OUT',
  'DONE',
  'FAILED',
  'EXPIRED',
  'UNKNOWN',
] as const;
export type CommandState = (typeof COMMAND_STATES)[number];

/** What a device is to do: one call of its own API (`control-id.md` 10). */
export interface NewCommand {
  readonly kind: CommandKind;
  /** Of the device's API, without its ending: `execute_actions`. */
  readonly endpoint: string;
  readonly body: object;
  /** It is not handed out after so many seconds; absent: it waits. */
  readonly expiresInSeconds?: number;
}

export interface DeviceCommand {
  readonly id: string;
  readonly kind: CommandKind;
  readonly endpoint: string;
  readonly state: CommandState;
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly handedOutAt: Date | null;
  readonly timesHandedOut: number;
  readonly endedAt: Date | null;
  /** What the device said of one that failed. */
  readonly error: string | null;
}

/** More than these wait for no device. */
export const MOST_WAITING = 100;
