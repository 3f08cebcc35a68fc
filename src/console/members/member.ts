/** A member as the administration API shows them: what the screens read. */
export interface Member {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly email: string | null;
  readonly phoneNumber: string | null;
  readonly status: 'PENDING' | 'ACTIVE' | 'DISABLED';
  readonly createdAt: string;
  readonly wellhubUser: { readonly status: 'ACTIVE' | 'CANCELED' } | null;
}

export interface MemberPage {
  readonly items: readonly Member[];
  readonly nextCursor: string | null;
}

export const fullName = ({ firstName, lastName }: Pick<Member, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');
