import { Answer } from '../../platform/http/answer-fields.js';
import type { WebhookOutage } from '../../wellhub-inbox/index.js';

/** A time of which webhooks of Wellhub may be missing. */
export class MissingWebhooksDto {
  @Answer.uuid()
  id!: string;

  @Answer.instant()
  from!: Date;

  @Answer.instant()
  to!: Date;

  @Answer.whole('How many were refused, as far as that was counted')
  refused!: number;

  static from({ id, from, to, refused }: WebhookOutage): MissingWebhooksDto {
    return { id, from, to, refused };
  }
}

export class ProbedPeopleDto {
  @Answer.whole('How many people are probed')
  people!: number;
}
