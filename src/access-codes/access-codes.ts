import { Injectable } from '@nestjs/common';
import { CustomerErrors } from '../customers/index.js';
import { Studios } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { AccessCodesRepository } from './access-codes.repository.js';
import { AccessCodeErrors } from './access-codes.errors.js';
import { CodeHashes, makeCode } from './code-hashes.js';

export interface IssuedCode {
  /** 19 digits; shown as a QR picture and never as text. */
  readonly content: string;
  readonly expiresAt: Date;
}

/** The caller and the customer of a code: our own page counts as a caller without a gym (`open-api.md` 1.3). */
export interface CodeRequest {
  readonly partnerId: string;
  readonly caller: { readonly gymId?: number };
  readonly customerId: number;
  readonly studioId?: string;
}

/** Issues a customer the code that opens a door for the next minute (`open-api.md` section 2). */
@Injectable()
export class AccessCodes {
  constructor(
    private readonly rows: AccessCodesRepository,
    private readonly hashes: CodeHashes,
    private readonly studios: Studios,
  ) {}

  /**
   * Every call makes a fresh code and changes no earlier one. The gym of the code and the settings that apply are
   * resolved here, for keys and our own page alike. @throws gym.not-found, customer.not-found, access-code.disabled,
   * .rate-limited
   */
  async issue({ partnerId, caller, customerId, studioId }: CodeRequest): Promise<IssuedCode> {
    const gym = await this.studios.find(partnerId, caller, studioId);
    const content = makeCode();
    const { outcome, expiresAt } = await this.rows.issue({
      partnerId,
      customerId,
      ...(gym && { gymId: gym.id }),
      ...(caller.gymId !== undefined && { callerGymId: caller.gymId }),
      hash: this.hashes.hash(content),
    });
    if (outcome === 'MISSING') throw new DomainError(CustomerErrors.notFound);
    if (outcome === 'DISABLED') throw new DomainError(AccessCodeErrors.disabled);
    if (outcome === 'LIMITED' || expiresAt === null)
      throw new DomainError(AccessCodeErrors.rateLimited, { retryAfterSeconds: 60 });
    return { content, expiresAt };
  }
}
