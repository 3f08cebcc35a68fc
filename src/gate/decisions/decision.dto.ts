import { Answer } from '../../platform/http/answer-fields.js';
import { Instant, OneOf, QueryNumber } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { PASSAGE_STATES, type PassageState } from '../passages/passage.js';
import {
  DECISION_OUTCOMES,
  type DecisionOutcome,
  type DecisionRow,
} from './decisions.repository.js';
import { ENTRY_RIGHTS, type EntryRight } from '../scan/scan.js';
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

  @QueryNumber({ optional: true, min: 1, description: 'Only what this access rule decided' })
  ruleId?: number;

  @OneOf(DECISION_OUTCOMES, { optional: true, description: 'Whether the door opened' })
  outcome?: DecisionOutcome;
}

/** One scan and its answer (O-36). `hashPrefix` shows whether two scans showed the same value. */
export class DecisionDto {
  @Answer.uuid()
  id!: string;

  @Answer.instant('When it was decided')
  at!: Date;

  @Answer.id('Absent device: decided for the gym’s own software', { nullable: true })
  deviceId!: number | null;

  @Answer.oneOf(RESULTS)
  result!: string;

  @Answer.id('null where nobody is known by that value', { nullable: true })
  customerId!: number | null;

  @Answer.id('The visit that it began or ended', { nullable: true })
  visitId!: number | null;

  @Answer.text('Two scans with the same one showed the same value', { nullable: true })
  hashPrefix!: string | null;

  @Answer.flag('Whether it was only tried: no door opened')
  dryRun!: boolean;

  @Answer.text('What else there is to know, for people', { nullable: true })
  note!: string | null;

  @Answer.text('The part of the device that read it, where the device tells', { nullable: true })
  medium!: string | null;

  @Answer.oneOf(PASSAGE_STATES, 'What happened afterwards, at devices that report it', {
    nullable: true,
  })
  passage!: PassageState | null;

  @Answer.oneOf(ENTRY_RIGHTS, 'The right that was used or refused', { nullable: true })
  right!: EntryRight | null;

  @Answer.id('The access rule that decided', { nullable: true })
  ruleId!: number | null;

  static from(row: DecisionRow): DecisionDto {
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
      medium: row.medium,
      passage: row.passage,
      right: row.right,
      ruleId: row.ruleId,
    };
  }
}
