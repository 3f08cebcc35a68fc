import type { StaffRole } from '../../staff/index.js';

/** Texts about people of the staff: their log-in, invitation and account. */
export interface StaffWords {
  readonly roles: Record<StaffRole, string>;
  readonly email: string;
  readonly password: string;
  readonly logIn: {
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly refused: string;
    readonly missing: Record<'email' | 'password', string>;
    readonly withProvider: string;
    readonly withKey: string;
    /** On the page for keys. */
    readonly forSoftware: string;
    readonly withEmail: string;
  };
  readonly forgotten: {
    readonly link: string;
    readonly title: string;
    readonly lead: string;
    readonly button: string;
    readonly invalid: string;
    readonly sentTitle: string;
    readonly sent: (email: string) => string;
    readonly newTitle: string;
    readonly newLead: (email: string) => string;
    readonly newButton: string;
    readonly endedTitle: string;
    readonly ended: string;
  };
  readonly invitation: {
    readonly title: (partner: string) => string;
    readonly lead: (email: string, role: string) => string;
    readonly leadKnown: (email: string, role: string) => string;
    readonly name: string;
    readonly nameHint: string;
    readonly newPassword: string;
    readonly button: string;
    readonly problems: Record<'name' | 'password', string>;
    readonly endedTitle: string;
    readonly ended: string;
  };
  readonly secondFactor: {
    readonly setUp: string;
    readonly has: string;
    readonly codeTitle: string;
    readonly codeLead: string;
    readonly code: string;
    readonly codeButton: string;
    readonly wrong: string;
    readonly enrolTitle: string;
    readonly enrolLead: string;
    readonly picture: string;
    readonly secret: string;
    readonly enrolButton: string;
    readonly recoveryTitle: string;
    readonly recoveryLead: string;
    readonly done: string;
    readonly hasLead: string;
    readonly mandatory: string;
    readonly confirmTitle: string;
    readonly confirmLead: string;
    readonly confirmButton: string;
  };
  readonly account: {
    readonly placesTitle: string;
    readonly placesLead: string;
    readonly here: string;
    readonly work: string;
    readonly sessionsTitle: string;
    readonly sessionsLead: string;
    readonly session: (since: string, until: string, source: string) => string;
    readonly end: string;
    readonly endAll: string;
  };
}
