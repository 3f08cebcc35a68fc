import { Answer } from '../../platform/http/answer-fields.js';
import {
  CUSTOMER_STATUSES,
  ORIGINS,
  type Customer,
  type CustomerStatus,
  type Origin,
} from '../people/customer.js';
import type { CustomerFacts, WellhubUserFacts } from '../people/customer-facts.sql.js';
import type { FileAddresses } from '../people/file-addresses.js';
import { PersonDetailFields, ShownPersonDetailsDto } from '../people/person-details.dto.js';

const KNOWN = { nullable: true } as const;

class WellhubUserDto implements WellhubUserFacts {
  @Answer.text('ACTIVE or CANCELED', { example: 'ACTIVE' })
  status!: string;

  @Answer.text(undefined, KNOWN)
  planId!: string | null;

  @Answer.text('Where the person signed up', { ...KNOWN, example: 'android' })
  origin!: string | null;

  @Answer.text('ISO 3166-1, two letters', KNOWN)
  countryCode!: string | null;

  @Answer.instant()
  registeredAt!: string;
}

/** A customer as shown. `isActive`, `isDeleted` and `timestamp` mean what they mean in the Users API. */
export class CustomerDto extends PersonDetailFields {
  @Answer.id()
  id!: number;

  @Answer.text('Unique in the partner')
  number!: string;

  @Answer.oneOf(CUSTOMER_STATUSES)
  status!: CustomerStatus;

  @Answer.oneOf(ORIGINS, 'Whether the person came by themselves or by Wellhub')
  origin!: Origin;

  @Answer.id(undefined, KNOWN)
  homeGymId!: number | null;

  @Answer.text(undefined, KNOWN)
  firstName!: string | null;

  @Answer.text(undefined, KNOWN)
  lastName!: string | null;

  @Answer.text(undefined, KNOWN)
  email!: string | null;

  @Answer.flag()
  emailAddressIsConfirmed!: boolean;

  @Answer.text(undefined, KNOWN)
  phoneNumber!: string | null;

  @Answer.date(undefined, KNOWN)
  birthDate!: string | null;

  @Answer.text('The Wellhub id, 13 digits', KNOWN)
  gympassId!: string | null;

  @Answer.text('The gpw id, by which Wellhub’s registrations name the person', KNOWN)
  gympassUserId!: string | null;

  @Answer.text('The decimal number without leading zeros', KNOWN)
  cardNumber!: string | null;

  @Answer.flag()
  cardIsBlocked!: boolean;

  @Answer.flag('PENDING or ACTIVE')
  isActive!: boolean;

  @Answer.flag('ERASED')
  isDeleted!: boolean;

  @Answer.id('The customer that this one was merged into', KNOWN)
  mergedIntoCustomerId!: number | null;

  @Answer.flag('Whether the person can log in')
  hasAccount!: boolean;

  @Answer.flag()
  hasPassword!: boolean;

  @Answer.text(undefined, KNOWN)
  facebookId!: string | null;

  @Answer.text('Null where there is no such file', KNOWN)
  photoUrl!: string | null;

  @Answer.text(undefined, KNOWN)
  coverPhotoUrl!: string | null;

  @Answer.text(undefined, KNOWN)
  directDebitDocumentUrl!: string | null;

  @Answer.object(() => WellhubUserDto, 'Null where Wellhub registered nobody', KNOWN)
  wellhubUser!: WellhubUserFacts | null;

  @Answer.whole('Grows with each change')
  timestamp!: number;

  @Answer.instant()
  createdAt!: Date;

  static from(
    row: Customer,
    facts: CustomerFacts | undefined,
    addresses: FileAddresses,
  ): CustomerDto {
    return {
      id: row.id,
      number: row.number,
      status: row.status,
      origin: row.origin,
      homeGymId: row.homeGymId,
      firstName: row.firstName,
      lastName: row.lastName,
      email: row.email,
      emailAddressIsConfirmed: row.emailConfirmed,
      phoneNumber: row.phoneNumber,
      birthDate: row.birthDate,
      gympassId: row.wellhubId,
      gympassUserId: row.gpwId,
      cardNumber: row.cardNumber,
      cardIsBlocked: row.cardBlocked,
      ...ShownPersonDetailsDto.from(row),
      isActive: row.status === 'PENDING' || row.status === 'ACTIVE',
      isDeleted: row.status === 'ERASED',
      mergedIntoCustomerId: row.mergedInto,
      hasAccount: facts?.hasAccount ?? false,
      hasPassword: facts?.hasPassword ?? false,
      facebookId: facts?.facebookId ?? null,
      ...fileUrls(row.id, facts?.files ?? [], addresses),
      wellhubUser: facts?.wellhubUser ?? null,
      timestamp: row.changeNo,
      createdAt: row.createdAt,
    };
  }
}

/** Null where there is no such file. */
function fileUrls(id: number, files: readonly string[], addresses: FileAddresses) {
  const url = (kind: string, file: Parameters<FileAddresses['ofCustomer']>[1]) =>
    files.includes(kind) ? addresses.ofCustomer(id, file) : null;
  return {
    photoUrl: url('PHOTO', 'photo'),
    coverPhotoUrl: url('COVER_PHOTO', 'cover-photo'),
    directDebitDocumentUrl: url('DIRECT_DEBIT_DOCUMENT', 'direct-debit-document'),
  };
}
