import { Flag, Id, Nested, OneOfAnyCase, Text } from '../../platform/http/fields.js';
import {
  BLANK_ADDRESS,
  BLANK_DIRECT_DEBIT,
  SEXES,
  type PersonDetails,
  type Sex,
} from './person-details.js';

export const MERGE_PATCH = { optional: true, nullable: true } as const;

const LANGUAGE = { pattern: /^[a-z]{2}$/, message: 'must be two small letters, such as pt' };
const Line = (max = 100) => Text({ ...MERGE_PATCH, max });

class AddressDto {
  @Line()
  country?: string | null;

  @Line()
  city?: string | null;

  @Line(20)
  postalCode?: string | null;

  @Line(200)
  line1?: string | null;

  @Line(200)
  line2?: string | null;
}

class DirectDebitDto {
  @Line(50)
  accountNumber?: string | null;

  @Line(200)
  ownerName?: string | null;

  @Line(200)
  street?: string | null;

  @Line(200)
  cityAndPostalCode?: string | null;
}

/** The fields of a customer that only the Users API shows again. */
export class PersonDetailsDto {
  @Line(50)
  personalId?: string | null;

  @Text({ ...MERGE_PATCH, max: 100, description: 'kind of the id document', example: 'Passport' })
  idCardName?: string | null;

  @Line(50)
  idCardNumber?: string | null;

  @Text({ ...MERGE_PATCH, max: 200, description: 'full name' })
  legalGuardian?: string | null;

  @OneOfAnyCase(SEXES, MERGE_PATCH)
  sex?: Sex | null;

  @Text({ ...MERGE_PATCH, shape: LANGUAGE, example: 'pt' })
  language?: string | null;

  @Flag({ optional: true })
  isForeigner?: boolean;

  @Flag({ optional: true })
  newsletterAgreement?: boolean;

  @Flag({ optional: true })
  termsAndConditionsAgreement?: boolean;

  @Id(MERGE_PATCH)
  registeredAtGymId?: number | null;

  @Nested(() => AddressDto, MERGE_PATCH)
  address?: AddressDto | null;

  @Nested(() => DirectDebitDto, MERGE_PATCH)
  directDebit?: DirectDebitDto | null;
}

export class ShownPersonDetailsDto {
  static from(row: PersonDetails) {
    return {
      personalId: row.personalId,
      idCardName: row.idCardName,
      idCardNumber: row.idCardNumber,
      legalGuardian: row.legalGuardian,
      sex: row.sex,
      language: row.language,
      isForeigner: row.isForeigner,
      newsletterAgreement: row.newsletterAgreement,
      termsAndConditionsAgreement: row.termsAndConditionsAgreement,
      registeredAtGymId: row.registeredAtGymId,
      address: { ...BLANK_ADDRESS, ...row.address },
      directDebit: { ...BLANK_DIRECT_DEBIT, ...row.directDebit },
    };
  }
}
