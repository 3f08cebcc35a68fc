import { Injectable } from '@nestjs/common';
import { localTodaySql } from '../../partners/index.js';
import type { Queries } from '../../platform/database/database.js';
import type { Reduction } from '../catalogue/catalogue-items.js';
import type { CustomerStatus } from '../people/customer.js';
import { isCurrentSql } from '../people/entry.sql.js';
import type { Address, DirectDebit, Sex } from '../people/person-details.js';

interface CatalogueItem {
  readonly id: number;
  readonly changeNo: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
}

export interface ProfileDiscount extends CatalogueItem {
  readonly administrationFee: Reduction;
  readonly joiningFee: Reduction;
  readonly membershipFee: Reduction;
}

export interface ProfileContract {
  readonly id: number;
  readonly changeNo: number;
  readonly signUpDate: string;
  readonly startDate: string;
  readonly cancelDate: string | null;
  readonly endDate: string | null;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  /** Covers today, the local day of the home gym, else of the partner. */
  readonly isCurrent: boolean;
  readonly documentId: number | null;
  readonly membership: CatalogueItem;
  readonly paymentPlan: CatalogueItem & { readonly isAddOn: boolean };
  /** Ascending by id. */
  readonly discounts: readonly ProfileDiscount[];
}

/**
 * Everything that the Users API's user object (`users-api.md` 4) takes from this room, in our words. Dates are local
 * days, `YYYY-MM-DD`. Of an erased or merged customer only id, number, `changeNo`, `status` and `mergedInto` are
 * filled.
 */
export interface UserProfile {
  readonly id: number;
  readonly changeNo: number;
  readonly number: string;
  readonly status: CustomerStatus;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly mergedInto: number | null;
  readonly personalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly emailConfirmed: boolean;
  readonly phoneNumber: string | null;
  readonly idCardName: string | null;
  readonly idCardNumber: string | null;
  readonly legalGuardian: string | null;
  readonly birthDate: string | null;
  readonly isForeigner: boolean;
  readonly sex: Sex | null;
  readonly language: string | null;
  readonly newsletterAgreement: boolean;
  readonly termsAndConditionsAgreement: boolean;
  readonly homeGymId: number | null;
  readonly registeredAtGymId: number | null;
  /** Null when nothing of it is known. */
  readonly address: Address | null;
  readonly directDebit: DirectDebit | null;
  readonly cardNumber: string | null;
  readonly cardBlocked: boolean;
  readonly photoId: number | null;
  readonly coverPhotoId: number | null;
  readonly directDebitDocumentId: number | null;
  /** Deleted ones too, ascending by id. */
  readonly contracts: readonly ProfileContract[];
}

const item = (alias: string, ...more: string[]) => `json_build_object('id', ${alias}.id,
  'changeNo', ${alias}.change_no, 'name', ${alias}.name, 'isActive', ${alias}.is_active,
  'isDeleted', ${alias}.is_deleted${more.map((pair) => `, ${pair}`).join('')})`;

const file = (kind: string) => `
  (select f.id from files f where f.partner_id = c.partner_id and f.customer_id = c.id and f.kind = '${kind}')`;

const DISCOUNTS = `
  select coalesce(json_agg(${item(
    'd',
    `'administrationFee', d.administration_fee`,
    `'joiningFee', d.joining_fee`,
    `'membershipFee', d.membership_fee`,
  )} order by d.id), '[]'::json)
  from discounts d where d.partner_id = k.partner_id and d.id = any(k.discount_ids)`;

const CONTRACTS = `
  select coalesce(json_agg(json_build_object('id', k.id, 'changeNo', k.change_no, 'signUpDate', k.sign_up_date,
    'startDate', k.start_date, 'cancelDate', k.cancel_date, 'endDate', k.end_date, 'isActive', k.is_active,
    'isDeleted', k.is_deleted, 'isCurrent', ${isCurrentSql('k', 'c.today')},
    'documentId', (select f.id from files f where f.partner_id = k.partner_id and f.contract_id = k.id),
    'membership', ${item('m')}, 'paymentPlan', ${item('p', `'isAddOn', p.is_add_on`)},
    'discounts', (${DISCOUNTS})) order by k.id), '[]'::json)
  from contracts k
  join memberships m on m.partner_id = k.partner_id and m.id = k.membership_id
  join payment_plans p on p.partner_id = k.partner_id and p.id = k.payment_plan_id
  where k.partner_id = c.partner_id and k.customer_id = c.id`;

const LIST = {
  name: 'user-profiles.list',
  text: `select c.id, c.change_no as "changeNo", c.number, c.status, c.status in ('PENDING', 'ACTIVE') as "isActive",
      c.status = 'ERASED' as "isDeleted", c.merged_into as "mergedInto", c.personal_id as "personalId",
      c.first_name as "firstName", c.last_name as "lastName", c.email, c.email_confirmed as "emailConfirmed",
      c.phone_number as "phoneNumber", c.id_card_name as "idCardName", c.id_card_number as "idCardNumber",
      c.legal_guardian as "legalGuardian", c.birth_date as "birthDate", c.is_foreigner as "isForeigner", c.sex,
      c.language, c.newsletter_agreement as "newsletterAgreement",
      c.terms_and_conditions_agreement as "termsAndConditionsAgreement", c.home_gym_id as "homeGymId",
      c.registered_at_gym_id as "registeredAtGymId", c.address, c.direct_debit as "directDebit",
      c.card_number as "cardNumber", c.card_blocked as "cardBlocked", ${file('PHOTO')} as "photoId",
      ${file('COVER_PHOTO')} as "coverPhotoId", ${file('DIRECT_DEBIT_DOCUMENT')} as "directDebitDocumentId",
      case when c.status = 'ERASED' then '[]'::json else (${CONTRACTS}) end as contracts
    from (select u.*, ${localTodaySql('u.partner_id', 'u.home_gym_id')} as today
      from customers u where u.partner_id = $1 and u.id = any($2)) c order by c.id`,
};

/** People as the Users API shows them. */
@Injectable()
export class UserProfilesRepository {
  /** Undefined for an unknown customer, also for another partner's. One statement. */
  async read(
    queries: Queries,
    partnerId: string,
    customerId: number,
  ): Promise<UserProfile | undefined> {
    return (await this.list(queries, partnerId, [customerId]))[0];
  }

  /** Ascending by id, without the unknown ones. */
  async list(
    queries: Queries,
    partnerId: string,
    customerIds: readonly number[],
  ): Promise<UserProfile[]> {
    return queries.query<UserProfile & object>(LIST, [partnerId, customerIds]);
  }
}
