import type { AccountFacts } from '../../accounts/index.js';
import type { UserProfile } from '../../customers/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import { ContractObjectDto } from './contract-object.dto.js';
import { AddressObjectDto, CardObjectDto, DirectDebitObjectDto } from './user-object-parts.dto.js';
import type { FileLinks } from './file-links.js';
import { Wire } from './wire-fields.js';
import { dayStart, orBlank, type Blank } from './wire-values.js';

/** The data of one user object, from the rooms that own it. */
export interface UserFacts {
  readonly profile: UserProfile;
  readonly account: AccountFacts;
  readonly isInside: boolean;
}

const SEX = { MALE: 'Male', FEMALE: 'Female' } as const;
const SEXES = ['Male', 'Female', ''] as const;

/** `users-api.md` 4: these keys in this order, in every answer. */
export class UserObjectDto {
  @Answer.id() id!: number;
  @Wire.timestamp() timestamp!: number;
  @Answer.text('National id') personalId!: string;
  @Answer.text('Member number') number!: string;
  @Answer.text('Current membership card') cardNumber!: string;
  @Answer.text() firstName!: string;
  @Answer.text() lastName!: string;
  @Answer.text() email!: string;
  @Answer.flag() emailAddressIsConfirmed!: boolean;
  @Answer.text() phoneNumber!: string;
  @Answer.text('Kind of the id document') idCardName!: string;
  @Answer.text() idCardNumber!: string;
  @Answer.text('Full name') legalGuardian!: string;
  @Answer.text('Address at `Files/Photo`') photoUrl!: string;
  @Answer.text() coverPhotoUrl!: string;
  @Wire.localTime('The day, at midnight') birthDate!: string;
  @Answer.flag() isForeigner!: boolean;
  @Answer.oneOf(SEXES) sex!: (typeof SEXES)[number];
  @Answer.flag() newsletterAgreement!: boolean;
  @Answer.flag() termsAndConditionsAgreement!: boolean;
  @Answer.object(() => AddressObjectDto) address!: AddressObjectDto;
  @Answer.object(() => DirectDebitObjectDto) directDebit!: DirectDebitObjectDto;
  @Wire.idOrBlank() homeClubId!: Blank<number>;
  @Wire.idOrBlank() registeredAtClubId!: Blank<number>;
  @Answer.flag() isActive!: boolean;
  @Answer.flag('Erased, or merged into another user') isDeleted!: boolean;
  @Answer.list(() => ContractObjectDto, 'Ascending by `id`') contracts!: ContractObjectDto[];
  @Answer.flag('Signed up') hasAccount!: boolean;
  @Answer.flag() hasPassword!: boolean;
  @Answer.text('Two letters') language!: string;
  @Answer.text('Digits; a text, since it may exceed 2^53') facebookId!: string;
  @Answer.flag() cardIsBlocked!: boolean;
  @Answer.list(() => CardObjectDto) cards!: CardObjectDto[];
  @Answer.flag('A visit is open') presentInClub!: boolean;
  @Answer.decimal('Always 0') prepaidAmount!: number;
  @Wire.none() employee!: object | null;

  static from({ profile, account, isInside }: UserFacts, links: FileLinks): UserObjectDto {
    return {
      id: profile.id,
      timestamp: profile.changeNo,
      ...identity(profile),
      photoUrl: links.photo(profile.photoId),
      coverPhotoUrl: links.photo(profile.coverPhotoId),
      birthDate: dayStart(profile.birthDate),
      isForeigner: profile.isForeigner,
      sex: profile.sex === null ? '' : SEX[profile.sex],
      newsletterAgreement: profile.newsletterAgreement,
      termsAndConditionsAgreement: profile.termsAndConditionsAgreement,
      address: AddressObjectDto.from(profile.address),
      directDebit: DirectDebitObjectDto.from(profile, links),
      homeClubId: orBlank(profile.homeGymId),
      registeredAtClubId: orBlank(profile.registeredAtGymId),
      isActive: profile.isActive,
      isDeleted: profile.isDeleted,
      contracts: profile.contracts.map((contract) => ContractObjectDto.from(contract, links)),
      hasAccount: account.hasAccount,
      hasPassword: account.hasPassword,
      language: orBlank(profile.language),
      facebookId: orBlank(account.facebookId),
      cardIsBlocked: profile.cardBlocked,
      cards: CardObjectDto.listOf(profile),
      presentInClub: isInside,
      prepaidAmount: 0,
      employee: null,
    };
  }
}

const identity = (profile: UserProfile) => ({
  personalId: orBlank(profile.personalId),
  number: profile.number,
  cardNumber: orBlank(profile.cardNumber),
  firstName: orBlank(profile.firstName),
  lastName: orBlank(profile.lastName),
  email: orBlank(profile.email),
  emailAddressIsConfirmed: profile.emailConfirmed,
  phoneNumber: orBlank(profile.phoneNumber),
  idCardName: orBlank(profile.idCardName),
  idCardNumber: orBlank(profile.idCardNumber),
  legalGuardian: orBlank(profile.legalGuardian),
});
