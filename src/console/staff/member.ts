import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import type { RoleName } from './staff-screen-words.js';

/** A person of the staff as the administration API shows them. */
export interface ShownStaff {
  readonly id: string;
  readonly email: string;
  readonly name: string | null;
  readonly role: RoleName;
  readonly gymIds: readonly number[] | null;
  readonly state: 'INVITED' | 'ACTIVE';
  readonly invitedUntil: string | null;
  readonly createdAt: string;
}

export interface StaffList {
  readonly items: readonly ShownStaff[];
  readonly nextCursor: string | null;
}

export interface StaffSession {
  readonly id: string;
  readonly source: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Whose people the screens show: those of the partner at which one works, or the operator's own. */
export interface StaffHouse {
  readonly isOperator: boolean;
  /** Of the screens. */
  readonly path: string;
  /** Of the API: all of them, and one. */
  readonly list: string;
  readonly one: (id: string) => string;
  /** Among which a person may get some; none of the operator. */
  readonly gyms: readonly ListedGym[];
}

export const OPERATOR_STAFF = '/console/operator/people';
export const PARTNER_STAFF = '/console/staff';

export async function houseOf(page: ConsolePage): Promise<StaffHouse> {
  if (page.partner) {
    const list = `partners/${page.partnerId}/staff`;
    const one = (id: string) => `staff/${encodeURIComponent(id)}`;
    return { isOperator: false, path: PARTNER_STAFF, list, one, gyms: await page.gyms() };
  }
  const list = 'installation/staff';
  const one = (id: string) => `${list}/${encodeURIComponent(id)}`;
  return { isOperator: true, path: OPERATOR_STAFF, list, one, gyms: [] };
}

export const shownName = ({ name, email }: ShownStaff): string => name ?? email;

/** An invitation that was not accepted in time counts no longer. */
export function membershipStateOf({
  state,
  invitedUntil,
}: ShownStaff): 'ACTIVE' | 'INVITED' | 'ENDED' {
  if (state === 'ACTIVE') return state;
  return invitedUntil !== null && Date.parse(invitedUntil) > Date.now() ? 'INVITED' : 'ENDED';
}
