/** What happened at a device beside the scans that it asked us about. */
export const DEVICE_EVENT_TYPES = [
  'LINKED',
  'OFFLINE_ENTRY',
  'OFFLINE_EXIT',
  'ANONYMOUS',
  'REFUSED',
  'TIME_UNKNOWN',
  'DOOR_OPEN',
  'DOOR_CLOSED',
  'BUTTON',
  'MODE',
  'TURN_UNKNOWN',
] as const;
export type DeviceEventType = (typeof DEVICE_EVENT_TYPES)[number];

/** An event to store. It holds no card, no code and no name. */
export interface NewDeviceEvent {
  readonly type: DeviceEventType;
  /** By our clock, as well as it is known. */
  readonly at: Date;
  /** The device's number of the access log that told it: each counts once. */
  readonly logId?: string;
  /** The maker's number of what happened. */
  readonly vendorEvent?: number;
  readonly timeUnknown?: boolean;
  readonly customerId?: number | null;
  readonly visitId?: number | null;
  /** The scan that it belongs to. */
  readonly decisionId?: string | null;
  readonly detail?: string;
}

export interface DeviceEventRow {
  readonly id: string;
  readonly type: DeviceEventType;
  readonly at: Date;
  /** `at` in microseconds: the place in the list. */
  readonly micros: number;
  readonly receivedAt: Date;
  readonly logId: string | null;
  readonly vendorEvent: number | null;
  readonly timeUnknown: boolean;
  readonly customerId: number | null;
  readonly visitId: number | null;
  readonly decisionId: string | null;
  readonly detail: string | null;
}
