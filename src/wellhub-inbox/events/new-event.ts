/** A row of the inbox about to be stored. */
export interface NewInboxEvent {
  readonly partnerId: string;
  readonly id: string;
  readonly environment: 'production' | 'test';
  readonly hookGymId: number | null;
  readonly type: string;
  readonly wellhubGymId: string | null;
  readonly person: Buffer | null;
  /** The encrypted body. */
  readonly payload: Buffer;
  readonly state: 'RECEIVED' | 'IGNORED' | 'DEAD';
  readonly reason: string | null;
  /** By our clock, ms since 1970. The row has it by the database's, also when it waited in the spool. */
  readonly receivedAt: number;
  readonly keys: readonly Buffer[];
  /** The step of a trace that received it; null when that was not traced. */
  readonly traceparent: string | null;
}
