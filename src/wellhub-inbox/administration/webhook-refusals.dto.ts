import { Answer } from '../../platform/http/answer-fields.js';
import { REFUSAL_REASONS, type DayOfRefusals } from '../storage/refusals.repository.js';

const ENVIRONMENTS = ['production', 'test'] as const;

export class WebhookRefusalsDto {
  @Answer.date('UTC') day!: string;
  @Answer.oneOf(ENVIRONMENTS) environment!: (typeof ENVIRONMENTS)[number];
  @Answer.id('Null: the partner’s address', { nullable: true }) gymId!: number | null;
  @Answer.oneOf(REFUSAL_REASONS) reason!: DayOfRefusals['reason'];
  @Answer.whole() refused!: number;
  @Answer.instant() firstAt!: Date;
  @Answer.instant() lastAt!: Date;

  static from({ id: _place, ...shown }: DayOfRefusals): WebhookRefusalsDto {
    return shown;
  }
}
