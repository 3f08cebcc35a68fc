import type { PasswordRules } from '../../accounts/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import type { Proven } from '../links/confirmed-email.js';
import type { BadFields, SignUpForm } from '../links/joining.types.js';
import { printable } from '../links/registration-request.js';

/** A sign-up form whose every field is good. */
export interface GoodForm {
  readonly address: Proven;
  readonly person: Newcomer;
}

/** What a new customer is made of. */
export interface Newcomer {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly language?: string;
}

/** Names may be left out, the address and the password may not. */
export async function readForm(
  partnerId: string,
  form: SignUpForm,
  rules: PasswordRules,
): Promise<GoodForm | BadFields> {
  const address = emailAddress(form.email);
  const { firstName: first, lastName: last } = form;
  const setter = { email: form.email, names: [first, last], customerId: undefined };
  const fault = await rules.fault(partnerId, form.password, setter);
  const bad: BadFields = {
    ...(!address && { email: emailFaultOf(form.email) }),
    ...(fault && { password: form.password === '' ? 'missing' : fault }),
    ...nameFault('firstName', form.firstName),
    ...nameFault('lastName', form.lastName),
  };
  if (!address || Object.keys(bad).length > 0) return bad;
  const firstName = printable(form.firstName);
  const lastName = printable(form.lastName);
  const { language } = form;
  const person = {
    ...(firstName && { firstName }),
    ...(lastName && { lastName }),
    ...(language && { language }),
  };
  return { address, person };
}

export const isGood = (form: GoodForm | BadFields): form is GoodForm => 'address' in form;

/** What is wrong with an e-mail address that cannot be used. */
export const emailFaultOf = (email: string): string =>
  email.trim() === '' ? 'missing' : 'malformed';

function nameFault(field: 'firstName' | 'lastName', value: string): BadFields {
  if (value.trim() === '' || printable(value) !== undefined) return {};
  return { [field]: [...value.trim()].length > 100 ? 'too-long' : 'malformed' };
}
