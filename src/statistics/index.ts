export { StatisticsModule } from './statistics.module.js';
export { MOST_DAYS } from './reports/report-scope.js';
export { StatisticsReports, type Statistics } from './reports/statistics.js';
export type { Figures, FiguresRequest } from './reports/statistics.repository.js';
export { GROUPINGS, type Grouping } from './reports/grouping.js';
