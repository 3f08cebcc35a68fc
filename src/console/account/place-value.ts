import type { NamedWorkplace } from '../../staff/index.js';

/** A place in a form: the membership, and the gym where it does not have all. */
export const placeValue = ({ workplace, gym }: NamedWorkplace): string =>
  gym ? `${workplace.memberId}/${gym.id}` : workplace.memberId;
