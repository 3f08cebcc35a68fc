import type { Hashes } from './scan-fields.sql.js';

/**
 * The gate statement stands in two forms, made by the same functions. The plain one is for gyms without a policy and
 * people without passes; where it meets one it decides nothing (`RULES`), and the form with rules judges the scan. That
 * one judges every scan, also where there is no rule.
 */
export interface ScanForm {
  /** By its token, or by its id: another room has recognised it by a credential of its own. */
  readonly namedBy: 'TOKEN' | 'ID';
  readonly hashes: Hashes;
  readonly withRules: boolean;
  /** One scan in the statement. */
  readonly isAlone: boolean;
}
