import { Injectable } from '@nestjs/common';
import { localTodaySql } from '../../partners/index.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { DiscountErrors, meaningOf } from '../people/customers.errors.js';
import { currentContractSql, isCurrentSql } from '../people/entry.sql.js';

/** The terms of a contract; dates are local days, both inclusive. */
export interface ContractTerms {
  readonly membershipId: number;
  readonly paymentPlanId: number;
  readonly discountIds: readonly number[];
  readonly signUpDate: string;
  readonly startDate: string;
  readonly cancelDate: string | null;
  readonly endDate: string | null;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
}

/** What a change can name: neither the day of today nor a document changes it. */
export const termsOf = (terms: ContractTerms): ContractTerms => ({
  membershipId: terms.membershipId,
  paymentPlanId: terms.paymentPlanId,
  discountIds: terms.discountIds,
  signUpDate: terms.signUpDate,
  startDate: terms.startDate,
  cancelDate: terms.cancelDate,
  endDate: terms.endDate,
  isActive: terms.isActive,
  isDeleted: terms.isDeleted,
});

interface CatalogueView {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly changeNo: number;
}

/** A contract with what it refers to, and whether it covers today. */
export interface Contract extends ContractTerms {
  readonly id: number;
  readonly customerId: number;
  readonly isCurrent: boolean;
  readonly hasDocument: boolean;
  readonly changeNo: number;
  readonly createdAt: Date;
  readonly membership: CatalogueView;
  readonly paymentPlan: CatalogueView & { readonly isAddOn: boolean };
}

/** Which rows: of one customer, after an id, on the local day of a zone. */
export interface ContractRange {
  readonly zone: string;
  readonly after?: number | undefined;
  readonly limit: number;
}

const today = (zone: string) => `(clock_timestamp() at time zone ${zone})::date`;
const viewOf = (alias: string) => `'id', ${alias}.id, 'name', ${alias}.name,
  'isActive', ${alias}.is_active, 'isDeleted', ${alias}.is_deleted, 'changeNo', ${alias}.change_no`;

const LIST = {
  name: 'contracts.list',
  text: `select k.id, k.customer_id as "customerId", k.membership_id as "membershipId",
      k.payment_plan_id as "paymentPlanId", to_json(k.discount_ids) as "discountIds", k.sign_up_date as "signUpDate", k.start_date as "startDate",
      k.cancel_date as "cancelDate", k.end_date as "endDate", k.is_active as "isActive",
      k.is_deleted as "isDeleted", ${isCurrentSql('k', today('$3'))} as "isCurrent",
      exists (select from files f where f.partner_id = k.partner_id and f.customer_id = k.customer_id
        and f.contract_id = k.id) as "hasDocument",
      k.change_no as "changeNo", k.created_at as "createdAt",
      json_build_object(${viewOf('m')}) as membership,
      json_build_object(${viewOf('p')}, 'isAddOn', p.is_add_on) as "paymentPlan"
    from contracts k
    join memberships m on m.partner_id = k.partner_id and m.id = k.membership_id
    join payment_plans p on p.partner_id = k.partner_id and p.id = k.payment_plan_id
    where k.partner_id = $1 and k.customer_id = $2 and k.id > $4 order by k.id limit $5`,
};
/** Value 3: a gym, or null for the home gym. */
const GYM = `coalesce($3::bigint,
  (select c.home_gym_id from customers c where c.partner_id = $1 and c.id = $2))`;
