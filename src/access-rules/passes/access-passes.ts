import { Injectable } from '@nestjs/common';
import { AccessPassMarksRepository, CustomerErrors, Customers } from '../../customers/index.js';
import { Gyms } from '../../partners/index.js';
import { rememberChange } from '../../platform/audit/changes.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { AccessRuleErrors } from '../policy/access.errors.js';
import type { AccessPass, PassValues } from './access-pass.js';
import { AccessPassesRepository, type PassPage } from './access-passes.repository.js';

/** What lets staff and guests enter. */
@Injectable()
export class AccessPasses {
  constructor(
    private readonly db: Database,
    private readonly customers: Customers,
    private readonly gyms: Gyms,
    private readonly rows: AccessPassesRepository,
    private readonly marks: AccessPassMarksRepository,
  ) {}

  /** Of one customer, by id. */
  list(partnerId: string, page: PassPage): Promise<AccessPass[]> {
    return this.rows.list(this.db, partnerId, page);
  }

  /** @throws access.pass-not-found */
  async get(partnerId: string, id: number): Promise<AccessPass> {
    return found(await this.rows.find(this.db, partnerId, id));
  }

  /** @throws customer.not-found, request.invalid */
  async create(partnerId: string, customerId: number, values: PassValues): Promise<AccessPass> {
    await this.checkGyms(partnerId, values);
    return this.db.transaction(async (tx) => {
      await this.lock(tx, partnerId, customerId);
      await this.marks.set(tx, partnerId, customerId, true);
      return this.rows.insert(tx, partnerId, customerId, values);
    });
  }

  /** @param change of the pass as it is now; what it throws is thrown @throws access.pass-not-found, request.invalid */
  async change(
    partnerId: string,
    id: number,
    change: (present: AccessPass) => PassValues,
  ): Promise<AccessPass> {
    // Another connection must not be asked for inside the transaction.
    await this.checkGyms(partnerId, change(await this.get(partnerId, id)));
    return this.db.transaction(async (tx) => {
      const present = found(await this.rows.lock(tx, partnerId, id));
      const values = change(present);
      rememberChange(present, values);
      return this.rows.update(tx, partnerId, id, values);
    });
  }

  /** @param check of the pass as it is now; what it throws is thrown @throws access.pass-not-found */
  async remove(partnerId: string, id: number, check: (present: AccessPass) => void): Promise<void> {
    const { customerId } = await this.get(partnerId, id);
    await this.db.transaction(async (tx) => {
      await this.lock(tx, partnerId, customerId);
      const present = found(await this.rows.lock(tx, partnerId, id));
      check(present);
      rememberChange(present, GONE);
      await this.rows.remove(tx, partnerId, id);
      const hasOthers = await this.rows.hasAny(tx, partnerId, customerId);
      await this.marks.set(tx, partnerId, customerId, hasOthers);
    });
  }

  /** One change of a customer's passes at a time, and none while they are merged or erased. */
  private async lock(tx: Queries, partnerId: string, customerId: number): Promise<void> {
    const locked = await this.customers.lock(tx, partnerId, [customerId]);
    if (locked.length === 0) throw new DomainError(CustomerErrors.notFound);
  }

  private async checkGyms(partnerId: string, { gymIds }: PassValues): Promise<void> {
    const wanted = gymIds ?? [];
    const rows = await this.gyms.findEvenRemoved(partnerId, wanted);
    const known = new Set(rows.filter((gym) => gym.deletedAt === null).map(({ id }) => id));
    const violations = wanted.flatMap((id, no) =>
      known.has(id) ? [] : [{ path: `gymIds.${no}`, detail: 'is no gym of this partner' }],
    );
    if (violations.length > 0) throw invalid(...violations);
  }
}

const GONE = { type: null, gymIds: null, validFrom: null, validUntil: null, entries: null };

function found(row: AccessPass | undefined): AccessPass {
  if (!row) throw new DomainError(AccessRuleErrors.passNotFound);
  return row;
}
