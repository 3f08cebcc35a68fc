import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { fullName } from '../frame/people.js';
import type { Member, MemberPage } from '../members/member.js';
import { DOORS_WORDS } from './doors-words.js';

interface MemberLinkProps {
  readonly page: ConsolePage;
  readonly id: number | null;
  /** Absent: the number stands for it. */
  readonly name: string | undefined;
}

/** Whom a scan was about. */
export function MemberLink({ page, id, name }: MemberLinkProps): VNode | null {
  if (id === null) return null;
  const label = name || page.textsOf(DOORS_WORDS).dryRun.member(id);
  if (!page.may('CUSTOMER_READ')) return <>{label}</>;
  return <a href={`/console/members/${id}`}>{label}</a>;
}

/** The names of these people, in one call. */
export async function memberNames(
  page: ConsolePage,
  ids: readonly (number | null)[],
): Promise<ReadonlyMap<number, string>> {
  const known = new Set(ids.filter((id) => id !== null));
  if (known.size === 0 || !page.may('CUSTOMER_READ')) return new Map();
  const path = `partners/${page.partnerId}/customers`;
  const { items } = await page.get<MemberPage>(path, { ids: [...known].join(',') });
  return new Map(items.map((member: Member) => [member.id, fullName(member)]));
}