const HAS_CURRENT = {
  name: 'contracts.has-current',
  text: `select ${currentContractSql('$1', '$2', localTodaySql('$1', GYM))} as yes`,
};
const INSERT = {
  name: 'contracts.insert',
  text: `insert into contracts (partner_id, customer_id, membership_id, payment_plan_id, sign_up_date,
      start_date, cancel_date, end_date, is_active, is_deleted, discount_ids)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id`,
};
const UPDATE = {
  name: 'contracts.update',
  text: `update contracts set membership_id = $3, payment_plan_id = $4, sign_up_date = $5, start_date = $6,
      cancel_date = $7, end_date = $8, is_active = $9, is_deleted = $10, discount_ids = $11,
      change_no = nextval('change_numbers')
    where partner_id = $1 and id = $2`,
};
const LOCK = {
  name: 'contracts.lock',
  text: `select from contracts where partner_id = $1 and customer_id = $2 and id = $3 for update`,
};
const UNKNOWN_DISCOUNT = {
  name: 'contracts.unknown-discount',
  text: `select wanted from unnest($2::bigint[]) wanted
    where not exists (select from discounts d where d.partner_id = $1 and d.id = wanted) limit 1`,
};
const OWNER = {
  name: 'contracts.owner',
  text: 'select customer_id as "customerId" from contracts where partner_id = $1 and id = $2',
};
const TOUCH = {
  name: 'contracts.touch',
  text: `update contracts set change_no = nextval('change_numbers') where partner_id = $1 and id = $2`,
};
const MOVE = {
  name: 'contracts.move',
  text: `update contracts set customer_id = $3, change_no = nextval('change_numbers')
    where partner_id = $1 and customer_id = $2`,
};

const valuesOf = (terms: ContractTerms) => [
  terms.membershipId,
  terms.paymentPlanId,
  terms.signUpDate,
  terms.startDate,
  terms.cancelDate,
  terms.endDate,
  terms.isActive,
  terms.isDeleted,
  terms.discountIds,
];

@Injectable()
export class ContractsRepository {
  /** Deleted ones too, ascending by id. */
  async list(queries: Queries, partnerId: string, customerId: number, range: ContractRange) {
    const { zone, after = 0, limit } = range;
    return queries.query<Contract & object>(LIST, [partnerId, customerId, zone, after, limit]);
  }

  /** Judged on the local day of that gym, else of the home gym, else of the partner. */
  async hasCurrent(queries: Queries, partnerId: string, customerId: number, gymId?: number) {
    const values = [partnerId, customerId, gymId ?? null];
    return (await queries.query<{ yes: boolean }>(HAS_CURRENT, values))[0]?.yes === true;
  }

  /** False when the customer has no such contract. */
  async lock(queries: Queries, partnerId: string, customerId: number, id: number) {
    return (await queries.query(LOCK, [partnerId, customerId, id])).length === 1;
  }

  /** The customer whose contract it is. */
  async owner(queries: Queries, partnerId: string, id: number): Promise<number | undefined> {
    return (await queries.query<{ customerId: number }>(OWNER, [partnerId, id]))[0]?.customerId;
  }

  /** Takes a new change number only: the document of the contract is another one. */
  async touch(queries: Queries, partnerId: string, id: number): Promise<void> {
    await queries.query(TOUCH, [partnerId, id]);
  }

  /** @throws membership.not-found, payment-plan.not-found, discount.not-found */
  async insert(queries: Queries, partnerId: string, customerId: number, terms: ContractTerms) {
    await this.checkDiscounts(queries, partnerId, terms);
    try {
      const values = [partnerId, customerId, ...valuesOf(terms)];
      const [row] = await queries.query<{ id: number }>(INSERT, values);
      return row?.id ?? 0;
    } catch (error) {
      throw meaningOf(error);
    }
  }

  /** @throws membership.not-found, payment-plan.not-found, discount.not-found */
  async update(queries: Queries, partnerId: string, id: number, terms: ContractTerms) {
    await this.checkDiscounts(queries, partnerId, terms);
    try {
      await queries.query(UPDATE, [partnerId, id, ...valuesOf(terms)]);
    } catch (error) {
      throw meaningOf(error);
    }
  }

  async move(queries: Queries, partnerId: string, fromId: number, intoId: number): Promise<void> {
    await queries.query(MOVE, [partnerId, fromId, intoId]);
  }

  /** Discounts are never removed, so one check before writing is enough. */
  private async checkDiscounts(queries: Queries, partnerId: string, terms: ContractTerms) {
    const unknown = await queries.query(UNKNOWN_DISCOUNT, [partnerId, terms.discountIds]);
    if (unknown.length > 0) throw new DomainError(DiscountErrors.notFound);
  }
}
