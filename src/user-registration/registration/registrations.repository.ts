import { Injectable } from '@nestjs/common';
import { Settings } from '../../platform/config/settings.js';
import { Batch } from '../../platform/database/batch.js';
import { Database } from '../../platform/database/database.js';
import { REGISTER } from './registrations.sql.js';

export interface NewRegistration {
  readonly partnerId: string;
  readonly gpwId: string;
  readonly userStatus: string | null;
  readonly origin: string | null;
  readonly countryCode: string | null;
  readonly emailKey: string | null;
  readonly jti: string;
  /** Encrypted; null when Wellhub sent nothing to fill the form with. */
  readonly prefill: Buffer | null;
}

/** The existing customer of a registering user, and its state. */
export interface Known {
  readonly jti: string;
  readonly status: 'ACTIVE' | 'CANCELED';
  /** The gpw id belongs to an account that may log in. */
  readonly linked: boolean;
  /** An account that may log in has this e-mail. */
  readonly emailKnown: boolean;
  readonly issuedAt: Date;
}

/** Owns wellhub_users and the prefill in link_tokens on the hot path: concurrent registrations share a statement. */
@Injectable()
export class RegistrationsRepository {
  private readonly batch = new Batch<NewRegistration, Known>({
    run: (items) => this.store(items),
    key: ({ partnerId, gpwId }) => `${partnerId}/${gpwId}`,
  });

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
  ) {}

  /** Resolves after COMMIT. @throws request.unavailable */
  register(registration: NewRegistration): Promise<Known> {
    return this.batch.add(registration);
  }

  private async store(items: readonly NewRegistration[]): Promise<(Known | undefined)[]> {
    const minutes = this.settings.linkTokenMinutes;
    const rows = await REGISTER.run<Known>(this.db, items.map(rowOf), [minutes]);
    const byJti = new Map(rows.map((row) => [row.jti, row]));
    return items.map(({ jti }) => byJti.get(jti));
  }
}

const rowOf = (item: NewRegistration) => ({
  partner_id: item.partnerId,
  gpw_id: item.gpwId,
  plan_id: item.userStatus,
  origin: item.origin,
  country_code: item.countryCode,
  email_key: item.emailKey,
  jti: item.jti,
  prefill: item.prefill,
});
