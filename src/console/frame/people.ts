import type { ConsolePage } from './console-page.js';

interface Named {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

const MOST_IDS = 200;

export const MEMBERS = '/console/members';

export const memberPath = (id: number | string, rest = ''): string => `${MEMBERS}/${id}${rest}`;

export const fullName = ({ firstName, lastName }: Pick<Named, 'firstName' | 'lastName'>): string =>
  [firstName, lastName].filter(Boolean).join(' ');

/** What a member is called; the number of one without a name. @throws request.not-found */
export async function memberName(page: ConsolePage, id: string): Promise<string> {
  return fullName(await page.get<Named>(`customers/${id}`)) || id;
}

/** What people are called, by their ids; nothing for roles that do not see people. */
export async function namesOfPeople(
  page: ConsolePage,
  ids: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  const names = new Map<number, string>();
  if (!page.may('CUSTOMER_READ')) return names;
  const all = [...new Set(ids)];
  for (let at = 0; at < all.length; at += MOST_IDS) {
    const some = all.slice(at, at + MOST_IDS).join(',');
    const path = `partners/${page.partnerId}/customers`;
    const found = await page.get<{ items: Named[] }>(path, { ids: some, limit: MOST_IDS });
    for (const person of found.items) names.set(person.id, fullName(person));
  }
  return names;
}
