export { AccessRulesModule } from './access-rules.module.js';
export { RIGHT_BITS, type CompiledWindow } from './compiled/compile-rule.js';
export { type RuleMessage } from './compiled/conditions.js';
export type { AccessPolicy } from './policy/access-policy.js';
export { ageSql, localTimeOf, localTimeSql } from './evaluation/local-time.sql.js';
export { openingMomentsSql } from './evaluation/opening-moments.sql.js';
export { passesForEntrySql, usePassesSql } from './evaluation/passes.sql.js';
export {
  accessPolicySql,
  closingDaySql,
  policyColumnsOf,
  showsOccupancySql,
} from './evaluation/policy.sql.js';
export {
  decidingRuleSql,
  refusalOutsideRulesSql,
  ruleMessageSql,
  ruleNameSql,
  type Candidate,
} from './evaluation/rules.sql.js';
export { RuleDoors } from './rules/rule-doors.js';
