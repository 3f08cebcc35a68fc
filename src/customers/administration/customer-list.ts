import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { IsNull, MoreThan, Not, type FindOptionsWhere, type Repository } from 'typeorm';
import { Partners } from '../../partners/index.js';
import { CustomerEntity } from '../people/customer.entity.js';
import type { Viewer } from '../people/viewer.js';

export type CustomerFilter = Partial<
  Pick<CustomerEntity, 'emailKey' | 'wellhubId' | 'gpwId' | 'number' | 'status'>
>;

/** Looks customers up by what is known of them. Erased ones are listed only to administrators who ask for that status. */
@Injectable()
export class CustomerList {
  constructor(
    @InjectRepository(CustomerEntity) private readonly rows: Repository<CustomerEntity>,
    private readonly partners: Partners,
  ) {}

  /** Ascending by id. @throws partner.not-found */
  async find(
    { partnerId, gymId, isAdmin }: Viewer,
    filter: CustomerFilter,
    after: number | undefined,
    limit: number,
  ): Promise<CustomerEntity[]> {
    await this.partners.get(partnerId);
    if (filter.status === 'ERASED' && !isAdmin) return [];
    const given = Object.entries(filter).filter(([, value]) => value !== undefined);
    const where = {
      status: Not('ERASED'),
      ...Object.fromEntries(given),
      partnerId,
      ...(after !== undefined && { id: MoreThan(after) }),
    } as FindOptionsWhere<CustomerEntity>;
    return this.rows.find({
      where: gymId === undefined ? where : seenAt(gymId, where),
      order: { id: 'ASC' },
      take: limit,
    });
  }
}

/** `open-api.md` 1.3: of the own gym, or roaming with a Wellhub or gpw id. */
const seenAt = (gymId: number, where: FindOptionsWhere<CustomerEntity>) => [
  { ...where, homeGymId: gymId },
  { wellhubId: Not(IsNull()), ...where },
  { gpwId: Not(IsNull()), ...where },
];
