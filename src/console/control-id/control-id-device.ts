import type { Tone } from '../frame/list.js';

export const MODEL_NAMES = {
  IDBLOCK: 'iDBlock',
  IDBLOCK_NEXT: 'iDBlock Next',
  IDACCESS: 'iDAccess',
  IDFIT: 'iDFit',
  IDBOX: 'iDBox',
  IDUHF: 'iDUHF',
  IDFLEX: 'iDFlex',
  IDACCESS_PRO: 'iDAccess Pro',
  IDACCESS_NANO: 'iDAccess Nano',
  IDFACE: 'iDFace',
  IDFACE_MAX: 'iDFace Max',
  OTHER: 'Control iD',
} as const;
export type ListedModel = keyof typeof MODEL_NAMES;
export const modelChoices = Object.entries(MODEL_NAMES).map(([value, label]) => ({ value, label }));

/** The settings of a Control iD device, as the administration shows them. */
export interface ListedControlId {
  readonly model: ListedModel;
  readonly deviceId: string | null;
  readonly action: 'catra' | 'door' | 'sec_box';
  readonly entryTurn: 'CLOCKWISE' | 'ANTICLOCKWISE';
  readonly entryTurnEvent: 'TURN_LEFT' | 'TURN_RIGHT' | null;
  readonly qrMode: 'NUMERIC' | 'ALPHANUMERIC';
  readonly cardFormat: 'RAW' | 'WIEGAND_26' | 'FACILITY_CODE' | 'CODE_ONLY';
  readonly userIdIs: 'NOTHING' | 'CUSTOMER_ID';
  readonly identification: 'ENTERPRISE' | 'PRO';
  readonly requestTimeoutMs: number;
  readonly contingency: boolean;
  readonly showName: boolean;
  readonly turnTimeoutSeconds: number;
}

export type ContactMode = 'ONLINE' | 'CONTINGENCY' | 'UNKNOWN';
export const MODE_TONES: Record<ContactMode, Tone> = {
  ONLINE: 'good',
  CONTINGENCY: 'bad',
  UNKNOWN: 'off',
};

/** What the device told by its calls. */
export interface DeviceContact {
  readonly lastSeenAt: string | null;
  readonly deviceId: string | null;
  readonly mode: ContactMode;
  readonly since: string | null;
  readonly pendingAccessLogs: number | null;
  readonly clockSkewSeconds: number | null;
}

/** Steps for a person in the network of the gym. */
export interface ListedUnknownCard {
  readonly value: string;
  readonly readings: readonly {
    readonly cardFormat: ListedControlId['cardFormat'];
    readonly cardNumber: string | null;
  }[];
}

export interface SetupGuide {
  readonly address: string;
  readonly warnings: readonly { readonly code: string; readonly detail: string }[];
  readonly steps: readonly {
    readonly no: number;
    readonly title: string;
    readonly method: string | null;
    readonly path: string | null;
    readonly body: unknown;
    readonly expect: string | null;
  }[];
  readonly script: string;
  readonly check: {
    readonly lastSeenAt: string | null;
    readonly mode: ContactMode;
    readonly lastTurn: 'TURN_LEFT' | 'TURN_RIGHT' | null;
    readonly lastTurnAt: string | null;
    /** In one answer only. */
    readonly unknownCard: ListedUnknownCard | null;
  };
}

export interface DeviceEvent {
  readonly id: string;
  readonly at: string;
  readonly type: string;
  readonly timeUnknown: boolean;
  readonly customerId: number | null;
  readonly detail: string | null;
}

export interface ListedCommand {
  readonly commandId: string;
  readonly kind: string;
  readonly state: string;
  readonly createdAt: string;
  /** What the device said of one that failed. */
  readonly error: string | null;
}

export const WAYS = ['IN', 'OUT'] as const;
export const deviceScreen = (id: number | string): string => `/console/doors/${id}/control-id`;
