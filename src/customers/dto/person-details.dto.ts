import { applyDecorators } from '@nestjs/common';
import { ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsObject, IsOptional, ValidateNested } from 'class-validator';
import { Flag, Id, OneOf, Text } from '../../platform/http/fields.js';
import {
  BLANK_ADDRESS,
  BLANK_DIRECT_DEBIT,
  SEXES,
  type PersonDetails,
  type Sex,
} from '../person-details.js';

export const MERGE_PATCH = { optional: true, nullable: true } as const;

/** An object inside the body; null clears it. */
export const Nested = (type: () => new () => object) =>
  applyDecorators(
    ApiPropertyOptional({ type: () => type(), nullable: true }),
    IsOptional(),
    IsObject(),
    ValidateNested(),
    Type(type),
  );

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

  @OneOf(SEXES, MERGE_PATCH)
  sex?: Sex | null;

  @Text({ ...MERGE_PATCH, pattern: /^[a-z]{2}$/, description: 'two letters', example: 'pt' })
  language?: string | null;

  @Flag({ optional: true })
  isForeigner?: boolean;

  @Flag({ optional: true })
  newsletterAgreement?: boolean;

  @Flag({ optional: true })
  termsAndConditionsAgreement?: boolean;

  @Id(MERGE_PATCH)
  registeredAtGymId?: number | null;

  @Nested(() => AddressDto)
  address?: AddressDto | null;

  @Nested(() => DirectDebitDto)
  directDebit?: DirectDebitDto | null;
}

export const personDetailsDto = (row: PersonDetails) => ({
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
});
