import { Answer } from '../http/answer-fields.js';
import type { Content } from '../http/operation.js';
import { SCHEMA_STATES, type DatabaseReport, type SchemaState } from './database-state.js';

export class HealthDto {
  @Answer.oneOf(['ok'] as const)
  status!: 'ok';
}

/** What is known of the database. */
export class DatabaseHealthDto implements DatabaseReport {
  @Answer.oneOf(['ok', 'away'] as const)
  status!: 'ok' | 'away';

  @Answer.instant('Since when it is so')
  since!: string;

  @Answer.oneOf(SCHEMA_STATES, 'Absent: it was never reached', { optional: true })
  schema?: SchemaState;

  @Answer.texts('Migrations that only a newer version has', { optional: true })
  newer?: readonly string[];
}

/** Every part of the service adds its own word. */
export const HEALTH_DETAILS: Content<object> = {
  models: [DatabaseHealthDto],
  media: {
    'application/json': {
      type: 'object',
      required: ['draining', 'database'],
      properties: {
        draining: { type: 'boolean', description: 'The process ends when its requests are done' },
        database: { $ref: '#/components/schemas/DatabaseHealthDto' },
      },
      additionalProperties: true,
    },
  },
};
