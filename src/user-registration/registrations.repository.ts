import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Batch } from '../platform/database/batch.js';
import { Database } from '../platform/database/database.js';
import { REGISTER_MANY, REGISTER_ONE } from './registrations.sql.js';

export interface NewRegistration {
  readonly partnerId: string;
  readonly gpwId: string;
  readonly userStatus: string | null;
  readonly origin: string | null;
  readonly countryCode: string | null;
  readonly emailKey: string | null;
  readonly jti: string;
  /** Sealed; null when Wellhub sent nothing to fill the form with. */
  readonly prefill: Buffer | null;
}

/** What a registering user is to us. */
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
    const columns = items.map(valuesOf);
    const minutes = this.settings.linkTokenMinutes;
    const [alone] = columns;
    if (columns.length === 1 && alone)
      return this.db.query<Known>(REGISTER_ONE, [...alone, minutes]);
    const arrays = (alone ?? []).map((_, field) => columns.map((values) => values[field]));
    const rows = await this.db.query<Known>(REGISTER_MANY, [...arrays, minutes]);
    const byJti = new Map(rows.map((row) => [row.jti, row]));
    return items.map(({ jti }) => byJti.get(jti));
  }
}

const valuesOf = (item: NewRegistration): unknown[] => [
  item.partnerId,
  item.gpwId,
  item.userStatus,
  item.origin,
  item.countryCode,
  item.emailKey,
  item.jti,
  item.prefill,
];
