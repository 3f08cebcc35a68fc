import { DomainError } from '../../platform/errors/domain-error.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { Actor } from '../../platform/http/actor.js';
import type { Customer, CustomerValues } from '../people/customer.js';
import { freshCustomer, isSame, isVisibleAt, patched } from '../people/customer-rules.js';
import { CustomerErrors } from '../people/customers.errors.js';
import {
  emailKeyOf,
  hasUniqueKey,
  naturalKey,
  TAKEN,
  UNIQUE_KEYS,
  type UniqueKey,
} from './batch-keys.js';

export type NewRow = ReturnType<typeof freshCustomer> & { number: string };

/** A customer of the database, or one that this batch makes. */
interface Known {
  readonly before: Customer | undefined;
  after: NewRow | Customer;
  /** The item that made or changed it. */
  usedBy?: number;
}

/** A customer of the database, as it is there. */
interface Stored {
  readonly known: Known;
  readonly before: Customer;
}

export type Judgement =
  | { readonly kind: 'create'; readonly after: NewRow }
  | { readonly kind: 'update'; readonly before: Customer; readonly after: Customer }
  | { readonly kind: 'unchanged'; readonly before: Customer };

/**
 * Judges the items of a batch one after the other, each as if those before it were stored: which customer it is about, and
 * whether what it wants collides with another one. Writes nothing.
 */
export class BatchJudge {
  private readonly byKey = new Map<string, Known>();

  constructor(
    private readonly actor: Pick<Actor, 'gymId'>,
    candidates: readonly Customer[],
    private readonly makeNumber: () => string,
  ) {
    for (const before of candidates) this.remember({ before, after: before });
  }

  /** @throws request.invalid, customer.*-taken, customer.repeated-in-batch */
  judge(values: CustomerValues, index: number): Judgement {
    const known = this.find(values);
    if (known?.usedBy !== undefined)
      throw new DomainError(CustomerErrors.repeatedInBatch, {
        detail: `The item at ${known.usedBy} is about the same customer`,
      });
    return known?.before
      ? this.change({ known, before: known.before }, values, index)
      : this.make(values, index);
  }

  private make(values: CustomerValues, index: number): Judgement {
    const homeGymId = values.homeGymId ?? this.actor.gymId ?? null;
    const after = patched(freshCustomer(), { ...values, homeGymId });
    const row = { ...after, number: after.number ?? this.makeNumber() };
    const known: Known = { before: undefined, after: row, usedBy: index };
    this.assertFree(known);
    this.remember(known);
    return { kind: 'create', after: row };
  }

  private change({ known, before }: Stored, values: CustomerValues, index: number): Judgement {
    if (values.homeGymId === null && this.actor.gymId !== undefined)
      throw invalid({ path: 'homeGymId', detail: 'cannot be cleared by a key for one gym' });
    const after = patched(before, values);
    this.assertFree({ ...known, after }, known);
    this.forget(known);
    Object.assign(known, { after, usedBy: index });
    this.remember(known);
    return isSame(before, after)
      ? { kind: 'unchanged', before }
      : { kind: 'update', before, after };
  }

  /**
   * By the first key that the item names and a customer has; without any of them by address, name and birth date. A
   * customer who has a number of the gym software keeps it.
   */
  private find(values: CustomerValues): Known | undefined {
    for (const key of UNIQUE_KEYS) {
      const known = this.withKey(key, values);
      if (!known) continue;
      const isHidden = known.before && !isVisibleAt(known.before, this.actor.gymId);
      if (isHidden || hasOtherNumber(known.after, values)) throw new DomainError(TAKEN[key]);
      return known;
    }
    return hasUniqueKey(values) ? undefined : this.findByName(values);
  }

  /** A blocked card finds no customer: it may be another customer's by now. */
  private withKey(key: UniqueKey, values: CustomerValues): Known | undefined {
    const value = key === 'cardNumber' && values.cardBlocked ? undefined : values[key];
    return value ? this.byKey.get(`${key}:${value}`) : undefined;
  }

  private findByName(values: CustomerValues): Known | undefined {
    const { firstName = null, lastName = null, birthDate = null } = values;
    const emailKey = emailKeyOf(values) ?? null;
    const natural = naturalKey({ emailKey, firstName, lastName, birthDate });
    const known = natural === undefined ? undefined : this.byKey.get(`natural:${natural}`);
    return known?.before && !isVisibleAt(known.before, this.actor.gymId) ? undefined : known;
  }

  private assertFree({ after }: Known, itself?: Known): void {
    for (const [key, name] of uniqueNames(after)) {
      const other = this.byKey.get(name);
      if (other && other !== itself) throw new DomainError(TAKEN[key]);
    }
  }

  private remember(known: Known): void {
    for (const name of namesOf(known.after)) if (!this.byKey.has(name)) this.byKey.set(name, known);
  }

  private forget(known: Known): void {
    for (const name of namesOf(known.after))
      if (this.byKey.get(name) === known) this.byKey.delete(name);
  }
}

/** Ours are UUIDs; any other one was given by gym software. */
const hasOtherNumber = (known: NewRow | Customer, { number }: CustomerValues): boolean =>
  number !== undefined && number !== known.number && !isUuid(known.number);

/** A blocked card may belong to another customer by now. */
const uniqueNames = (row: NewRow | Customer) =>
  UNIQUE_KEYS.filter((key) => row[key] && !(key === 'cardNumber' && row.cardBlocked)).map(
    (key) => [key, `${key}:${row[key]}`] as const,
  );

function namesOf(row: NewRow | Customer): string[] {
  const natural = naturalKey(row);
  const unique = uniqueNames(row).map(([, name]) => name);
  return natural === undefined ? unique : [...unique, `natural:${natural}`];
}
