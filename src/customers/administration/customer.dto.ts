import { invalid } from '../../platform/errors/request-errors.js';
import {
  CalendarDate,
  Digits,
  EmailField,
  Flag,
  Id,
  Nested,
  OneOf,
  Text,
} from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/paging.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { GPW_ID, typedWellhubId } from '../../wellhub/index.js';
import { CARD_FORMATS, cardNumber, type CardFormat } from '../people/card-number.js';
import {
  CUSTOMER_STATUSES,
  ORIGINS,
  type CustomerStatus,
  type CustomerValues,
  type LivingStatus,
  type Origin,
} from '../people/customer.js';
import type { CustomerFilter } from './customer-filter.sql.js';
import { MERGE_PATCH, PersonDetailsDto } from '../people/person-details.dto.js';

/** A card as a reader shows it; stored and shown as the decimal number without leading zeros. */
export class CardNumberDto {
  @Text({ max: 64, example: '045ea19c2f6680' })
  value!: string;

  @OneOf(CARD_FORMATS, { optional: true, description: 'DECIMAL when absent' })
  format?: CardFormat;

  toCommand(): string {
    const number = cardNumber(this.value, this.format ?? 'DECIMAL');
    if (number === undefined)
      throw invalid({ path: 'cardNumber.value', detail: 'is no card number in this format' });
    return number;
  }
}

/** `PATCH /customers/{customerId}`, a merge patch; and the body of a new customer. */
export class CustomerBodyDto extends PersonDetailsDto {
  @Id(MERGE_PATCH)
  homeGymId?: number | null;

  @Text({ ...MERGE_PATCH, max: 100 })
  firstName?: string | null;

  @Text({ ...MERGE_PATCH, max: 100 })
  lastName?: string | null;

  @EmailField(MERGE_PATCH)
  email?: string | null;

  @Text({ ...MERGE_PATCH, max: 50 })
  phoneNumber?: string | null;

  @CalendarDate(MERGE_PATCH)
  birthDate?: string | null;

  @Digits({
    ...MERGE_PATCH,
    min: 13,
    max: 13,
    message: 'must be a Wellhub id of 13 digits',
    read: typedWellhubId,
    example: '0012345678905',
  })
  gympassId?: string | null;

  @Text({ ...MERGE_PATCH, shape: GPW_ID, description: 'gpw id' })
  gympassUserId?: string | null;

  @Nested(() => CardNumberDto, MERGE_PATCH)
  cardNumber?: CardNumberDto | null;

  @Flag({ optional: true })
  cardIsBlocked?: boolean;

  @Text({ optional: true, max: 100, description: 'unique in the partner; a UUID when absent' })
  number?: string;

  @OneOf(ORIGINS, { optional: true })
  origin?: Origin;

  @OneOf(['PENDING', 'ACTIVE', 'DISABLED'] satisfies LivingStatus[], { optional: true })
  status?: LivingStatus;

  toCommand(): CustomerValues {
    return valuesOf(this);
  }
}

function valuesOf(body: CustomerBodyDto): CustomerValues {
  const { gympassId, gympassUserId, cardNumber: card, cardIsBlocked, ...values } = body;
  return {
    ...values,
    ...(gympassId !== undefined && { wellhubId: gympassId }),
    ...(gympassUserId !== undefined && { gpwId: gympassUserId }),
    ...(card !== undefined && { cardNumber: card?.toCommand() ?? null }),
    ...(cardIsBlocked !== undefined && { cardBlocked: cardIsBlocked }),
  };
}

export class MergeCustomerDto {
  @Id()
  intoCustomerId!: number;
}

const IDS = {
  pattern: /^[1-9]\d{0,15}(?:,[1-9]\d{0,15}){0,199}$/,
  message: 'must be at most 200 customer ids, separated by commas',
};

/** Search parameters; together they narrow. */
export class CustomerQuery extends PageQuery {
  @Text({
    optional: true,
    max: 100,
    description: 'Name, e-mail, phone, card, number or either Wellhub id; the likeliest first',
  })
  q?: string;

  @EmailField({ optional: true })
  email?: string;

  @Digits({ optional: true, max: 20, message: 'must be digits' })
  gympassId?: string;

  @Text({ optional: true, shape: GPW_ID })
  gympassUserId?: string;

  @Text({ optional: true, max: 100 })
  number?: string;

  @OneOf(CUSTOMER_STATUSES, { optional: true })
  status?: CustomerStatus;

  @OneOf(['ACTIVE', 'CANCELED'], { optional: true, description: 'as Wellhub counts the person' })
  wellhubStatus?: 'ACTIVE' | 'CANCELED';

  @Text({ optional: true, max: 100 })
  wellhubPlanId?: string;

  @OneOf(['web', 'android', 'ios', 'unknown'], { optional: true })
  wellhubOrigin?: string;

  @Text({ optional: true, shape: { pattern: /^[A-Za-z]{2}$/, message: 'must be two letters' } })
  wellhubCountryCode?: string;

  @Text({ optional: true, max: 4_000, shape: IDS, description: 'At most 200, separated by commas' })
  ids?: string;

  toFilter(): CustomerFilter {
    const { email, gympassId, gympassUserId, number, status, ids } = this;
    const { wellhubStatus, wellhubPlanId, wellhubOrigin, wellhubCountryCode } = this;
    return {
      emailKey: emailAddress(email)?.key,
      wellhubId: gympassId,
      gpwId: gympassUserId,
      number,
      status,
      wellhubStatus,
      wellhubPlanId,
      wellhubOrigin,
      wellhubCountryCode: wellhubCountryCode?.toUpperCase(),
      ids,
    };
  }
}
