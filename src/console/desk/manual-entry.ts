import type { Form } from '../../pages/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { typedWellhubIdFault } from '../../wellhub/index.js';
import type { ManualEntryWords } from '../words/words.js';

export const MANUAL_ENTRY_FIELDS = ['typed', 'firstName', 'lastName', 'email'] as const;
export type ManualEntryField = (typeof MANUAL_ENTRY_FIELDS)[number];

/** A Wellhub id entered by hand with its validation errors. */
export interface ManualEntry extends Record<ManualEntryField, string> {
  readonly problems: Partial<Record<ManualEntryField, string>>;
}

const LONGEST_ID = 64;
const LONGEST_NAME = 100;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** The id is required; name and e-mail are for a new customer (W-53). */
export function readManualEntry(sent: Form, words: ManualEntryWords): ManualEntry {
  const typed = sent.text('wellhubId').slice(0, LONGEST_ID);
  const [firstName, lastName] = [sent.text('firstName'), sent.text('lastName')];
  const email = sent.text('email');
  const fault = typedWellhubIdFault(typed);
  const { problems } = words;
  return {
    typed,
    firstName,
    lastName,
    email,
    problems: {
      ...(fault && {
        typed: fault.kind === 'length' ? problems.length(fault.digits) : problems[fault.kind],
      }),
      ...(isBadName(firstName) && { firstName: problems.name }),
      ...(isBadName(lastName) && { lastName: problems.name }),
      ...(email !== '' && !emailAddress(email) && { email: problems.email }),
    },
  };
}

export const personOf = ({ firstName, lastName, email }: ManualEntry) => ({
  firstName: firstName || null,
  lastName: lastName || null,
  email: email || null,
  phoneNumber: null,
});

const isBadName = (name: string) => [...name].length > LONGEST_NAME || UNPRINTABLE.test(name);
