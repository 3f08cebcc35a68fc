export { CHECKS } from '../checks/catalogue.js';
export { foreignHosts, partnerUnderTest, WAITS } from '../partner/partner-under-test.js';
export { htmlReport } from '../reports/html-report.js';
export { junitReport } from '../reports/junit-report.js';
export { findingsText, resultLine, summaryText } from '../reports/text-report.js';
export { runConformance } from '../run/run.js';
export { selectedChecks } from '../run/selection.js';
