/** How a cell becomes the value of a field. */
type Kind = 'text' | 'flag' | 'id';

export interface CustomerColumn {
  readonly name: string;
  /** Where it stands in the body of a customer. */
  readonly path: readonly string[];
  readonly kind: Kind;
}

const column = (kind: Kind) => (name: string) => ({ name, path: name.split('.'), kind });
const texts = (...names: string[]) => names.map(column('text'));
const flags = (...names: string[]) => names.map(column('flag'));
const ids = (...names: string[]) => names.map(column('id'));

/** Everything that an import takes, in the order of an export. */
export const IMPORT_COLUMNS: readonly CustomerColumn[] = [
  ...texts('number', 'firstName', 'lastName', 'email', 'phoneNumber', 'birthDate'),
  ...texts('gympassId', 'gympassUserId'),
  { name: 'cardNumber', path: ['cardNumber', 'value'], kind: 'text' },
  { name: 'cardNumberFormat', path: ['cardNumber', 'format'], kind: 'text' },
  ...flags('cardIsBlocked'),
  ...texts('status', 'origin'),
  ...ids('homeGymId'),
  ...texts('personalId', 'idCardName', 'idCardNumber', 'legalGuardian', 'sex', 'language'),
  ...flags('isForeigner', 'newsletterAgreement', 'termsAndConditionsAgreement'),
  ...ids('registeredAtGymId'),
  ...texts('address.country', 'address.city', 'address.postalCode', 'address.line1'),
  ...texts('address.line2', 'directDebit.accountNumber', 'directDebit.ownerName'),
  ...texts('directDebit.street', 'directDebit.cityAndPostalCode'),
];

/** What a customer is shown with and an import cannot set: passed over. */
export const SHOWN_ONLY =
  'id emailAddressIsConfirmed isActive isDeleted mergedIntoCustomerId hasAccount hasPassword facebookId photoUrl coverPhotoUrl directDebitDocumentUrl wellhubUser timestamp createdAt'.split(
    ' ',
  );

/** Names that other software has for these fields, as `plainName` writes them. */
const ALIASES: Readonly<Record<string, string>> = {
  wellhubid: 'gympassId',
  gpwid: 'gympassUserId',
  phone: 'phoneNumber',
  mobile: 'phoneNumber',
  emailaddress: 'email',
  dateofbirth: 'birthDate',
  birthday: 'birthDate',
  surname: 'lastName',
  card: 'cardNumber',
  memberid: 'number',
  membernumber: 'number',
  customernumber: 'number',
  externalid: 'number',
  gymid: 'homeGymId',
};

const plainName = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');

const BY_NAME = new Map(IMPORT_COLUMNS.map((each) => [plainName(each.name), each]));
const SHOWN = new Set(SHOWN_ONLY.map(plainName));

/** `First name`, `first_name` and `firstName` are one. */
export const columnNamed = (name: string): CustomerColumn | undefined =>
  BY_NAME.get(plainName(ALIASES[plainName(name)] ?? name));

export const isShownOnly = (name: string): boolean => SHOWN.has(plainName(name));
