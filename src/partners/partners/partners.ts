import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { NewPartner, Partner, PartnerChange } from './partner.js';
import { PartnerErrors } from './partners.errors.js';
import { PartnersRepository, type PartnersPage } from './partners.repository.js';

/** 22 random base64url characters: an address, unguessable so that partners cannot find each other. */
export const makeHook = (): string => randomBytes(16).toString('base64url');

/** Nothing: a live partner. */
type TenantKind = Pick<NewPartner, 'environment' | 'livePartnerId'>;

const FRESH_MS = 4_000;

/** The tenants. */
@Injectable()
export class Partners {
  private readonly byId = new FreshCache<string, Partner>({
    load: (id) => this.rows.find(id),
    freshMs: FRESH_MS,
    keepMs: 60_000,
  });

  /** Every page and every log-in names its partner so. */
  private readonly bySlug = new FreshCache<string, Partner>({
    load: (slug) => this.rows.findBySlug(slug),
    freshMs: FRESH_MS,
  });

  constructor(private readonly rows: PartnersRepository) {}

  /** @throws partner.slug-taken, request.invalid */
  async create(
    values: PartnerChange & { name: string; slug: string },
    kind: TenantKind = {},
  ): Promise<Partner> {
    const hooks = { hookProduction: makeHook(), hookTest: makeHook() };
    const row = await this.rows.insert({ ...values, ...kind, id: uuidv7(), ...hooks });
    this.forget(row.id);
    return row;
  }

  /** @throws partner.not-found */
  async get(id: string): Promise<Partner> {
    const row = await this.byId.get(id);
    if (!row) throw new DomainError(PartnerErrors.notFound);
    return row;
  }

  /** Like `get`, but what was read in the last minute will do while storage is down (W-18). */
  async getEvenStale(id: string): Promise<Partner> {
    const row = await this.byId.getEvenStale(id);
    if (!row) throw new DomainError(PartnerErrors.notFound);
    return row;
  }

  async findBySlug(slug: string): Promise<Partner | undefined> {
    return this.bySlug.get(slug);
  }

  /** Absent: the partner has none, or is one itself. */
  async findTestOf(id: string): Promise<Partner | undefined> {
    return this.rows.findTestOf(id);
  }

  /** Undefined where there is no such test environment. */
  async requestWipe(id: string): Promise<Partner | undefined> {
    await this.rows.requestWipe(id);
    this.forget(id);
    return this.rows.find(id);
  }

  /** As it is now, and not as it was a moment ago. */
  async getFresh(id: string): Promise<Partner> {
    this.byId.forget(id);
    return this.get(id);
  }

  /** The only partner of this deployment, or undefined when there are none or several; test environments do not count. */
  async findOnly(): Promise<Partner | undefined> {
    const rows = await this.rows.firstTwoLive();
    return rows.length === 1 ? rows[0] : undefined;
  }

  list(page: PartnersPage): Promise<Partner[]> {
    return this.rows.list(page);
  }

  /** @throws partner.not-found, partner.slug-taken, request.invalid, and what `isExpected` throws */
  async change(
    id: string,
    change: PartnerChange,
    isExpected: (row: Partner) => void = () => undefined,
  ): Promise<Partner> {
    const check = (row: Partner) => {
      isExpected(row);
      rememberBefore(row);
    };
    try {
      const row = await this.rows.change(id, { change, check });
      if (!row) throw new DomainError(PartnerErrors.notFound);
      return row;
    } finally {
      this.forget(id);
    }
  }

  /** The partner's rows stay; its keys, hooks and pages stop answering. @throws partner.not-found */
  async remove(id: string): Promise<void> {
    const isRemoved = await this.rows.remove(id);
    this.byId.clear();
    this.bySlug.clear();
    if (!isRemoved) throw new DomainError(PartnerErrors.notFound);
  }

  /** After a change of its row. Entries under an earlier slug are dropped too. */
  forget(id: string): void {
    this.byId.forget(id);
    this.bySlug.clear();
  }
}
