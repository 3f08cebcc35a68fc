import type { ControlIdSettings } from '../device-settings/control-id-settings.js';

/** What a person showed to a device, in the words of the gate. Without any of the three it is nothing we know. */
export interface ShownValue {
  /** As it was read: one value, whichever call of the device brought it. */
  readonly name: string;
  /** 19 digits. */
  readonly code?: string;
  /** Decimal, without leading zeros; looked up when the code is not known. */
  readonly cardNumber?: string;
  readonly customerId?: number;
  /** As what it is counted when it is unknown, when not as a card that it is looked up as. */
  readonly countedAs?: 'CODE';
}

/** What the device's settings say about the values that it reads. */
export type ReadingSettings = Pick<ControlIdSettings, 'cardFormat' | 'userIdIs'>;
