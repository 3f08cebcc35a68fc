import { Injectable } from '@nestjs/common';
import { Outbox, type NewEvent } from '../../event-webhooks/index.js';
import { Audit } from '../../platform/audit/audit.js';
import type { Queries } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Customer } from '../people/customer.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { CustomersRepository } from '../people/customers.repository.js';
import type { Judgement } from './batch-judge.js';

type Change = Extract<Judgement, { kind: 'update' }>;

/** Stores what a batch came to: new customers in one statement, the events of all in another one. */
@Injectable()
export class BatchWrites {
  constructor(
    private readonly rows: CustomersRepository,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @returns the ids of new customers by their numbers @throws customer.*-taken when others were faster */
  async write(
    tx: Queries,
    actor: Actor,
    judgements: readonly Judgement[],
  ): Promise<ReadonlyMap<string, number>> {
    const made = await this.create(tx, actor.partnerId, judgements);
    const changes = judgements.filter((one): one is Change => one.kind === 'update');
    for (const { before, after } of changes)
      await this.rows.update(tx, actor.partnerId, before.id, after);
    for (const change of changes) await this.recordEmail(tx, actor, change);
    await this.outbox.add(tx, ...made.flatMap(eventsOfNew), ...changes.flatMap(eventsOfChange));
    return new Map(made.map(({ number, id }) => [number, id]));
  }

  private async create(
    tx: Queries,
    partnerId: string,
    judgements: readonly Judgement[],
  ): Promise<Customer[]> {
    const rows = judgements.flatMap((one) => (one.kind === 'create' ? [one.after] : []));
    if (rows.length === 0) return [];
    const made = await this.rows.insertFree(
      tx,
      rows.map((row) => ({ ...row, partnerId })),
    );
    if (made.length < rows.length) throw new DomainError(CustomerErrors.numberTaken);
    return made;
  }

  private async recordEmail(tx: Queries, actor: Actor, { before, after }: Change): Promise<void> {
    if (before.emailKey === after.emailKey) return;
    const action = 'customer.email-changed';
    const { partnerId, name } = actor;
    await this.audit.recordOrFail({ partnerId, actor: name, action, object: `${before.id}` }, tx);
  }
}

const eventsOf = (
  { partnerId, id }: Customer,
  type: NewEvent['type'],
  isDisabled: boolean,
): NewEvent[] => [
  { partnerId, type, entityId: id },
  ...(isDisabled ? [{ partnerId, type: 'CUSTOMER_ACCESS_DISABLED', entityId: id } as const] : []),
];

const eventsOfNew = (row: Customer) => eventsOf(row, 'CUSTOMER_CREATED', row.status === 'DISABLED');

const eventsOfChange = ({ before, after }: Change) =>
  eventsOf(before, 'CUSTOMER_UPDATED', after.status === 'DISABLED' && before.status !== 'DISABLED');
