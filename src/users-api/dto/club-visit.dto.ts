import type { Gym } from '../../partners/index.js';
import type { ChangedVisit } from '../../visits/index.js';
import { AddressObjectDto } from './user-object.dto.js';
import { windowsZone } from './windows-zones.js';
import { localTime, orBlank } from './wire-values.js';

/** `users-api.md` 5. Visits are a ledger: none is ever deleted. */
export class ClubVisitDto {
  static from(visit: ChangedVisit, gym: Gym) {
    return {
      enterDate: localTime(visit.enteredAt, gym.timeZone),
      exitDate: localTime(visit.leftAt, gym.timeZone),
      id: visit.id,
      userId: visit.customerId,
      timestamp: visit.changeNo,
      isDeleted: false,
      club: ClubObjectDto.from(gym),
    };
  }
}

export type ClubVisit = ReturnType<typeof ClubVisitDto.from>;

class ClubObjectDto {
  static from({ profile, ...gym }: Gym) {
    return {
      id: gym.id,
      timestamp: gym.changeNo,
      name: gym.name,
      shortName: orBlank(profile.shortName),
      symbol: orBlank(profile.symbol),
      type: orBlank(profile.clubType),
      openDate: orBlank(profile.openingDate),
      latitude: orBlank(profile.latitude),
      longitude: orBlank(profile.longitude),
      email: orBlank(profile.email),
      phoneNumber: orBlank(profile.telephone),
      timezone: windowsZone(gym.timeZone),
      address: AddressObjectDto.from({
        country: profile.country,
        city: profile.city,
        postalCode: profile.zip,
        line1: [profile.street, profile.houseNumber].filter(Boolean).join(' '),
        line2: profile.addressLine2,
      }),
      isDeleted: gym.deletedAt !== null,
      isHidden: profile.isHidden,
    };
  }
}
