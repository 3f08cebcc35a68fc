import type { SignOnRefusal } from '../../staff/index.js';

/** Texts about a log-in at the provider of a partner. */
export interface SignOnWords {
  readonly title: string;
  /** Where the short name of the gym is typed. */
  readonly findLead: string;
  readonly name: string;
  readonly nameHint: string;
  readonly findButton: string;
  readonly unknown: string;
  readonly lead: (partner: string, host: string) => string;
  readonly button: (host: string) => string;
  readonly withPassword: string;
  /** A right password at a partner that wants its provider. */
  readonly required: (partner: string) => string;
  readonly doneTitle: string;
  readonly done: string;
  readonly confirmLead: (host: string) => string;
  readonly refusedTitle: string;
  readonly refused: Record<SignOnRefusal, string>;
  readonly again: string;
}
