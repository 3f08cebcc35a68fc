import type { OwnPlace } from './own-account.js';

/** A place in a form: the membership, and the gym where it does not have all. */
export const placeValue = ({ membershipId, gymId }: OwnPlace): string =>
  gymId === null ? membershipId : `${membershipId}/${gymId}`;
