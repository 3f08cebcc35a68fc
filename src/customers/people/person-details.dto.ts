import { Answer } from '../../platform/http/answer-fields.js';
import { Flag, Id, Nested, OneOfAnyCase, Text } from '../../platform/http/fields.js';
import {
  BLANK_ADDRESS,
  BLANK_DIRECT_DEBIT,
  SEXES,
  type Address,
  type DirectDebit,
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

const KNOWN = { nullable: true } as const;
const ShownText = (description?: string) => Answer.text(description, KNOWN);

class ShownAddressDto implements Address {
  @ShownText()
  country!: string | null;

  @ShownText()
  city!: string | null;

  @ShownText()
  postalCode!: string | null;

  @ShownText()
  line1!: string | null;

  @ShownText()
  line2!: string | null;
}

class ShownDirectDebitDto implements DirectDebit {
  @ShownText()
  accountNumber!: string | null;

  @ShownText()
  ownerName!: string | null;

  @ShownText()
  street!: string | null;

  @ShownText()
  cityAndPostalCode!: string | null;
}

/** What gym software keeps of a person; nothing of ours depends on it. */
export class PersonDetailFields {
  @ShownText()
  personalId!: string | null;

  @ShownText('Kind of the id document')
  idCardName!: string | null;

  @ShownText()
  idCardNumber!: string | null;

  @ShownText('Full name')
  legalGuardian!: string | null;

  @Answer.oneOf(SEXES, undefined, KNOWN)
  sex!: Sex | null;

  @ShownText('Two small letters')
  language!: string | null;

  @Answer.flag()
  isForeigner!: boolean;

  @Answer.flag()
  newsletterAgreement!: boolean;

  @Answer.flag()
  termsAndConditionsAgreement!: boolean;

  @Answer.id(undefined, KNOWN)
  registeredAtGymId!: number | null;

  @Answer.object(() => ShownAddressDto)
  address!: ShownAddressDto;

  @Answer.object(() => ShownDirectDebitDto, 'The bank account that the person pays from')
  directDebit!: ShownDirectDebitDto;
}

export class ShownPersonDetailsDto extends PersonDetailFields {
  static from(row: PersonDetails): ShownPersonDetailsDto {
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
