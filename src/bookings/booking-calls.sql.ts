import { DECISION_DUE_SINCE_SQL } from './patches.repository.js';
import { SLOT_DUE_SINCE_SQL } from './slots.repository.js';

/** Since when the oldest call to Wellhub waits; null when none does. */
export const CALL_DUE_SINCE_SQL = `select least((${DECISION_DUE_SINCE_SQL}), (${SLOT_DUE_SINCE_SQL}))`;
