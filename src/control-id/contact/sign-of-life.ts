/** What a call of a device says about the device itself. */
export interface SignOfLife {
  /** It polls for commands or says that it is alive: from now on its silence means something. */
  readonly isPoll?: boolean;
  /** It asked us about a person, so it decides nothing alone. */
  readonly isScan?: boolean;
  /** Its clock, in Unix seconds; of a scan. */
  readonly time?: string | undefined;
  /** The number that it calls itself. */
  readonly reportedId?: string | undefined;
  /** Access logs that we have not got yet. */
  readonly pendingAccessLogs?: number | undefined;
}

/** Signs of one device since they were last written, as one. Times are monotonic ms. */
export interface ContactNote {
  seenAt: number;
  polledAt: number | undefined;
  scannedAt: number | undefined;
  reportedId: string | undefined;
  pendingAccessLogs: number | undefined;
  /** Newest first. */
  clockOffsets: number[];
}

/** As many as the median is taken of. */
export const MOST_OFFSETS = 9;
/** A device that polls and has nothing else to say is written down so often. */
const STILL_THERE_EVERY_MS = 5_000;
const YEARS_10 = 10 * 366 * 86_400;

/** Seconds that the device's clock is ahead; undefined for no time, or one that no clock shows. */
export function clockOffset(time: string | undefined, nowSeconds: number): number | undefined {
  if (time === undefined || !/^\d{1,12}$/.test(time) || Number(time) === 0) return undefined;
  const offset = Math.round(Number(time) - nowSeconds);
  return Math.abs(offset) <= YEARS_10 ? offset : undefined;
}

/** @param before what was noted and not written yet */
export function noted(
  before: ContactNote | undefined,
  sign: SignOfLife,
  { at, seconds }: { readonly at: number; readonly seconds: number },
): ContactNote {
  const note = before ?? emptyNote(at);
  note.seenAt = at;
  if (sign.isPoll) note.polledAt = at;
  if (sign.isScan) note.scannedAt = at;
  note.reportedId = sign.reportedId ?? note.reportedId;
  note.pendingAccessLogs = sign.pendingAccessLogs ?? note.pendingAccessLogs;
  const offset = clockOffset(sign.time, seconds);
  if (offset !== undefined)
    note.clockOffsets = [offset, ...note.clockOffsets].slice(0, MOST_OFFSETS);
  return note;
}

/**
 * Whether a note says more than that the device is still there.
 * @param last of this device that was written
 */
export function isNoteDue(note: ContactNote, last: ContactNote | undefined): boolean {
  if (!last || note.seenAt - last.seenAt >= STILL_THERE_EVERY_MS) return true;
  const { scannedAt, reportedId, pendingAccessLogs: pending } = note;
  return (
    scannedAt !== undefined ||
    (reportedId !== undefined && reportedId !== last.reportedId) ||
    (pending !== undefined && (pending > 0 || pending !== last.pendingAccessLogs))
  );
}

const emptyNote = (at: number): ContactNote => ({
  seenAt: at,
  polledAt: undefined,
  scannedAt: undefined,
  reportedId: undefined,
  pendingAccessLogs: undefined,
  clockOffsets: [],
});
