import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { rememberBefore } from '../../platform/audit/changes.js';
import { currentRequest } from '../../platform/deadline/request-context.js';
import { Outbox, type NewEvent } from '../../event-webhooks/index.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Customer, CustomerPatch, NewCustomer } from './customer.js';
import { freshCustomer, isSame, isVisibleAt, patched } from './customer-rules.js';
import { CustomerErrors } from './customers.errors.js';
import { CustomersRepository, type PersonLanguages } from './customers.repository.js';

/** Who the people are. Methods that take `queries` write events in the caller's transaction. */
@Injectable()
export class Customers {
  constructor(
    private readonly db: Database,
    private readonly rows: CustomersRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @throws customer.not-found, also for erased and merged ones */
  async get(partnerId: string, id: number): Promise<Customer> {
    return this.getVisible(partnerId, id, undefined);
  }

  /** For a caller that may be narrowed to one gym. @throws customer.not-found */
  async getVisible(partnerId: string, id: number, gymId: number | undefined): Promise<Customer> {
    const row = await this.find(partnerId, id);
    if (!row || !isVisibleAt(row, gymId)) throw new DomainError(CustomerErrors.notFound);
    return row;
  }

  async find(
    partnerId: string,
    id: number,
    queries: Queries = this.db,
  ): Promise<Customer | undefined> {
    return this.rows.findById(queries, partnerId, id);
  }

  async findByWellhubId(
    queries: Queries,
    partnerId: string,
    wellhubId: string,
  ): Promise<Customer | undefined> {
    return this.rows.findByWellhubId(queries, partnerId, wellhubId);
  }

  async findByGpwId(
    queries: Queries,
    partnerId: string,
    gpwId: string,
  ): Promise<Customer | undefined> {
    return this.rows.findByGpwId(queries, partnerId, gpwId);
  }

  /** The languages for mails to a customer: their own and that of their gym, where they are known. */
  async languagesOf(queries: Queries, partnerId: string, id: number): Promise<PersonLanguages> {
    return this.rows.languagesOf(queries, partnerId, id);
  }

  /** Of the page that a person logs in to, where no language of theirs is known: mails are written in it from now on. */
  async learnLanguage(partnerId: string, id: number, language: string): Promise<void> {
    const known = await this.find(partnerId, id);
    if (!known || known.language !== null) return;
    await this.db.transaction(async (tx) => {
      await this.change(tx, partnerId, id, { language });
    });
  }

  /** All customers with that address, oldest first. @param emailKey made by `emailAddress` */
  async findByEmail(queries: Queries, partnerId: string, emailKey: string): Promise<Customer[]> {
    return this.rows.findByEmail(queries, partnerId, emailKey);
  }

  /** @throws request.invalid (e-mail), customer.*-taken, gym.not-found */
  async create(queries: Queries, partnerId: string, values: NewCustomer): Promise<Customer> {
    const row = await this.rows.insert(queries, partnerId, patched(freshCustomer(), values));
    await this.publish(queries, row, 'CUSTOMER_CREATED', row.status === 'DISABLED');
    return row;
  }

  /** Locks the row; a patch that changes nothing publishes nothing. @throws customer.not-found, as `create` */
  async change(
    queries: Queries,
    partnerId: string,
    id: number,
    patch: CustomerPatch,
  ): Promise<Customer> {
    const [before] = await this.rows.lock(queries, partnerId, [id]);
    if (!before) throw new DomainError(CustomerErrors.notFound);
    rememberBefore({ ...before, cardIsBlocked: before.cardBlocked });
    const after = patched(before, patch);
    if (isSame(before, after)) return before;
    const row = await this.rows.update(queries, partnerId, id, after);
    if (before.emailKey !== row.emailKey) await this.emailChanged(queries, row);
    const disabled = row.status === 'DISABLED' && before.status !== 'DISABLED';
    await this.publish(queries, row, 'CUSTOMER_UPDATED', disabled);
    return row;
  }

  /** A write of the administration names it in its own row. */
  private async emailChanged(queries: Queries, { partnerId, id }: Customer): Promise<void> {
    if (currentRequest()?.changes) return;
    const action = 'customer.email-changed';
    await this.audit.recordOrFail(
      { partnerId, actor: 'nobody', action, object: String(id) },
      queries,
    );
  }

  /**
   * The Users API's `timestamp` rises: something changed that is shown with the customer and kept elsewhere (an
   * account's password, a photo). Publishes no event by itself. @throws customer.not-found
   */
  async touch(queries: Queries, partnerId: string, id: number): Promise<void> {
    if (!(await this.rows.touch(queries, partnerId, id)))
      throw new DomainError(CustomerErrors.notFound);
  }

  /** Callers that lock rows about people lock the people first, as an erasure does: in the order of their ids. */
  lock(queries: Queries, partnerId: string, ids: readonly number[]): Promise<Customer[]> {
    return this.rows.lock(queries, partnerId, ids);
  }

  private async publish(
    queries: Queries,
    { partnerId, id }: Customer,
    type: NewEvent['type'],
    disabled: boolean,
  ): Promise<void> {
    const events: NewEvent[] = [{ partnerId, type, entityId: id }];
    if (disabled) events.push({ partnerId, type: 'CUSTOMER_ACCESS_DISABLED', entityId: id });
    await this.outbox.add(queries, ...events);
  }
}
