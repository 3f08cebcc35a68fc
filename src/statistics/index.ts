export { StatisticsModule } from './statistics.module.js';
export { MOST_DAYS, StatisticsReports, type Statistics } from './statistics.js';
export type { Figures, FiguresRequest } from './statistics.repository.js';
export { GROUPINGS, type Grouping } from './grouping.js';
