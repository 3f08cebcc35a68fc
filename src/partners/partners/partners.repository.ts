import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, IsNull, MoreThan, type Repository } from 'typeorm';
import { violates } from '../../platform/database/database-failure.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { refuseUnknownZone } from '../time-zones/unknown-zone.js';
import { checkAgreements } from './agreements.js';
import type { NewPartner, Partner, PartnerChange } from './partner.js';
import type { PartnerEnvironment } from './partner-environment.js';
import { PartnerEntity } from './partner.entity.js';
import { PartnerErrors, TestEnvironmentErrors } from './partners.errors.js';

interface CheckedChange {
  readonly change: PartnerChange;
  /** Throws where the row is not what the caller believes; it is locked from then on. */
  readonly check: (row: Partner) => void;
}

export interface PartnersPage {
  readonly environment: PartnerEnvironment;
  readonly after: string | undefined;
  readonly limit: number;
}

/** The table `partners`; a removed partner keeps its row, and nothing here finds it. */
@Injectable()
export class PartnersRepository {
  constructor(@InjectRepository(PartnerEntity) private readonly rows: Repository<PartnerEntity>) {}

  async find(id: string): Promise<PartnerEntity | undefined> {
    return (await this.rows.findOneBy({ id, deletedAt: IsNull() })) ?? undefined;
  }

  async findBySlug(slug: string): Promise<PartnerEntity | undefined> {
    return (await this.rows.findOneBy({ slug, deletedAt: IsNull() })) ?? undefined;
  }

  /** Those that have one of these slugs. */
  withSlugs(slugs: readonly string[]): Promise<PartnerEntity[]> {
    return this.rows.findBy({ slug: In(slugs), deletedAt: IsNull() });
  }

  async findTestOf(livePartnerId: string): Promise<PartnerEntity | undefined> {
    return (await this.rows.findOneBy({ livePartnerId, deletedAt: IsNull() })) ?? undefined;
  }

  /** A wipe that is in progress goes on. */
  async requestWipe(id: string): Promise<void> {
    const wipeRequestedAt = () => 'coalesce(wipe_requested_at, clock_timestamp())';
    await this.rows.update({ id, environment: 'test', deletedAt: IsNull() }, { wipeRequestedAt });
  }

  firstTwoLive(): Promise<PartnerEntity[]> {
    return this.rows.find({ where: { deletedAt: IsNull(), environment: 'live' }, take: 2 });
  }

  list({ environment, after, limit }: PartnersPage): Promise<PartnerEntity[]> {
    return this.rows.find({
      where: { deletedAt: IsNull(), environment, ...(after && { id: MoreThan(after) }) },
      order: { id: 'ASC' },
      take: limit,
    });
  }

  /** @throws partner.slug-taken, request.invalid */
  insert(values: NewPartner): Promise<PartnerEntity> {
    return this.save(this.rows.create(values));
  }

  /** @throws partner.slug-taken, request.invalid, and what `check` throws */
  change(id: string, { change, check }: CheckedChange): Promise<PartnerEntity | undefined> {
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(PartnerEntity);
      const lock = { mode: 'pessimistic_write' } as const;
      const row = await rows.findOne({ where: { id, deletedAt: IsNull() }, lock });
      if (!row) return undefined;
      check(row);
      return this.save(rows.merge(row, change), rows);
    });
  }

  /** @returns whether there was one */
  async remove(id: string): Promise<boolean> {
    const deletedAt = new Date();
    return this.rows.manager.transaction(async (manager) => {
      const rows = manager.getRepository(PartnerEntity);
      const removed = await rows.update({ id, deletedAt: IsNull() }, { deletedAt });
      // The test environment goes with its partner.
      await rows.update({ livePartnerId: id, deletedAt: IsNull() }, { deletedAt });
      return Boolean(removed.affected);
    });
  }

  private async save(row: PartnerEntity, rows = this.rows): Promise<PartnerEntity> {
    checkAgreements(row);
    try {
      const { id } = await rows.save(row);
      return await rows.findOneByOrFail({ id });
    } catch (error) {
      refuseUnknownZone(error);
      if (violates(error, 'uq_partners_live_partner'))
        throw new DomainError(TestEnvironmentErrors.exists);
      if (violates(error, 'uq_partners_slug')) throw new DomainError(PartnerErrors.slugTaken);
      throw error;
    }
  }
}
