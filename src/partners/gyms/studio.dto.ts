import type { Gym } from './gym.js';
import { locationOf } from './gym-profile.dto.js';

/** `open-api.md` section 3: what is not set is left out. */
export class StudioDto {
  static from({ id, name, profile, accessCodesEnabled }: Gym) {
    const location = locationOf(profile);
    const known = {
      name,
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
      ...Object.fromEntries(Object.entries(known).filter(([, value]) => value !== null)),
      ...(location && { location }),
      accessCodeConfiguration: { enabled: accessCodesEnabled },
    };
  }
}
