import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, type FormState } from '../frame/form-state.js';
import type { Problem } from '../frame/problem.js';
import type { Member, MemberPage } from './member.js';

interface Taken {
  readonly field: string;
  /** The parameter of the list of members that finds who has it. */
  readonly query: string;
}

/** What only one member may have, by the code with which the API refuses it to another. */
const TAKEN: Readonly<Record<string, Taken>> = {
  'customer.number-taken': { field: 'number', query: 'number' },
  'customer.wellhub-id-taken': { field: 'gympassId', query: 'gympassId' },
  'customer.gpw-id-taken': { field: 'gympassUserId', query: 'gympassUserId' },
  'customer.card-number-taken': { field: 'cardNumber', query: 'q' },
};

interface RefusedMember {
  readonly state: FormState;
  readonly holder: Member | undefined;
}

/** The form as it is shown again: what was typed, with the field that another member has, and which one. */
export async function refusedMember(
  page: ConsolePage,
  fields: readonly string[],
  problem: Problem,
): Promise<RefusedMember> {
  const taken = TAKEN[problem.code];
  if (!taken) return { state: refusedForm(page.form, fields, problem), holder: undefined };
  const errors = [{ pointer: `/${taken.field}`, detail: '' }];
  const state = refusedForm(page.form, fields, { ...problem, errors });
  return { state, holder: await holderOf(page, taken) };
}

/** A search also finds what is nearly the same, so cards are compared. */
async function holderOf(page: ConsolePage, { field, query }: Taken): Promise<Member | undefined> {
  const typed = typedIn(page, field);
  const path = `partners/${page.partnerId}/customers`;
  const { items } = await page.get<MemberPage>(path, { [query]: typed, limit: 20 });
  if (field !== 'cardNumber') return items[0];
  return items.find(({ cardNumber }) => cardNumber === typed.replace(/^0+/, ''));
}

/** A form takes a Wellhub id in groups, a list does not. */
function typedIn({ form }: ConsolePage, field: string): string {
  const text = form.text(field);
  return field === 'gympassId' ? text.normalize('NFKC').replaceAll(/\D/g, '') : text;
}
