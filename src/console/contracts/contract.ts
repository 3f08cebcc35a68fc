import type { ConsolePage } from '../frame/console-page.js';
import { memberPath } from '../frame/people.js';

/** A contract of a member, as the administration shows it. */
export interface MemberContract {
  readonly id: number;
  readonly membershipId: number;
  readonly paymentPlanId: number;
  readonly discountIds: readonly number[];
  readonly startDate: string;
  readonly endDate: string | null;
  readonly cancelDate: string | null;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
  readonly isCurrent: boolean;
  readonly documentUrl: string | null;
}

export const contractsOf = (customerId: number | string, rest = ''): string =>
  memberPath(customerId, `/contracts${rest}`);

interface Offered {
  readonly id: number;
  readonly name: string;
  readonly isActive: boolean;
  readonly isDeleted: boolean;
}

/** What contracts may have. */
export interface Offers {
  readonly memberships: readonly Offered[];
  readonly paymentPlans: readonly Offered[];
  readonly discounts: readonly Offered[];
}

export const membershipsOf = (page: ConsolePage): Promise<readonly Offered[]> =>
  page.all<Offered>(`partners/${page.partnerId}/memberships`);

export async function offersOf(page: ConsolePage): Promise<Offers> {
  const own = `partners/${page.partnerId}`;
  const [memberships, paymentPlans, discounts] = await Promise.all([
    membershipsOf(page),
    page.all<Offered>(`${own}/payment-plans`),
    page.all<Offered>(`${own}/discounts`),
  ]);
  return { memberships, paymentPlans, discounts };
}

/** Those in use, and those that the contract has already. */
export const choosable = (
  items: readonly Offered[],
  chosen: readonly number[] = [],
): readonly Offered[] =>
  items.filter(({ id, isActive, isDeleted }) => (isActive && !isDeleted) || chosen.includes(id));
