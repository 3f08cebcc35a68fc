import { ApiProperty } from '@nestjs/swagger';
import { Text } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { Count } from '../reports/figures.dto.js';
import type { PartnerHealth } from './partner-health.repository.js';

export class PartnerHealthQuery extends PageQuery {
  @Text({ optional: true, max: 100, description: 'Those whose name or slug holds this' })
  q?: string;
}

class WellhubHealthDto {
  @ApiProperty({
    enum: ['OK', 'NOT_CONNECTED', 'CREDENTIALS_REFUSED', 'UNREACHABLE'],
    description: 'The worst of what is known',
  })
  state!: string;

  @ApiProperty({ type: String, nullable: true })
  environment!: string | null;

  @Count('gyms whose credentials Wellhub refuses')
  refusedGyms!: number;

  @Count('check-ins that wait because Wellhub does not answer')
  unansweredCheckIns!: number;

  static from({ environment, refusedGyms, unanswered }: PartnerHealth): WellhubHealthDto {
    const state = wellhubState({ environment, refusedGyms, unanswered });
    return { state, environment, refusedGyms, unansweredCheckIns: unanswered };
  }
}

class SubscriptionHealthDto {
  @Count('disabled because too many deliveries failed')
  disabled!: number;

  @Count('one of the newest deliveries failed, or waits for another attempt')
  failing!: number;
}

/** How a partner is, at a glance. */
export class PartnerHealthDto {
  id!: string;
  name!: string;
  slug!: string;
  createdAt!: Date;

  @Count()
  gyms!: number;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  lastCheckInAt!: Date | null;

  @Count()
  openAlerts!: number;

  @Count('waiting, and half of the time to validate has passed')
  checkInsAtRisk!: number;

  wellhub!: WellhubHealthDto;
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

function wellhubState({ environment, refusedGyms, unanswered }: Known): string {
  if (refusedGyms > 0) return 'CREDENTIALS_REFUSED';
  if (unanswered > 0) return 'UNREACHABLE';
  return environment === null ? 'NOT_CONNECTED' : 'OK';
}
