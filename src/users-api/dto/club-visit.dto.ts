import type { Gym } from '../../partners/index.js';
import { Answer } from '../../platform/http/answer-fields.js';
import type { ChangedVisit } from '../../visits/index.js';
import { AddressObjectDto } from './user-object-parts.dto.js';
import { windowsZone } from './windows-zones.js';
import { Wire } from './wire-fields.js';
import { localTime, orBlank, type Blank } from './wire-values.js';

class ClubObjectDto {
  @Answer.id() id!: number;
  @Wire.timestamp() timestamp!: number;
  @Answer.text() name!: string;
  @Answer.text() shortName!: string;
  @Answer.text() symbol!: string;
  @Answer.text() type!: string;
  @Answer.text('`YYYY-MM-DD`, or `""`') openDate!: string;
  @Wire.decimalOrBlank() latitude!: Blank<number>;
  @Wire.decimalOrBlank() longitude!: Blank<number>;
  @Answer.text() email!: string;
  @Answer.text() phoneNumber!: string;
  @Answer.text('Name of the time zone in Windows, else in the IANA database') timezone!: string;
  @Answer.object(() => AddressObjectDto) address!: AddressObjectDto;
  @Answer.flag() isDeleted!: boolean;
  @Answer.flag() isHidden!: boolean;

  static from({ profile, ...gym }: Gym): ClubObjectDto {
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

/** `users-api.md` 5. Visits are a ledger: none is ever deleted. */
export class ClubVisitDto {
  @Wire.localTime('Local time of the club') enterDate!: string;
  @Wire.localTime('Blank while the person is inside') exitDate!: string;
  @Answer.id() id!: number;
  @Answer.id() userId!: number;
  @Wire.timestamp() timestamp!: number;
  @Answer.flag('Always false') isDeleted!: boolean;
  @Answer.object(() => ClubObjectDto) club!: ClubObjectDto;

  static from(visit: ChangedVisit, gym: Gym): ClubVisitDto {
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
