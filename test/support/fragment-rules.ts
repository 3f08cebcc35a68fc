import type { Source, Violations } from './house-rules.js';

const CALL = /\b(\w+Sql)\([^()`]*'(partner_id|gym_id|customer_id|device_id|id)'/g;

/**
 * A fragment that is given a bare column finds its own table's column of that name first, and so compares it with
 * itself: every row fits. The name of the outer row belongs before it.
 */
export const namesOuterRows = (sources: readonly Source[]): Violations =>
  sources.flatMap(({ path, text }) =>
    [...text.matchAll(CALL)].map(
      ([, fragment, column]) => `${path}: gives ${fragment} the column ${column} of no named row`,
    ),
  );
