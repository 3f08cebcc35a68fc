import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Partners } from '../../partners/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError, type ErrorSpec } from '../../platform/errors/domain-error.js';
import type {
  CatalogueItem,
  CatalogueValues,
  Discount,
  Membership,
  PaymentPlan,
} from './catalogue-items.js';
import {
  CatalogueRepository,
  DISCOUNTS,
  MEMBERSHIPS,
  PAYMENT_PLANS,
  type CatalogueTable,
} from './catalogue.repository.js';
import { DiscountErrors, MembershipErrors, PaymentPlanErrors } from '../people/customers.errors.js';

interface CheckedValues<T extends CatalogueItem> {
  readonly values: CatalogueValues<T>;
  /** Throws where the caller saw another one; it is locked from then on. */
  readonly isExpected: (present: T) => void;
}

/** One kind of thing that contracts refer to. */
export abstract class Catalogue<T extends CatalogueItem> {
  private readonly rows: CatalogueRepository<T>;

  constructor(
    private readonly db: Database,
    table: CatalogueTable<T>,
    private readonly partners: Partners,
    /** What it means that a row is not there. */
    readonly missing: ErrorSpec,
  ) {
    this.rows = new CatalogueRepository(db, table);
  }

  /** @throws partner.not-found */
  async create(partnerId: string, values: CatalogueValues<T>): Promise<T> {
    await this.partners.get(partnerId);
    return this.rows.insert(partnerId, values);
  }

  /** @throws the kind's not-found */
  async get(partnerId: string, id: number): Promise<T> {
    return this.found(await this.rows.find(partnerId, id));
  }

  /** Deleted ones too, ascending by id. @throws partner.not-found */
  async list(partnerId: string, after: number | undefined, limit: number): Promise<T[]> {
    await this.partners.get(partnerId);
    return this.rows.list(partnerId, after ?? 0, limit);
  }

  /** Which of these there are, deleted ones too. */
  async known(
    queries: Queries,
    partnerId: string,
    ids: readonly number[],
  ): Promise<ReadonlySet<number>> {
    return new Set((await this.rows.findAll(queries, partnerId, ids)).map(({ id }) => id));
  }

  /** @throws the kind's not-found, and what `isExpected` throws */
  async change(
    partnerId: string,
    id: number,
    { values, isExpected }: CheckedValues<T>,
  ): Promise<T> {
    return this.db.transaction(async (tx) => {
      const present = this.found(await this.rows.lock(tx, partnerId, id));
      isExpected(present);
      rememberBefore(present);
      return this.found(await this.rows.update(tx, partnerId, { id, values }));
    });
  }

  private found(row: T | undefined): T {
    if (!row) throw new DomainError(this.missing);
    return row;
  }
}

@Injectable()
export class Memberships extends Catalogue<Membership> {
  constructor(db: Database, partners: Partners) {
    super(db, MEMBERSHIPS, partners, MembershipErrors.notFound);
  }
}

@Injectable()
export class PaymentPlans extends Catalogue<PaymentPlan> {
  constructor(db: Database, partners: Partners) {
    super(db, PAYMENT_PLANS, partners, PaymentPlanErrors.notFound);
  }
}

@Injectable()
export class Discounts extends Catalogue<Discount> {
  constructor(db: Database, partners: Partners) {
    super(db, DISCOUNTS, partners, DiscountErrors.notFound);
  }
}
