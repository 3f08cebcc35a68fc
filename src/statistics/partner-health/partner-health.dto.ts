import { Answer } from '../../platform/http/answer-fields.js';
import { Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { WELLHUB_REACH, type WellhubReach } from '../reports/wellhub-reach.js';
import type { PartnerHealth } from './partner-health.repository.js';

export class PartnerHealthQuery extends PageQuery {
  @Text({ optional: true, max: 100, description: 'Those whose name or slug holds this' })
  q?: string;
}

class WellhubHealthDto {
  @Answer.oneOf(WELLHUB_REACH, 'The worst of what is known')
  state!: WellhubReach;

  @Answer.text('Of its Wellhub connection; null without one', { nullable: true })
  environment!: string | null;

  @Answer.whole('gyms whose credentials Wellhub refuses')
  refusedGyms!: number;

  @Answer.whole('check-ins that wait because Wellhub does not answer')
  unansweredCheckIns!: number;

  static from({ environment, refusedGyms, unanswered }: PartnerHealth): WellhubHealthDto {
    const state = wellhubState({ environment, refusedGyms, unanswered });
    return { state, environment, refusedGyms, unansweredCheckIns: unanswered };
  }
}

class SubscriptionHealthDto {
  @Answer.whole('disabled because too many deliveries failed')
  disabled!: number;

  @Answer.whole('one of the newest deliveries failed, or waits for another attempt')
  failing!: number;
}

/** How a partner is, at a glance. */
export class PartnerHealthDto {
  @Answer.uuid()
  id!: string;

  @Answer.text()
  name!: string;

  @Answer.text('The partner’s part of its public addresses')
  slug!: string;

  @Answer.instant()
  createdAt!: Date;

  @Answer.whole()
  gyms!: number;

  @Answer.instant(undefined, { nullable: true })
  lastCheckInAt!: Date | null;

  @Answer.whole()
  openAlerts!: number;

  @Answer.whole('waiting, and half of the time to validate has passed')
  checkInsAtRisk!: number;

  @Answer.object(() => WellhubHealthDto)
  wellhub!: WellhubHealthDto;

  @Answer.object(() => SubscriptionHealthDto)
  webhookSubscriptions!: SubscriptionHealthDto;

  static from(row: PartnerHealth): PartnerHealthDto {
    const { id, name, slug, createdAt, gyms, lastCheckInAt, openAlerts } = row;
    const wellhub = WellhubHealthDto.from(row);
    const webhookSubscriptions = { disabled: row.disabled, failing: row.failing };
    const checkInsAtRisk = row.atRisk;
    const counts = { gyms, lastCheckInAt, openAlerts, checkInsAtRisk };
    return { id, name, slug, createdAt, ...counts, wellhub, webhookSubscriptions };
  }
}

type Known = Pick<PartnerHealth, 'environment' | 'refusedGyms' | 'unanswered'>;

function wellhubState({ environment, refusedGyms, unanswered }: Known): WellhubReach {
  if (refusedGyms > 0) return 'CREDENTIALS_REFUSED';
  if (unanswered > 0) return 'UNREACHABLE';
  return environment === null ? 'NOT_CONNECTED' : 'OK';
}
