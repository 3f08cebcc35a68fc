import { Instant, OneOf, QueryNumber } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import {
  DECISION_OUTCOMES,
  type DecisionOutcome,
  type DecisionRow,
} from './decisions.repository.js';
import { RESULTS } from '../scan/gate.errors.js';

export class DecisionsQuery extends PageQuery {
  @Instant({ optional: true })
  from?: Date;

  @Instant({ optional: true })
  to?: Date;

  @OneOf(RESULTS, { optional: true })
  result?: string;

  @QueryNumber({ optional: true, min: 1, description: 'Only of this device' })
  deviceId?: number;

  @OneOf(DECISION_OUTCOMES, { optional: true, description: 'Whether the door opened' })
  outcome?: DecisionOutcome;
}

/** One scan and its answer (O-36). `hashPrefix` shows whether two scans showed the same value. */
export class DecisionDto {
  static from(row: DecisionRow) {
    return {
      id: row.id,
      at: row.at,
      deviceId: row.deviceId,
      result: row.result,
      customerId: row.customerId,
      visitId: row.visitId,
      hashPrefix: row.hashPrefix,
      dryRun: row.dryRun,
      note: row.note,
    };
  }
}
