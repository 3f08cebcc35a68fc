export { MemberHistoryModule } from './member-history.module.js';
export type { EntryLinkName } from './entry-links.js';
export { MemberTimeline, type TimelineReader } from './member-timeline.js';
export type { HistoryPlace, HistoryRow } from './timeline.repository.js';
export { HISTORY_KINDS, type HistoryKind } from './history-sources.sql.js';
