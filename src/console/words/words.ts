import type { TypedIdFault } from '../../wellhub/index.js';
import type { Outcome } from './outcome.js';
import type { StaffWords } from './staff-words.js';

/** Every text of the front desk, in one language. A language that misses one does not compile. */
export interface DeskWords {
  /** Value of `<html lang>`. */
  readonly lang: string;
  readonly logIn: DeskLogInWords;
  readonly staff: StaffWords;
  readonly gyms: { readonly title: string; readonly lead: string; readonly none: string };
  readonly head: HeadWords;
  readonly list: ListWords;
  readonly row: RowWords;
  /** The result from Wellhub, and what to do now. */
  readonly outcome: Record<Outcome, MessageText>;
  /** The same in a word or two, beside a name. */
  readonly badge: Record<Outcome, string>;
  readonly manualEntry: ManualEntryWords;
  readonly claims: ClaimWords;
  readonly link: DeskLinkWords;
  /** Texts that the browser code shows; it fills in `{name}` and `{time}`. */
  readonly live: LiveWords;
}

export interface MessageText {
  readonly title: string;
  readonly text: string;
}

export interface DeskLogInWords {
  readonly title: string;
  readonly lead: string;
  readonly key: string;
  readonly keyHint: string;
  readonly name: string;
  readonly nameHint: string;
  readonly button: string;
  readonly problems: Record<LogInProblem, string>;
}

export type LogInProblem =
  'keyMissing' | 'keyUnknown' | 'keyForWellhub' | 'keyOfOperator' | 'keyTooWeak' | 'nameMissing';

export interface HeadWords {
  readonly title: string;
  /** Of a test environment. */
  readonly test: { readonly badge: string; readonly meaning: string };
  readonly logOut: string;
  readonly otherGym: string;
  readonly back: string;
  readonly skip: string;
}

export interface ListWords {
  readonly search: string;
  readonly searchHint: string;
  readonly searchButton: string;
  readonly searchEnd: string;
  readonly waiting: string;
  readonly nobodyWaiting: string;
  readonly nobodyWaitingHint: string;
  readonly done: string;
  readonly nothingDone: string;
  readonly notFound: string;
  readonly reload: string;
  /** The switch of what draws the eye and the ear. */
  readonly signal: string;
}

export interface RowWords {
  readonly validate: string;
  readonly again: string;
  readonly link: string;
  readonly noName: string;
  readonly wellhubId: string;
  readonly arrived: (time: string) => string;
  readonly validated: (time: string) => string;
  readonly minutesLeft: (minutes: number) => string;
  readonly late: string;
  readonly booked: string;
}

export interface ManualEntryWords {
  readonly title: string;
  readonly label: string;
  readonly hint: string;
  /** Over the fields that may stay empty. */
  readonly person: string;
  readonly personHint: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly email: string;
  readonly button: string;
  readonly problems: Record<Exclude<TypedIdFault['kind'], 'length'> | 'name' | 'email', string> & {
    readonly length: (digits: number) => string;
  };
}

export interface ClaimWords {
  readonly title: string;
  readonly lead: string;
  readonly accept: string;
  readonly reject: string;
  readonly accepted: MessageText;
  readonly rejected: MessageText;
  readonly problems: Record<'decided' | 'otherId' | 'taken', MessageText>;
}

export interface DeskLinkWords {
  readonly title: (name: string) => string;
  readonly lead: string;
  readonly search: string;
  readonly searchHint: string;
  readonly button: string;
  readonly nobody: string;
  readonly choose: string;
  readonly hasOtherId: string;
  readonly disabled: string;
  readonly number: string;
  readonly confirmTitle: string;
  readonly confirmLead: (from: string, into: string) => string;
  readonly confirmWarning: string;
  readonly confirm: string;
  readonly cancel: string;
  readonly done: MessageText;
  readonly problems: Record<'differentIds' | 'otherGym' | 'bothHaveAccounts' | 'gone', MessageText>;
}

export interface LiveWords {
  readonly asking: string;
  readonly arrived: string;
  readonly offline: string;
  /** The session ends soon. */
  readonly ending: string;
  readonly renew: string;
  readonly loggedOut: string;
  readonly gone: string;
  readonly gyms: string;
  readonly signalBlocked: string;
  readonly failed: string;
  readonly logIn: string;
}
