/** How a passage ended: the person passed, passed to the other side, stayed where they were, or no report came. */
export const PASSAGE_ENDS = ['TURNED', 'OTHER_SIDE', 'GAVE_UP', 'UNCONFIRMED'] as const;
export type PassageEnd = (typeof PASSAGE_ENDS)[number];

/** `REPLACED`: the person was granted another one before. */
export const PASSAGE_STATES = ['WAITING', ...PASSAGE_ENDS, 'REPLACED'] as const;
export type PassageState = (typeof PASSAGE_STATES)[number];

/** What a device reports after it opened. */
export interface PassageReport {
  readonly partnerId: string;
  readonly deviceId: number;
  /** The nonce of the scan that it is about, when the device tells. */
  readonly nonce?: string | undefined;
  readonly hasPassed: boolean;
  /** When it reached us, by the database's clock; absent: now. */
  readonly arrivedAt?: Date;
  /** False: to the side that leads out; undefined when it is not known which side is which. */
  readonly isEntrySide?: boolean | undefined;
}

/** A passage after a report or the end of its time. */
export interface EndedPassage {
  readonly partnerId: string;
  readonly gymId: number;
  readonly deviceId: number;
  readonly way: 'IN' | 'OUT';
  /** What it was before; the same when the report was a repeat. */
  readonly before: PassageState;
  readonly state: PassageState;
}
