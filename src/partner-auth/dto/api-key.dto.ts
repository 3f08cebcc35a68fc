import { Id, Instant, ListOf, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PARTNER_ENVIRONMENTS, type PartnerEnvironment } from '../../partners/index.js';
import { PageQuery } from '../../platform/http/paging.js';
import { SCOPES, type Scope } from '../../platform/http/declarations.js';
import type { IssuedKey, NewKey } from '../api-keys.js';
import { KEY_STATES, type KeyState, type ListedKey } from '../api-keys.repository.js';
import { Answer } from '../../platform/http/answer-fields.js';

export class ApiKeysQuery extends PageQuery {
  @OneOf(KEY_STATES, { optional: true })
  state?: KeyState;

  @OneOf(PARTNER_ENVIRONMENTS, {
    optional: true,
    description: 'Without it the keys of the partner and of its test environment',
  })
  environment?: PartnerEnvironment;
}

export class CreateApiKeyDto {
  @Text({ max: 100 })
  name!: string;

  @ListOf(SCOPES, { min: 1, unique: true })
  scopes!: Scope[];

  @Id({ optional: true, description: 'Narrows the key to one gym' })
  gymId?: number;

  @Instant({ optional: true })
  expiresAt?: Date;

  @OneOf(PARTNER_ENVIRONMENTS, {
    optional: true,
    description:
      "test: a key of the partner's test environment, which is made with its first key. live when absent",
  })
  environment?: PartnerEnvironment;

  toCommand(): NewKey {
    return {
      name: this.name,
      scopes: this.scopes,
      ...(this.gymId !== undefined && { gymId: this.gymId }),
      ...(this.expiresAt !== undefined && { expiresAt: this.expiresAt }),
      ...(this.environment !== undefined && { environment: this.environment }),
    };
  }
}

export class RotateApiKeyDto {
  @Whole({ optional: true, max: 604_800, description: 'How long the old key keeps working' })
  graceSeconds?: number;
}

/** A key as shown: never the key itself, except once, as `key`, when it was made. */
export class ApiKeyDto {
  @Answer.uuid()
  id!: string;

  @Answer.oneOf(PARTNER_ENVIRONMENTS, 'It reaches nothing of the other one')
  environment!: PartnerEnvironment;

  @Answer.text()
  name!: string;

  @Answer.text('How the key begins: to recognise it by')
  prefix!: string;

  @Answer.someOf(SCOPES)
  scopes!: readonly Scope[];

  @Answer.id('It acts for this gym only; null: for all of the partner', { nullable: true })
  gymId!: number | null;

  @Answer.oneOf(KEY_STATES)
  state!: KeyState;

  @Answer.instant()
  createdAt!: Date;

  @Answer.instant('Null: it does not end by itself', { nullable: true })
  expiresAt!: Date | null;

  @Answer.instant(undefined, { nullable: true })
  revokedAt!: Date | null;

  @Answer.instant('Up to half a minute late', { nullable: true })
  lastUsedAt!: Date | null;

  @Answer.text('The key itself: only in the answer to the call that made it', { optional: true })
  key?: string;

  static from(row: ListedKey): ApiKeyDto {
    return {
      id: row.id,
      environment: row.environment ?? 'live',
      name: row.name,
      prefix: row.prefix,
      scopes: row.scopes,
      gymId: row.gymId,
      state: row.state,
      createdAt: row.createdAt,
      expiresAt: row.expiresAt,
      revokedAt: row.revokedAt,
      lastUsedAt: row.lastUsedAt,
    };
  }

  static fromIssued({ row, key }: IssuedKey): ApiKeyDto {
    return { ...ApiKeyDto.from(row), key };
  }
}
