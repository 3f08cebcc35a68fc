import type { Customer } from '../../customers/index.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { isObject } from '../../platform/http/json-body.js';
import { WELLHUB_ID } from '../../wellhub/index.js';

/** @throws request.invalid */
export function readAggregatorId(body: unknown): string {
  const id = isObject(body) ? body['aggregatorId'] : undefined;
  const digits = typeof id === 'string' ? id.replaceAll(/\s/g, '') : '';
  if (!WELLHUB_ID.test(digits))
    throw invalid({ path: 'aggregatorId', detail: 'must be a string of 1 to 20 digits' });
  return digits;
}

/** The gym software's customer number, not ours. @throws request.invalid */
export function readTheirCustomerId(body: unknown): number {
  const id = isObject(body) ? body['customerId'] : undefined;
  if (typeof id !== 'number' || !Number.isSafeInteger(id))
    throw invalid({ path: 'customerId', detail: 'must be a whole number' });
  return id;
}

/** `open-api.md` section 6: who may enter. */
export class EntryDto {
  @Answer.text('The Wellhub id')
  aggregatorId!: string;

  static from(aggregatorId: string): EntryDto {
    return { aggregatorId };
  }
}

/** `open-api.md` section 6: what is not known is left out, except a name. */
export class MemberDto {
  @Answer.text('The Wellhub id')
  aggregatorId!: string;

  @Answer.text('`Wellhub` where it is not known')
  firstName!: string;

  @Answer.text('The last digits of the Wellhub id where it is not known')
  lastName!: string;

  @Answer.date(undefined, { optional: true })
  dateOfBirth?: string;

  @Answer.text(undefined, { optional: true })
  email?: string;

  @Answer.text(undefined, { optional: true })
  gender?: string;

  @Answer.text(undefined, { optional: true })
  phonePrivate?: string;

  @Answer.text(undefined, { optional: true })
  street?: string;

  @Answer.text(undefined, { optional: true })
  zipCode?: string;

  @Answer.text(undefined, { optional: true })
  city?: string;

  @Answer.text('ISO 3166-1, two letters', { optional: true })
  country?: string;

  static from(aggregatorId: string, customer: Customer): MemberDto {
    const { firstName, lastName, birthDate, email, sex, phoneNumber, address } = customer;
    const known = {
      dateOfBirth: birthDate,
      email,
      gender: sex,
      phonePrivate: phoneNumber,
      street: address?.line1,
      zipCode: address?.postalCode,
      city: address?.city,
      country: address?.country,
    };
    return {
      aggregatorId,
      firstName: firstName ?? 'Wellhub',
      lastName: lastName ?? aggregatorId.slice(-4),
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => Boolean(value))),
    };
  }
}
