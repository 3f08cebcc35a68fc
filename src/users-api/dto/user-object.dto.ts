import type { AccountFacts } from '../../accounts/index.js';
import type { UserProfile } from '../../customers/index.js';
import { ContractObjectDto } from './contract-object.dto.js';
import { dayStart, orBlank } from './wire-values.js';

/** The data of one user object, from the rooms that own it. */
export interface UserFacts {
  readonly profile: UserProfile;
  readonly account: AccountFacts;
  readonly isInside: boolean;
}

const SEX = { MALE: 'Male', FEMALE: 'Female' } as const;

/** Where files are fetched; ids of files, or null where there is none. */
export class FileLinks {
  constructor(private readonly publicUrl: string) {}

  photo(id: number | null): string {
    return id === null ? '' : `${this.publicUrl}/Api/Files/Photo?photoId=${id}`;
  }

  document(id: number | null): string {
    return id === null ? '' : `${this.publicUrl}/Api/Files/Files?fileId=${id}`;
  }
}

/** `users-api.md` 4: these keys in this order, in every answer. */
export class UserObjectDto {
  static from({ profile, account, isInside }: UserFacts, links: FileLinks) {
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
      cards: cards(profile),
      presentInClub: isInside,
      prepaidAmount: 0,
      employee: null,
    };
  }
}

export type UserObject = ReturnType<typeof UserObjectDto.from>;

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

type Place = Partial<
  Record<'country' | 'city' | 'postalCode' | 'line1' | 'line2', string | null>
> | null;

/** Also the address of a club. */
export class AddressObjectDto {
  static from(place: Place) {
    return {
      country: orBlank(place?.country),
      city: orBlank(place?.city),
      postalCode: orBlank(place?.postalCode),
      line1: orBlank(place?.line1),
      line2: orBlank(place?.line2),
    };
  }
}

class DirectDebitObjectDto {
  static from({ directDebit, directDebitDocumentId }: UserProfile, links: FileLinks) {
    return {
      accountNumber: orBlank(directDebit?.accountNumber),
      ownerName: orBlank(directDebit?.ownerName),
      street: orBlank(directDebit?.street),
      cityAndPostalCode: orBlank(directDebit?.cityAndPostalCode),
      documentUrl: links.document(directDebitDocumentId),
    };
  }
}

const cards = ({ cardNumber, cardBlocked }: UserProfile) =>
  cardNumber === null ? [] : [{ cardNumber, isBlocked: cardBlocked }];
