import type { Form } from '../../pages/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { typedWellhubIdFault } from '../../wellhub/index.js';
import type { TypedWords } from '../words/words.js';

export const TYPED_FIELDS = ['typed', 'firstName', 'lastName', 'email'] as const;
export type TypedField = (typeof TYPED_FIELDS)[number];

/** What was typed into the desk's form, and what is wrong with it. */
export interface TypedId extends Record<TypedField, string> {
  readonly problems: Partial<Record<TypedField, string>>;
}

const LONGEST_ID = 64;
const LONGEST_NAME = 100;
const UNPRINTABLE = /[\p{Cc}\p{Cs}]/u;

/** The id is needed; names and e-mail are for somebody who is new here (W-53). */
export function readTypedId(sent: Form, words: TypedWords): TypedId {
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

export const personOf = ({ firstName, lastName, email }: TypedId) => ({
  firstName: firstName || null,
  lastName: lastName || null,
  email: email || null,
  phoneNumber: null,
});

const isBadName = (name: string) => [...name].length > LONGEST_NAME || UNPRINTABLE.test(name);
