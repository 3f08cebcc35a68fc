import type { Partner } from '../../partners/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { SCOPES, type Caller, type Scope } from '../../platform/http/declarations.js';
import type { LiveApiKeyRow } from '../api-keys.repository.js';

export class OwnPartnerDto {
  @Answer.uuid()
  id!: string;

  @Answer.text()
  name!: string;

  @Answer.text('Its word in addresses of pages')
  slug!: string;

  static from({ id, name, slug }: Partner): OwnPartnerDto {
    return { id, name, slug };
  }
}

/** The key of the call itself. */
export class OwnKeyDto {
  @Answer.uuid()
  id!: string;

  @Answer.text()
  name!: string;

  @Answer.text('How the key begins; null for the operator’s first key', { nullable: true })
  prefix!: string | null;

  @Answer.someOf(SCOPES)
  scopes!: Scope[];

  @Answer.id('The only gym of a narrowed key', { nullable: true })
  gymId!: number | null;

  @Answer.instant('When it stops working; null: it does not', { nullable: true })
  expiresAt!: Date | null;

  @Answer.object(() => OwnPartnerDto, 'Null for a key of the operator', { nullable: true })
  partner!: OwnPartnerDto | null;

  static from(
    { keyId, name, scopes, gymId }: Caller,
    row: LiveApiKeyRow | undefined,
    partner: Partner | undefined,
  ): OwnKeyDto {
    return {
      id: keyId,
      name,
      prefix: row?.prefix ?? null,
      scopes: [...scopes],
      gymId: gymId ?? null,
      expiresAt: row?.expiresAt ?? null,
      partner: partner ? OwnPartnerDto.from(partner) : null,
    };
  }
}
