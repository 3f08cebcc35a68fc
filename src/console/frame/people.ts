import type { ConsolePage } from './console-page.js';

interface Named {
  readonly id: number;
  readonly firstName: string | null;
  readonly lastName: string | null;
}

const MOST_IDS = 200;

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
    for (const { id, firstName, lastName } of found.items)
      names.set(id, [firstName, lastName].filter(Boolean).join(' '));
  }
  return names;
}
