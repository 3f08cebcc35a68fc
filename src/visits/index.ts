export { VisitsModule } from './visits.module.js';
export { Visits } from './visits.js';
export { Capacities } from './capacities.js';
export { OccupancyRepository, type GymCapacity } from './occupancy.repository.js';
export {
  isAnyCountedSql,
  isFullForSql,
  lockOccupancySql,
  moveLockedOccupancySql,
  moveOccupancySql,
  occupancySql,
  peopleInsideSql,
  placeChangesSql,
} from './occupancy.sql.js';
export { OfflineVisits } from './offline-visits.js';
export type { OfflinePass, VisitBefore } from './offline-visits.repository.js';
export { VisitChangesRepository, type ChangedVisit } from './visit-changes.repository.js';
export { PresenceRepository, type PresenceRow } from './presence.repository.js';
export type { VisitRow } from './visits.repository.js';
export {
  closeVisitsSql,
  endPassageOfPresenceSql,
  goesAgainSql,
  insideSql,
  lastPassSql,
  lockPresenceSql,
  markPassageSql,
  movePresenceSql,
  openVisitsSql,
  pastVisitsSql,
  presenceSql,
  seenPresenceSql,
} from './presence.sql.js';
export { entryHistorySql, exitHistorySql } from './visit-history.sql.js';
export { insideAtSql, insideFiguresSql, visitFiguresSql } from './visit-figures.sql.js';
