import { Injectable } from '@nestjs/common';
import { Accounts } from '../../accounts/index.js';
import {
  CustomerMergeAndErasure,
  Contracts,
  Customers,
  type Customer,
  type NewCustomer,
} from '../../customers/index.js';
import type { Queries } from '../../platform/database/database.js';
import { confirmation, type Proven } from '../links/confirmed-email.js';
import type { LinkRefusal } from '../links/joining.types.js';
import { LinkRows } from '../links/link-rows.repository.js';
import type { LinkToken } from '../links/link-tokens.js';

/** The customer for the membership of a link token, and the proof. */
export interface LinkOrder {
  readonly token: LinkToken;
  /** Absent: the customer who carries the gpw id already, else a new one made of `newcomer`. */
  readonly customer?: Customer;
  readonly newcomer?: NewCustomer;
  /** An address that is now known to be the person's. */
  readonly proven?: Proven;
  /** Consumes a mailed token, which outlives the link; false when it was consumed before. */
  readonly mailed?: () => Promise<boolean>;
  /** A partner that links a customer itself never merges profiles by it. */
  readonly keepHolder?: boolean;
}

interface GpwLink {
  readonly gpwId: string;
  readonly gpwActive: boolean;
}

export type Linked =
  | { readonly kind: 'linked'; readonly customer: Customer }
  | { readonly kind: 'invalid-token' }
  | LinkRefusal;

/** Links a gpw id to a customer: once per token, one account per gpw id and one gpw id per account (2.2, 2.3). */
@Injectable()
export class GpwLinks {
  constructor(
    private readonly rows: LinkRows,
    private readonly customers: Customers,
    private readonly contracts: Contracts,
    private readonly mergeAndErasure: CustomerMergeAndErasure,
    private readonly accounts: Accounts,
  ) {}

  /** All inside the caller's transaction. Anything but `linked` changed nothing that counts: the token stays usable. */
  async link(tx: Queries, partnerId: string, order: LinkOrder): Promise<Linked> {
    const { token } = order;
    const user = await this.rows.claim(tx, partnerId, token);
    if (user.superseded) return { kind: 'invalid-token' };
    const found = await this.customers.findByGpwId(tx, partnerId, token.gpwId);
    const [customer, holder] = await this.locked(tx, partnerId, order.customer ?? found, found);
    const refusal =
      (await this.foreignHolder(tx, partnerId, order, holder)) ??
      (customer && (await this.refusal(tx, partnerId, token, customer)));
    if (refusal) return refusal;
    if (!(await this.useUp(tx, partnerId, order))) return { kind: 'invalid-token' };
    const gpwActive = !user.staysCanceled;
    await this.rows.markLinked(tx, partnerId, token, gpwActive ? 'ACTIVE' : 'CANCELED');
    if (customer && holder && holder.id !== customer.id)
      await this.mergeAndErasure.merge(tx, partnerId, holder.id, customer.id);
    const link = { gpwId: token.gpwId, gpwActive };
    const linked = customer
      ? await this.change(tx, customer, order, link)
      : await this.create(tx, partnerId, order, link);
    return { kind: 'linked', customer: linked };
  }

  private async useUp(
    tx: Queries,
    partnerId: string,
    { token, mailed }: LinkOrder,
  ): Promise<boolean> {
    if (mailed && !(await mailed())) return false;
    return this.rows.consume(tx, partnerId, token, mailed !== undefined);
  }

  private change(
    tx: Queries,
    customer: Customer,
    { proven, newcomer }: LinkOrder,
    link: GpwLink,
  ): Promise<Customer> {
    const language = customer.language ?? newcomer?.language ?? null;
    const patch = { ...link, language, ...(proven && confirmation(customer, proven)) };
    return this.customers.change(tx, customer.partnerId, customer.id, patch);
  }

  private create(
    tx: Queries,
    partnerId: string,
    { newcomer, proven }: LinkOrder,
    link: GpwLink,
  ): Promise<Customer> {
    const address = proven && { email: proven.email, emailConfirmed: true };
    const values = { ...newcomer, ...address, ...link, origin: 'WELLHUB' as const };
    return this.customers.create(tx, partnerId, values);
  }

  /** Both as they are now, held until the transaction ends; locked in the order of their ids. */
  private async locked(
    tx: Queries,
    partnerId: string,
    ...people: readonly (Customer | undefined)[]
  ): Promise<(Customer | undefined)[]> {
    const ids = new Set(people.flatMap((person) => (person ? [person.id] : [])));
    const fresh = new Map<number, Customer>();
    for (const id of [...ids].sort((a, b) => a - b))
      fresh.set(id, await this.customers.change(tx, partnerId, id, {}));
    return people.map((person) => person && fresh.get(person.id));
  }

  /** Another customer has the gpw id: a profile without account may be merged, any other one keeps it. */
  private async foreignHolder(
    tx: Queries,
    partnerId: string,
    { keepHolder, customer }: LinkOrder,
    holder: Customer | undefined,
  ): Promise<LinkRefusal | undefined> {
    if (!holder || holder.id === customer?.id) return undefined;
    const account = await this.accounts.findByCustomer(tx, partnerId, holder.id);
    const twoWellhubIds =
      holder.wellhubId !== null && ![null, holder.wellhubId].includes(customer?.wellhubId ?? null);
    if (keepHolder || account || holder.status === 'DISABLED' || twoWellhubIds)
      return { kind: 'other-account' };
    return this.payer(tx, partnerId, holder);
  }

  private async refusal(
    tx: Queries,
    partnerId: string,
    { gpwId }: LinkToken,
    customer: Customer,
  ): Promise<LinkRefusal | undefined> {
    if (customer.status === 'DISABLED') return { kind: 'disabled' };
    const account = await this.accounts.findByCustomer(tx, partnerId, customer.id);
    if (account && !account.enabled) return { kind: 'disabled' };
    if (customer.gpwId !== null && customer.gpwId !== gpwId) return { kind: 'other-membership' };
    return this.payer(tx, partnerId, customer);
  }

  private async payer(
    tx: Queries,
    partnerId: string,
    { id }: Customer,
  ): Promise<LinkRefusal | undefined> {
    const pays = await this.contracts.hasCurrent(tx, partnerId, id);
    return pays ? { kind: 'pays-directly' } : undefined;
  }
}
