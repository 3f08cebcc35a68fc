import type { OwnPlace } from '../frame/own-places.js';
import type { FormState } from '../frame/form-state.js';

/** What the administration API tells of the person who calls. */
export interface ShownAccount {
  readonly email: string;
  readonly name: string;
  readonly language: string;
  readonly role: string;
  readonly isLookingIn: boolean;
  readonly secondFactor: {
    readonly isSet: boolean;
    readonly hasApp: boolean;
    readonly isRequired: boolean;
  };
}

export interface OwnSession {
  readonly id: string;
  readonly source: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly isCurrent: boolean;
}

export interface AccountView {
  /** Of the form about the person. */
  readonly state: FormState;
  readonly account: ShownAccount;
  readonly sessions: readonly OwnSession[];
  readonly places: readonly OwnPlace[];
}
