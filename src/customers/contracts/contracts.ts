import { Injectable } from '@nestjs/common';
import { rememberBefore } from '../../platform/audit/changes.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { ContractsRepository, type Contract, type ContractTerms } from './contracts.repository.js';
import type { Customer } from '../people/customer.js';
import { ContractErrors } from '../people/customers.errors.js';
import { LocalDays } from '../people/local-days.js';

/** Absent terms of a new contract: signed up on its first day, without an end, active. */
export type NewContract = Partial<ContractTerms> &
  Pick<ContractTerms, 'membershipId' | 'paymentPlanId' | 'startDate'>;
export type ContractPatch = Partial<ContractTerms>;

interface CheckedPatch {
  readonly patch: ContractPatch;
  /** Throws where the caller saw another one; it is locked from then on. */
  readonly isExpected: (present: Contract) => void;
}

/** Whom a contract belongs to. */
export type ContractOwner = Pick<Customer, 'partnerId' | 'id' | 'homeGymId'>;

/** More than any customer has; a bound for lists that are not paged. */
const MOST = 1_000;

/** What a customer has agreed to. A customer who pays us directly may enter only with a current contract. */
@Injectable()
export class Contracts {
  constructor(
    private readonly db: Database,
    private readonly rows: ContractsRepository,
    private readonly days: LocalDays,
  ) {}

  /** All of them, deleted ones too, ascending by id. `isCurrent` is about the home gym's today. */
  async of(owner: ContractOwner, after?: number, limit = MOST): Promise<Contract[]> {
    const zone = await this.days.zoneOf(owner.partnerId, owner.homeGymId);
    return this.rows.list(this.db, owner.partnerId, owner.id, { zone, after, limit });
  }

  /** @throws contract.not-found, also for another customer's contract */
  async get(owner: ContractOwner, id: number): Promise<Contract> {
    const [row] = await this.of(owner, id - 1, 1);
    if (row?.id !== id) throw new DomainError(ContractErrors.notFound);
    return row;
  }

  /** @throws request.invalid (dates), membership.not-found, payment-plan.not-found, discount.not-found */
  async create(owner: ContractOwner, given: NewContract): Promise<Contract> {
    const terms = {
      signUpDate: given.startDate,
      cancelDate: null,
      endDate: null,
      discountIds: [],
      isActive: true,
      isDeleted: false,
      ...given,
    };
    checkDates(terms);
    const id = await this.rows.insert(this.db, owner.partnerId, owner.id, terms);
    return this.get(owner, id);
  }

  /** @throws contract.not-found, as `create`, and what `isExpected` throws */
  async change(
    owner: ContractOwner,
    id: number,
    { patch, isExpected }: CheckedPatch,
  ): Promise<Contract> {
    const { partnerId } = owner;
    const zone = await this.days.zoneOf(partnerId, owner.homeGymId);
    await this.db.transaction(async (queries) => {
      const known = await this.rows.lock(queries, partnerId, owner.id, id);
      const range = { zone, after: id - 1, limit: 1 };
      const [row] = known ? await this.rows.list(queries, partnerId, owner.id, range) : [];
      if (!row) throw new DomainError(ContractErrors.notFound);
      isExpected(row);
      rememberBefore(row);
      const terms = { ...row, ...patch };
      checkDates(terms);
      await this.rows.update(queries, partnerId, id, terms);
    });
    return this.get(owner, id);
  }

  /** Judged on the local day of that gym, else of the home gym, else of the partner. */
  hasCurrent(
    queries: Queries,
    partnerId: string,
    customerId: number,
    gymId?: number,
  ): Promise<boolean> {
    return this.rows.hasCurrent(queries, partnerId, customerId, gymId);
  }

  /** The customer whose contract it is. @throws contract.not-found */
  async ownerOf(partnerId: string, id: number): Promise<number> {
    const customerId = await this.rows.owner(this.db, partnerId, id);
    if (customerId === undefined) throw new DomainError(ContractErrors.notFound);
    return customerId;
  }
}

function checkDates({ startDate, endDate }: ContractTerms): void {
  if (endDate !== null && endDate < startDate)
    throw invalid({ path: 'endDate', detail: 'must not be before startDate' });
}
