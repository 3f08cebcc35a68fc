import { Injectable } from '@nestjs/common';
import { StaffInvitations, StaffMembers, type StaffMember } from '../../staff/index.js';
import type { Caller } from '../../platform/http/declarations.js';

export const DEMO_OWNER = 'owner@demo.example';
/** A link that ends sooner would disappoint who opens it after lunch. */
const YOUNG_MS = 6 * 60 * 60_000;
const MOST = 500;

const OPERATOR: Caller = {
  keyId: 'sandbox',
  lineage: 'sandbox',
  name: 'sandbox',
  scopes: ['OPERATOR'],
};

/** The first owner of the demo partner: invited like any other person, by a mail that the sandbox keeps. */
@Injectable()
export class DemoOwner {
  constructor(
    private readonly members: StaffMembers,
    private readonly invitations: StaffInvitations,
  ) {}

  async isThere(partnerId: string): Promise<boolean> {
    const owners = await this.owners(partnerId);
    return owners.some(({ acceptedAt }) => acceptedAt);
  }

  /** @returns a link that may still be accepted: the one of an earlier start, while it is young; undefined with an owner */
  async invitation(partnerId: string, earlier: string | undefined): Promise<string | undefined> {
    const owners = await this.owners(partnerId);
    if (owners.some(({ acceptedAt }) => acceptedAt)) return undefined;
    const invited = owners.find(({ email }) => email === DEMO_OWNER);
    if (invited && earlier !== undefined && isYoung(invited)) return earlier;
    const sent = invited
      ? await this.invitations.resend(partnerId, invited.id)
      : await this.invitations.invite(partnerId, ORDER, OPERATOR);
    return sent.link;
  }

  private async owners(partnerId: string): Promise<StaffMember[]> {
    const members = await this.members.list(partnerId, undefined, MOST);
    return members.filter(({ role }) => role === 'OWNER');
  }
}

const ORDER = { email: DEMO_OWNER, role: 'OWNER', gymIds: null } as const;

const isYoung = ({ invitedUntil }: StaffMember): boolean =>
  (invitedUntil?.getTime() ?? 0) - Date.now() > YOUNG_MS;
