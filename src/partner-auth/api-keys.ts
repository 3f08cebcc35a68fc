import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { sha256 } from '../platform/crypto/hashing.js';
import { uuidv7 } from '../platform/crypto/uuid.js';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Caller, Scope } from '../platform/http/declarations.js';
import type { Partner, PartnerEnvironment } from '../partners/index.js';
import { makeApiKey } from './api-key-format.js';
import { ApiKeysRepository, type KeyPage, type ListedKey } from './api-keys.repository.js';
import { KeyScopeCheck } from './key-scope-check.js';
import { KnownKeys } from './known-keys.js';
import { ApiKeyErrors } from './partner-auth.errors.js';
import { isNarrowable, mayGrant } from './scope-rules.js';

export interface NewKey {
  readonly name: string;
  readonly scopes: readonly Scope[];
  readonly gymId?: number;
  readonly expiresAt?: Date;
  /** Absent: that of the partner whose path was called. */
  readonly environment?: PartnerEnvironment;
}

export interface KeyRotation {
  readonly id: string;
  /** How long the old one still works. */
  readonly graceSeconds: number;
}

/** The row, and the clear key that is shown this once and never again. */
export interface IssuedKey {
  readonly row: ListedKey;
  readonly key: string;
}

/** Issues, rotates and ends the keys of a partner (W-4). */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly rows: ApiKeysRepository,
    private readonly known: KnownKeys,
    private readonly owners: KeyScopeCheck,
    private readonly audit: Audit,
  ) {}

  /** @throws api-key.too-many, api-key.narrowed-scopes, api-key.beyond-own, partner.not-found, gym.not-found */
  async create(partnerId: string, key: NewKey, caller: Caller): Promise<IssuedKey> {
    if (!mayGrant(caller, key.scopes, key.gymId)) throw new DomainError(ApiKeyErrors.beyondOwn);
    if (key.gymId !== undefined && !key.scopes.every(isNarrowable))
      throw new DomainError(ApiKeyErrors.narrowedScopes);
    const owner = await this.owners.tenantFor(partnerId, key.environment);
    await this.owners.check(owner.id, key.gymId);
    const issued = await this.issue(owner, uuidv7(), {
      name: key.name,
      scopes: key.scopes,
      gymId: key.gymId ?? null,
      expiresAt: key.expiresAt ?? null,
    });
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'api-key.created',
      object: issued.row.id,
    });
    return issued;
  }

  async list(partnerId: string, page: KeyPage): Promise<ListedKey[]> {
    await this.owners.check(partnerId);
    return this.rows.list(partnerId, page);
  }

  /** @throws api-key.not-found */
  async get(partnerId: string, id: string): Promise<ListedKey> {
    const row = await this.rows.find(partnerId, id);
    if (!row) throw new DomainError(ApiKeyErrors.notFound);
    return row;
  }

  /** A new key of the same lineage; the old one works for `graceSeconds` more. @throws api-key.not-found, api-key.ended */
  async rotate(
    partnerId: string,
    { id, graceSeconds }: KeyRotation,
    caller: Caller,
  ): Promise<IssuedKey> {
    const old = await this.get(partnerId, id);
    if (old.revokedAt || (old.expiresAt && old.expiresAt.getTime() <= Date.now()))
      throw new DomainError(ApiKeyErrors.ended);
    if (!mayGrant(caller, old.scopes, old.gymId ?? undefined))
      throw new DomainError(ApiKeyErrors.beyondOwn);
    const owner = await this.owners.tenantOf(old.partnerId ?? partnerId);
    const issued = await this.issue(owner, old.lineage, {
      name: old.name,
      scopes: old.scopes,
      gymId: old.gymId,
      expiresAt: old.expiresAt,
    });
    await this.rows.endAfter(owner.id, id, graceSeconds);
    this.known.forgetAll();
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'api-key.rotated',
      object: id,
    });
    return issued;
  }

  /** Ends a key and its tokens: here at once, on other replicas within 5 s. @throws api-key.not-found */
  async revoke(partnerId: string, id: string, caller: Caller): Promise<void> {
    const revoked = await this.rows.revoke(partnerId, id);
    this.known.forgetAll();
    if (!revoked) throw new DomainError(ApiKeyErrors.notFound);
    await this.audit.record({
      partnerId,
      actor: caller.name,
      action: 'api-key.revoked',
      object: id,
    });
  }

  private async issue(
    { id: partnerId, environment }: Partner,
    lineage: string,
    key: Pick<
      Parameters<ApiKeysRepository['insert']>[0],
      'name' | 'scopes' | 'gymId' | 'expiresAt'
    >,
  ): Promise<IssuedKey> {
    const made = makeApiKey(environment);
    const hash = sha256(made.key);
    const row = await this.rows.insert({
      ...key,
      id: uuidv7(),
      partnerId,
      lineage,
      prefix: made.prefix,
      hash,
    });
    if (!row) throw new DomainError(ApiKeyErrors.tooMany);
    return { row, key: made.key };
  }
}
