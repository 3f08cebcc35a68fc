import { violates } from '../../platform/database/database-failure.js';
import { invalid } from '../../platform/errors/request-errors.js';

/** A zone that is good, but newer than the list of the database. @throws request.invalid for that failure only */
export function refuseUnknownZone(error: unknown): void {
  if (violates(error, 'ck_time_zone'))
    throw invalid({
      path: 'timeZone',
      detail: 'is not known to the database yet: update PostgreSQL',
    });
}
