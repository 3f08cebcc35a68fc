import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { PARTNER_HEALTH } from './partner-health.sql.js';

/** How a partner is, at a glance. */
export interface PartnerHealth {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly createdAt: Date;
  /** Of Wellhub; null without a connection. */
  readonly environment: string | null;
  readonly gyms: number;
  readonly lastCheckInAt: Date | null;
  readonly openAlerts: number;
  /** Check-ins that wait, half of whose time has passed. */
  readonly atRisk: number;
  /** Check-ins that wait because Wellhub does not answer. */
  readonly unanswered: number;
  /** Gyms whose credentials Wellhub refuses. */
  readonly refusedGyms: number;
  /** Subscriptions to events. */
  readonly disabled: number;
  readonly failing: number;
}

export interface PartnerHealthPage {
  /** What name or slug hold; absent: all partners. */
  readonly text: string | undefined;
  /** The partner that the page before ended with. */
  readonly after: string | undefined;
  readonly limit: number;
}

/** About every partner: for the operator, so no partner comes first. */
@Injectable()
export class PartnerHealthRepository {
  constructor(private readonly db: Database) {}

  list({ text, after, limit }: PartnerHealthPage): Promise<PartnerHealth[]> {
    const values = [after ?? null, limit, text ?? null];
    return this.db.query<PartnerHealth & Record<string, unknown>>(PARTNER_HEALTH, values);
  }
}
