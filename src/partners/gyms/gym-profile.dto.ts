import {
  WebAddress,
  CalendarDate,
  Checked,
  Decimal,
  EmailField,
  Flag,
  Nested,
  Text,
} from '../../platform/http/fields.js';
import type { GymProfile } from './gym-profile.js';
import { Answer } from '../../platform/http/answer-fields.js';

const MERGE_PATCH = { optional: true, nullable: true } as const;

const URLS = { ...MERGE_PATCH, longest: 500 } as const;

const NAMES = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
/** Codes that name no country, although the table of names knows them. */
const NO_COUNTRY = new Set(['EU', 'EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const isCountry = (value: unknown): boolean =>
  typeof value === 'string' &&
  /^[A-Z]{2}$/.test(value) &&
  !NO_COUNTRY.has(value) &&
  NAMES.of(value) !== undefined;

const countryRule = (value: unknown) =>
  isCountry(value) ? undefined : 'must be an ISO 3166-1 code of two letters';

/** Where a gym is. An object, so that there is never half a place. */
export class LocationDto {
  @Decimal({ min: -180, max: 180, example: -46.6333 })
  longitude!: number;

  @Decimal({ min: -90, max: 90, example: -23.5505 })
  latitude!: number;
}

/** The public profile of a gym, as the administration sets it: a merge patch. */
export class GymProfileDto {
  @Text({ ...MERGE_PATCH, max: 2_000 })
  description?: string | null;

  @EmailField(MERGE_PATCH)
  email?: string | null;

  @Text({ ...MERGE_PATCH, max: 50 })
  telephone?: string | null;

  @WebAddress({ ...URLS, schemes: ['http', 'https'], message: 'must be an http or https URL' })
  website?: string | null;

  @WebAddress({ ...URLS, schemes: ['https'], message: 'must be an https URL' })
  logoUrl?: string | null;

  @Text({ ...MERGE_PATCH, max: 200 })
  street?: string | null;

  @Text({ ...MERGE_PATCH, max: 20 })
  houseNumber?: string | null;

  @Text({ ...MERGE_PATCH, max: 200 })
  addressLine2?: string | null;

  @Text({ ...MERGE_PATCH, max: 20 })
  zip?: string | null;

  @Text({ ...MERGE_PATCH, max: 100 })
  city?: string | null;

  @Text({ ...MERGE_PATCH, max: 100 })
  country?: string | null;

  @Checked(countryRule, MERGE_PATCH)
  countryCode?: string | null;

  @CalendarDate(MERGE_PATCH)
  openingDate?: string | null;

  @CalendarDate(MERGE_PATCH)
  closingDate?: string | null;

  @Nested(() => LocationDto, MERGE_PATCH)
  location?: LocationDto | null;

  @Text({ ...MERGE_PATCH, max: 50 })
  shortName?: string | null;

  @Text({ ...MERGE_PATCH, max: 20 })
  symbol?: string | null;

  @Text({ ...MERGE_PATCH, max: 50 })
  clubType?: string | null;

  @Flag({ optional: true })
  isHidden?: boolean;

  /** The columns that the body names. */
  protected toProfile(): Partial<GymProfile> {
    const { location } = this;
    const named = FIELDS.filter((name) => this[name] !== undefined);
    return {
      ...Object.fromEntries(named.map((name) => [name, this[name]])),
      ...(location !== undefined && {
        longitude: location?.longitude ?? null,
        latitude: location?.latitude ?? null,
      }),
    };
  }
}

const FIELDS = [
  'description',
  'email',
  'telephone',
  'website',
  'logoUrl',
  'street',
  'houseNumber',
  'addressLine2',
  'zip',
  'city',
  'country',
  'countryCode',
  'openingDate',
  'closingDate',
  'shortName',
  'symbol',
  'clubType',
  'isHidden',
] as const satisfies readonly (keyof GymProfile)[];

class ShownLocationDto {
  @Answer.decimal()
  longitude!: number;

  @Answer.decimal()
  latitude!: number;
}

/** A profile as the administration shows it. */
export class ShownGymProfileDto {
  @Answer.text(undefined, { nullable: true })
  description!: string | null;

  @Answer.text(undefined, { nullable: true })
  email!: string | null;

  @Answer.text(undefined, { nullable: true })
  telephone!: string | null;

  @Answer.text(undefined, { nullable: true })
  website!: string | null;

  @Answer.text(undefined, { nullable: true })
  logoUrl!: string | null;

  @Answer.text(undefined, { nullable: true })
  street!: string | null;

  @Answer.text(undefined, { nullable: true })
  houseNumber!: string | null;

  @Answer.text(undefined, { nullable: true })
  addressLine2!: string | null;

  @Answer.text(undefined, { nullable: true })
  zip!: string | null;

  @Answer.text(undefined, { nullable: true })
  city!: string | null;

  @Answer.text(undefined, { nullable: true })
  country!: string | null;

  @Answer.text('Two letters', { nullable: true })
  countryCode!: string | null;

  @Answer.date(undefined, { nullable: true })
  openingDate!: string | null;

  @Answer.date(undefined, { nullable: true })
  closingDate!: string | null;

  @Answer.text(undefined, { nullable: true })
  shortName!: string | null;

  @Answer.text('Of the Users API', { nullable: true })
  symbol!: string | null;

  @Answer.text('Of the Users API', { nullable: true })
  clubType!: string | null;

  @Answer.flag('The Users API does not list it')
  isHidden!: boolean;

  @Answer.object(() => ShownLocationDto, undefined, { nullable: true })
  location!: LocationDto | null;

  static profileFrom(profile: GymProfile): ShownGymProfileDto {
    const entries = FIELDS.map((name) => [name, profile[name]] as const);
    const shown = Object.fromEntries(entries) as Pick<GymProfile, (typeof FIELDS)[number]>;
    return { ...shown, location: locationOf(profile) ?? null };
  }
}

/** Undefined when the place of the gym is not known. */
export const locationOf = ({ longitude, latitude }: GymProfile): LocationDto | undefined =>
  longitude === null || latitude === null ? undefined : { longitude, latitude };
