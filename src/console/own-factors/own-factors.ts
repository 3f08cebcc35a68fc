import { FACTORS } from '../layout/desk-context.js';
import type { ShownAccount } from '../account/own-account.js';
import type { FormState } from '../frame/form-state.js';

/** As the administration API shows them. */
export interface OwnPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly lastUsedAt: string | null;
}

export interface OwnPasskeys {
  readonly items: readonly OwnPasskey[];
  readonly isPossible: boolean;
  readonly most: number;
}

export interface NewApp {
  readonly uri: string;
  readonly secret: string;
}

/** Absent when the form came twice: they are shown once. */
export interface ShownCodes {
  readonly recoveryCodes?: readonly string[];
}

/** The form that was refused. */
export type FactorForm = 'app' | 'passkey' | 'removal';

export interface FactorsView {
  readonly factor: ShownAccount['secondFactor'];
  readonly passkeys: OwnPasskeys;
  /** Until a code confirms it. */
  readonly app: NewApp | undefined;
  readonly refused?: { readonly form: FactorForm; readonly state: FormState } | undefined;
}

export const OWN_PASSKEYS = `${FACTORS}/passkeys`;
