import { isUuid } from '../../platform/crypto/uuid.js';

/** A member as the administration API shows them: what the screens read. */
export interface Member {
  readonly id: number;
  readonly number: string;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly birthDate: string | null;
  readonly language: string | null;
  readonly origin: 'DIRECT' | 'WELLHUB';
  readonly homeGymId: number | null;
  readonly gympassId: string | null;
  readonly gympassUserId: string | null;
  readonly cardNumber: string | null;
  readonly cardIsBlocked: boolean;
  readonly status: 'PENDING' | 'ACTIVE' | 'DISABLED' | 'ERASED';
  readonly hasAccount: boolean;
  readonly photoUrl: string | null;
  readonly mergedIntoCustomerId: number | null;
  readonly createdAt: string;
  readonly wellhubUser: WellhubUser | null;
}

interface WellhubUser {
  readonly status: 'ACTIVE' | 'CANCELED';
  readonly planId: string | null;
  readonly origin: string | null;
  readonly countryCode: string | null;
  readonly registeredAt: string;
}

export interface MemberPage {
  readonly items: readonly Member[];
  readonly nextCursor: string | null;
}

export interface MemberRestriction {
  readonly reason: string;
  readonly startDate: string | null;
  readonly endDate: string | null;
}

/** Undefined for one that the service made: a UUID says nothing to people. */
export const ownNumberOf = ({ number }: Member): string | undefined =>
  isUuid(number) ? undefined : number;
