export { CHECKS } from './checks/catalogue.js';
export { groupOf, type Check } from './checks/check.js';
export { checkedOptions, OPTIONS, type Option, type Options } from './partner/options.js';
export {
  foreignHosts,
  partnerUnderTest,
  WAITS,
  type PartnerUnderTest,
  type Waits,
} from './partner/partner-under-test.js';
export { WrongUse } from './partner/wrong-use.js';
export type { CheckResult, ConformanceReport } from './run/report.js';
export { conform, type Observer } from './run/run.js';
export { selectedChecks } from './run/selection.js';
export { findingsText, resultLine, summaryText } from './reports/text-report.js';
