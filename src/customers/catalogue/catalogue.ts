import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { InjectRepository } from '@nestjs/typeorm';
import { MoreThan, type DeepPartial, type FindOptionsWhere, type Repository } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity.js';
import { Partners } from '../../partners/index.js';
import { DomainError, type ErrorSpec } from '../../platform/errors/domain-error.js';
import {
  DiscountEntity,
  MembershipEntity,
  PaymentPlanEntity,
  type CatalogueEntity,
} from './catalogue.entity.js';
import { DiscountErrors, MembershipErrors, PaymentPlanErrors } from '../people/customers.errors.js';

export type CatalogueValues<E> = Partial<Omit<E, 'partnerId' | 'id' | 'changeNo' | 'createdAt'>>;

/** One kind of thing that contracts refer to. */
export abstract class CatalogueRows<E extends CatalogueEntity> {
  constructor(
    private readonly rows: Repository<E>,
    private readonly partners: Partners,
    /** What it means that a row is not there. */
    readonly missing: ErrorSpec,
  ) {}

  /** @throws partner.not-found */
  async create(partnerId: string, values: CatalogueValues<E>): Promise<E> {
    await this.partners.get(partnerId);
    const row = this.rows.create({ ...values, partnerId } as unknown as DeepPartial<E>);
    return this.get(partnerId, (await this.rows.save(row)).id);
  }

  /** @throws the kind's not-found */
  async get(partnerId: string, id: number): Promise<E> {
    const row = await this.rows.findOneBy({ partnerId, id } as FindOptionsWhere<E>);
    if (!row) throw new DomainError(this.missing);
    return row;
  }

  /** Deleted ones too, ascending by id. @throws partner.not-found */
  async list(partnerId: string, after: number | undefined, limit: number): Promise<E[]> {
    await this.partners.get(partnerId);
    const where = { partnerId, id: MoreThan(after ?? 0) } as unknown as FindOptionsWhere<E>;
    const order = { id: 'ASC' } as object;
    return this.rows.find({ where, order, take: limit });
  }

  /** @throws the kind's not-found */
  async change(partnerId: string, id: number, values: CatalogueValues<E>): Promise<E> {
    rememberBefore(await this.get(partnerId, id));
    const change = { ...values, changeNo: () => "nextval('change_numbers')" };
    await this.rows.update(
      { partnerId, id } as FindOptionsWhere<E>,
      change as unknown as QueryDeepPartialEntity<E>,
    );
    return this.get(partnerId, id);
  }
}

@Injectable()
export class Memberships extends CatalogueRows<MembershipEntity> {
  constructor(
    @InjectRepository(MembershipEntity) rows: Repository<MembershipEntity>,
    partners: Partners,
  ) {
    super(rows, partners, MembershipErrors.notFound);
  }
}

@Injectable()
export class PaymentPlans extends CatalogueRows<PaymentPlanEntity> {
  constructor(
    @InjectRepository(PaymentPlanEntity) rows: Repository<PaymentPlanEntity>,
    partners: Partners,
  ) {
    super(rows, partners, PaymentPlanErrors.notFound);
  }
}

@Injectable()
export class Discounts extends CatalogueRows<DiscountEntity> {
  constructor(
    @InjectRepository(DiscountEntity) rows: Repository<DiscountEntity>,
    partners: Partners,
  ) {
    super(rows, partners, DiscountErrors.notFound);
  }
}
