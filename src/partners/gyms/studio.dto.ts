import { Answer } from '../../platform/http/answer-fields.js';
import type { Gym } from './gym.js';
import { locationOf } from './gym-profile.dto.js';

const OPTIONAL = { optional: true } as const;

export class StudioLocationDto {
  @Answer.decimal() longitude!: number;
  @Answer.decimal() latitude!: number;
}

export class AccessCodeConfigurationDto {
  @Answer.flag('Members may get access codes here') enabled!: boolean;
}

/** `open-api.md` section 3: what is not set is left out. */
export class StudioDto {
  @Answer.id() studioId!: number;
  @Answer.text() name!: string;
  @Answer.text(undefined, OPTIONAL) description?: string;
  @Answer.text(undefined, OPTIONAL) email?: string;
  @Answer.text(undefined, OPTIONAL) telephone?: string;
  @Answer.text(undefined, OPTIONAL) website?: string;
  @Answer.text(undefined, OPTIONAL) logoUrl?: string;
  @Answer.text(undefined, OPTIONAL) street?: string;
  @Answer.text(undefined, OPTIONAL) houseNumber?: string;
  @Answer.text(undefined, OPTIONAL) zip?: string;
  @Answer.text(undefined, OPTIONAL) city?: string;
  @Answer.text(undefined, OPTIONAL) country?: string;
  @Answer.text('ISO 3166-1, two letters', OPTIONAL) countryCode?: string;
  @Answer.date(undefined, OPTIONAL) openingDate?: string;
  @Answer.date(undefined, OPTIONAL) closingDate?: string;
  @Answer.object(() => StudioLocationDto, undefined, OPTIONAL) location?: StudioLocationDto;
  @Answer.object(() => AccessCodeConfigurationDto)
  accessCodeConfiguration!: AccessCodeConfigurationDto;

  static from({ id, name, profile, accessCodesEnabled }: Gym): StudioDto {
    const location = locationOf(profile);
    const known = {
      description: profile.description,
      email: profile.email,
      telephone: profile.telephone,
      website: profile.website,
      logoUrl: profile.logoUrl,
      street: profile.street,
      houseNumber: profile.houseNumber,
      zip: profile.zip,
      city: profile.city,
      country: profile.country,
      countryCode: profile.countryCode,
      openingDate: profile.openingDate,
      closingDate: profile.closingDate,
    };
    return {
      studioId: id,
      name,
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
      ...(location && { location }),
      accessCodeConfiguration: { enabled: accessCodesEnabled },
    };
  }
}
