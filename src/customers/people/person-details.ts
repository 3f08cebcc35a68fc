import { Column } from 'typeorm';
import { Int64 } from '../../platform/database/columns.js';

export const SEXES = ['MALE', 'FEMALE'] as const;
export type Sex = (typeof SEXES)[number];

/** A postal address. */
export interface Address {
  readonly country: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly line1: string | null;
  readonly line2: string | null;
}

/** The bank account that a customer pays from. */
export interface DirectDebit {
  readonly accountNumber: string | null;
  readonly ownerName: string | null;
  readonly street: string | null;
  readonly cityAndPostalCode: string | null;
}

const TextColumn = (name: string) => Column({ name, type: 'text', nullable: true });
const FlagColumn = (name: string) => Column({ name, type: 'boolean' });
/** An object that is written and read whole; null when nothing of it is known. */
const ObjectColumn = (name: string) => Column({ name, type: 'jsonb', nullable: true });

/** What gym software keeps of a person and the Users API shows; nothing of ours depends on it. */
export abstract class PersonDetails {
  @TextColumn('personal_id')
  personalId!: string | null;

  @TextColumn('id_card_name')
  idCardName!: string | null;

  @TextColumn('id_card_number')
  idCardNumber!: string | null;

  @TextColumn('legal_guardian')
  legalGuardian!: string | null;

  @TextColumn('sex')
  sex!: Sex | null;

  /** Two-letter code. */
  @TextColumn('language')
  language!: string | null;

  @FlagColumn('is_foreigner')
  isForeigner!: boolean;

  @FlagColumn('newsletter_agreement')
  newsletterAgreement!: boolean;

  @FlagColumn('terms_and_conditions_agreement')
  termsAndConditionsAgreement!: boolean;

  @Int64('registered_at_gym_id', { nullable: true })
  registeredAtGymId!: number | null;

  @ObjectColumn('address')
  address!: Address | null;

  @ObjectColumn('direct_debit')
  directDebit!: DirectDebit | null;
}

export const BLANK_ADDRESS: Address = {
  country: null,
  city: null,
  postalCode: null,
  line1: null,
  line2: null,
};

export const BLANK_DIRECT_DEBIT: DirectDebit = {
  accountNumber: null,
  ownerName: null,
  street: null,
  cityAndPostalCode: null,
};

/** Of a person of whom nothing is known, or nothing any more. Names every detail that is stored. */
export const BLANK_DETAILS = {
  personalId: null,
  idCardName: null,
  idCardNumber: null,
  legalGuardian: null,
  sex: null,
  language: null,
  isForeigner: false,
  newsletterAgreement: false,
  termsAndConditionsAgreement: false,
  registeredAtGymId: null,
  address: null,
  directDebit: null,
} as const satisfies PersonDetails;

/** A merge patch of an object: absent stays, null clears, null as a whole clears all. */
export function mergedObject<T extends object>(
  blank: T,
  before: T | null,
  patch: Partial<T> | null,
): T | null {
  if (patch === null) return null;
  const after = { ...blank, ...before, ...patch };
  return Object.values(after).every((value) => value === null) ? null : after;
}
