import { HISTORY_KINDS, type HistoryKind } from './history-sources.sql.js';
import type { HistoryPlace } from './timeline.repository.js';

/** A cursor of ours: time, kind and id of the last entry of a page. */
export const TIMELINE_PLACE = new RegExp(
  `^-?\\d{1,17}/(?:${HISTORY_KINDS.join('|')})/[!-~]{1,120}$`,
);

/** Undefined for a text that names no place. */
export function readPlace(text: string | undefined): HistoryPlace | undefined {
  if (text === undefined || !TIMELINE_PLACE.test(text)) return undefined;
  const [micros = '', kind = '', ...id] = text.split('/');
  return { micros: Number(micros), kind: kind as HistoryKind, id: id.join('/') };
}

export const readEntryId = (id: string): HistoryPlace | undefined =>
  readPlace(Buffer.from(id, 'base64url').toString());
