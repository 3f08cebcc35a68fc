import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import { MailSettlement, type TokenMail, type TokenMailHook } from '../../mail/index.js';
import { ResetTokens } from './reset-tokens.js';

/**
 * A token whose mail was accepted ends the earlier ones of its account; one whose mail failed for good is dead, and the
 * earlier ones stay valid (users-api.md 3).
 */
@Injectable()
export class ResetMailOutcomes implements TokenMailHook, OnModuleInit {
  constructor(
    private readonly settlement: MailSettlement,
    private readonly tokens: ResetTokens,
  ) {}

  onModuleInit(): void {
    this.settlement.register(this);
  }

  /** The account first: every transaction locks in this order. */
  lock(queries: Queries, { partnerId, resetTokenHash }: TokenMail): Promise<void> {
    return this.tokens.lockOwner(queries, partnerId, resetTokenHash);
  }

  accepted(queries: Queries, { partnerId, resetTokenHash }: TokenMail): Promise<void> {
    return this.tokens.endEarlier(queries, partnerId, resetTokenHash);
  }

  failed(queries: Queries, { partnerId, resetTokenHash }: TokenMail): Promise<void> {
    return this.tokens.end(queries, partnerId, resetTokenHash);
  }
}
