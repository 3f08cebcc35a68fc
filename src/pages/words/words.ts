import type { KioskWords } from './kiosk-words.js';

/** Every text of the hosted pages, in one language. A language that misses one does not compile. */
export interface Words {
  /** Value of `<html lang>`. */
  readonly lang: string;
  readonly form: FormWords;
  readonly join: JoinWords;
  readonly logIn: LogInWords;
  readonly link: LinkWords;
  readonly mail: MailWords;
  readonly confirm: ConfirmWords;
  readonly agreements: AgreementWords;
  readonly code: CodeWords;
  readonly wellhubId: WellhubIdWords;
  readonly kiosk: KioskWords;
  readonly errors: Record<PageError, PageMessage>;
}

/** "Add your Wellhub id": for members whose check-ins would not find them. */
export interface WellhubIdWords {
  readonly title: string;
  readonly lead: string;
  readonly label: string;
  readonly hint: string;
  readonly button: string;
  readonly back: string;
  readonly waiting: (id: string) => string;
  readonly change: string;
  readonly problems: Record<'empty' | 'gpw' | 'letters', string> & {
    readonly length: (digits: number) => string;
  };
}

/** The text of a page without a form: what happened, and what to do now. */
export interface PageMessage {
  readonly title: string;
  readonly text: (partner: string) => string;
}

/** Error pages for situations that the person did not cause. */
export type PageError =
  | 'linkInvalid'
  | 'linkUsed'
  | 'linkExpired'
  | 'tooManyAddresses'
  | 'paysDirectly'
  | 'otherAccount'
  | 'otherMembership'
  | 'disabled'
  | 'emailLinkInvalid';

export interface FormWords {
  readonly email: string;
  readonly password: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly passwordHint: (minimum: number) => string;
  readonly terms: string;
  readonly privacy: string;
  readonly somethingToFix: string;
  readonly help: string;
  readonly problems: Record<FieldProblem, string>;
}

export type FieldProblem =
  | 'emailMissing'
  | 'emailInvalid'
  | 'passwordMissing'
  | 'passwordShort'
  | 'passwordLong'
  | 'passwordCommon'
  | 'passwordIsEmail'
  | 'termsMissing'
  | 'privacyMissing'
  | 'passwordSimple'
  | 'passwordPersonal'
  | 'nameInvalid';

export interface JoinWords {
  readonly title: (partner: string) => string;
  readonly lead: string;
  readonly button: string;
  readonly haveAccount: string;
  readonly toLogIn: string;
}

export interface LogInWords {
  readonly title: string;
  readonly lead: (partner: string) => string;
  readonly leadWithLink: string;
  readonly button: string;
  readonly refused: string;
  readonly toPassword: string;
  readonly newHere: string;
  readonly toJoin: string;
}

export interface LinkWords {
  readonly title: string;
  readonly question: (email: string) => string;
  readonly questionWithoutEmail: string;
  readonly yes: string;
  readonly no: string;
  readonly notYou: string;
}

export interface MailWords {
  readonly title: string;
  readonly lead: string;
  readonly button: string;
  readonly sentTitle: string;
  readonly sent: (email: string) => string;
  readonly sentAdvice: (minutes: number) => string;
  readonly sentMissing: string;
}

export interface ConfirmWords {
  readonly passwordTitle: string;
  readonly passwordLead: (email: string) => string;
  readonly passwordButton: string;
  readonly linkTitle: string;
  readonly linkLead: (email: string) => string;
  readonly linkButton: string;
}

/** The partner's terms and privacy notice; `{link}` is where the link to the text stands. */
export interface AgreementWords {
  readonly title: string;
  readonly lead: (partner: string) => string;
  readonly button: string;
  readonly later: string;
  readonly terms: AgreementSentence;
  readonly privacy: AgreementSentence;
}

interface AgreementSentence {
  readonly sentence: string;
  readonly link: string;
}

export interface CodeWords {
  readonly title: string;
  readonly lead: string;
  readonly picture: string;
  readonly fresh: string;
  readonly logOut: string;
  readonly logIn: string;
  readonly needsScript: string;
  /** Texts that the browser code shows; it fills in `{seconds}`. */
  readonly screen: ScreenWords;
  /** Shown beside the code while the rules of every gym would refuse it. */
  readonly rules: RuledWords;
}

/** By the refusal of the gate, and what is known about its end. */
export interface RuledWords {
  readonly ACCESS_OUTSIDE_HOURS: string;
  readonly ACCESS_CLOSED_TODAY: string;
  readonly ACCESS_FULL: string;
  readonly ACCESS_PLAN_NOT_INCLUDED: string;
  readonly opens: (moment: string) => string;
  readonly inside: (now: number, most: number) => string;
}

export interface ScreenWords {
  readonly loading: string;
  readonly ready: string;
  readonly renewed: string;
  readonly next: string;
  readonly renewing: string;
  readonly ended: string;
  readonly offline: string;
  readonly unavailable: string;
  readonly disabled: string;
  readonly tooMany: string;
  readonly gone: string;
  readonly loggedOut: string;
  readonly openedIn: string;
  readonly openedOut: string;
  /** Shown beside the code while the gate would refuse it. */
  readonly CHECK_IN_FIRST: string;
  readonly RESTRICTED: string;
  readonly NO_CONTRACT: string;
}
