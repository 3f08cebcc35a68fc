import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, type Repository } from 'typeorm';
import { FreshCache } from '../../platform/cache/fresh-cache.js';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { violates } from '../../platform/database/database-failure.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { checkAgreements } from './agreements.js';
import { PartnerEntity } from './partner.entity.js';
import { PartnerErrors } from './partners.errors.js';
import { refuseUnknownZone } from '../time-zones/unknown-zone.js';

export type PartnerChange = Partial<
  Omit<PartnerEntity, 'id' | 'hookProduction' | 'hookTest' | 'createdAt' | 'deletedAt'>
>;

/** 22 random base64url characters: an address, unguessable so that partners cannot find each other. */
export const makeHook = (): string => randomBytes(16).toString('base64url');

const FRESH_MS = 4_000;

/** The tenants. */
@Injectable()
export class Partners {
  private readonly byId = new FreshCache<string, PartnerEntity>({
    load: async (id) => (await this.rows.findOneBy({ id, deletedAt: IsNull() })) ?? undefined,
    freshMs: FRESH_MS,
    keepMs: 60_000,
  });

  /** Every page and every log-in names its partner so. */
  private readonly bySlug = new FreshCache<string, PartnerEntity>({
    load: async (slug) => (await this.rows.findOneBy({ slug, deletedAt: IsNull() })) ?? undefined,
    freshMs: FRESH_MS,
  });

  constructor(@InjectRepository(PartnerEntity) private readonly rows: Repository<PartnerEntity>) {}

  /** @throws partner.slug-taken, request.invalid */
  async create(values: PartnerChange & { name: string; slug: string }): Promise<PartnerEntity> {
    const row = this.rows.create({
      ...values,
      id: uuidv7(),
      hookProduction: makeHook(),
      hookTest: makeHook(),
    });
    return this.saved(row);
  }

  /** @throws partner.not-found */
  async get(id: string): Promise<PartnerEntity> {
    const row = await this.byId.get(id);
    if (!row) throw new DomainError(PartnerErrors.notFound);
    return row;
  }

  /** Like `get`, but what was read in the last minute will do while storage is down (W-18). */
  async getEvenStale(id: string): Promise<PartnerEntity> {
    const row = await this.byId.getEvenStale(id);
    if (!row) throw new DomainError(PartnerErrors.notFound);
    return row;
  }

  async findBySlug(slug: string): Promise<PartnerEntity | undefined> {
    return this.bySlug.get(slug);
  }

  /** The only partner of this deployment, or undefined when there are none or several. */
  async findOnly(): Promise<PartnerEntity | undefined> {
    const rows = await this.rows.find({ where: { deletedAt: IsNull() }, take: 2 });
    return rows.length === 1 ? rows[0] : undefined;
  }

  async list(after: string | undefined, limit: number): Promise<PartnerEntity[]> {
    return this.rows.find({
      where: { deletedAt: IsNull(), ...(after && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** @throws partner.not-found, partner.slug-taken, request.invalid */
  async change(id: string, change: PartnerChange): Promise<PartnerEntity> {
    const row = await this.rows.findOneBy({ id, deletedAt: IsNull() });
    if (!row) throw new DomainError(PartnerErrors.notFound);
    rememberBefore(row);
    return this.saved(this.rows.merge(row, change));
  }

  /** The partner's rows stay; its keys, hooks and pages stop answering. @throws partner.not-found */
  async remove(id: string): Promise<void> {
    const { affected } = await this.rows.update(
      { id, deletedAt: IsNull() },
      { deletedAt: new Date() },
    );
    this.forget(id);
    if (!affected) throw new DomainError(PartnerErrors.notFound);
  }

  /** What was under another slug until now is forgotten with the rest. */
  private forget(id: string): void {
    this.byId.forget(id);
    this.bySlug.clear();
  }

  private async saved(row: PartnerEntity): Promise<PartnerEntity> {
    checkAgreements(row);
    try {
      const saved = await this.rows.save(row);
      this.forget(row.id);
      return await this.rows.findOneByOrFail({ id: saved.id });
    } catch (error) {
      refuseUnknownZone(error);
      if (violates(error, 'uq_partners_slug')) throw new DomainError(PartnerErrors.slugTaken);
      throw error;
    }
  }
}
