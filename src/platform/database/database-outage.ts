import { Logger } from '@nestjs/common';
import { Episode } from '../logging/episode.js';

/** Of this process: every statement, run and request that the database failed. */
export const databaseOutage = new Episode(new Logger('database'), {
  begins: 'the database does not answer',
  lasts: 'the database still does not answer',
  over: 'the database answers again',
  severity: 'error',
});
