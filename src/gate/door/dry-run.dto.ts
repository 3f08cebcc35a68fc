import { CARD_FORMATS, type CardFormat } from '../../customers/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { OneOf, Text } from '../../platform/http/fields.js';
import { SCAN_TYPES, type TypedScan } from '../scan/scan-request.js';
import type { GateDecision, Scan } from '../scan/scan.js';
import { dryRunSteps, type DryRunStep, DRY_RUN_CHECKS, STEP_OUTCOMES } from './dry-run-steps.js';

export class DryRunRequestDto implements TypedScan {
  @Text({ max: 512, description: 'A code or a card number, as a reader reads it' })
  value!: string;

  @OneOf(SCAN_TYPES, { optional: true, description: 'NUMBER where it is absent' })
  type?: (typeof SCAN_TYPES)[number];

  @OneOf(CARD_FORMATS, { optional: true, description: 'DECIMAL where it is absent' })
  format?: CardFormat;
}

class DryRunStepDto implements DryRunStep {
  @Answer.oneOf(DRY_RUN_CHECKS)
  check!: DryRunStep['check'];

  @Answer.oneOf(STEP_OUTCOMES)
  outcome!: DryRunStep['outcome'];
}

const WAYS = ['IN', 'OUT'] as const;

/** What a door would answer, and how far its checks came. */
export class DryRunDto {
  @Answer.flag()
  opens!: boolean;

  @Answer.text('`OPEN`, or the name of the refusal')
  result!: string;

  @Answer.id('Whose code or card it is', { nullable: true })
  customerId!: number | null;

  @Answer.oneOf(WAYS, 'Of a door that opens', { nullable: true })
  direction!: (typeof WAYS)[number] | null;

  @Answer.list(() => DryRunStepDto, 'The checks in their order')
  steps!: DryRunStepDto[];

  static from(scan: Pick<Scan, 'isCode'>, decision: GateDecision): DryRunDto {
    const opens = decision.kind === 'open';
    return {
      opens,
      result: opens ? 'OPEN' : decision.why,
      customerId: decision.customerId ?? null,
      direction: opens ? decision.direction : null,
      steps: dryRunSteps(scan, decision),
    };
  }
}
