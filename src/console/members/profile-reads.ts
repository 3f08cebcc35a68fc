import { Injectable } from '@nestjs/common';
import { HISTORY_KINDS } from '../../member-history/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage, ListedGym, TaggedBody } from '../frame/console-page.js';
import { storedForm, type FormState } from '../frame/form-state.js';
import type { Problem } from '../frame/problem.js';
import type { Member, MemberRestriction } from './member.js';
import { membershipsOf, type MemberContract } from '../contracts/contract.js';
import type { Pass } from '../passes/pass.js';
import type { TimelinePage } from '../timeline/timeline.js';

export interface Profile {
  readonly member: Member;
  readonly gyms: readonly ListedGym[];
  readonly restriction: MemberRestriction | undefined;
  /** With which one is made. */
  readonly restrictionForm: FormState;
  readonly contracts: readonly MemberContract[];
  /** What memberships are called, by their ids. */
  readonly memberships: ReadonlyMap<number, string>;
  readonly passes: readonly Pass[];
  readonly timeline: TimelinePage;
  /** Of the timeline. */
  readonly kind: string;
  readonly problem?: Problem;
}

const ENTRIES = 25;

export const isMemberId = (text: string): boolean => /^\d{1,16}$/.test(text);

const restrictionValues = (restriction: MemberRestriction | undefined) =>
  restriction
    ? {
        reason: restriction.reason,
        startDate: restriction.startDate ?? '',
        endDate: restriction.endDate ?? '',
      }
    : {};

/** @throws request.not-found for what is no id */
function pathOf(id: string): string {
  if (!isMemberId(id)) throw new DomainError(RequestErrors.notFound);
  return `customers/${id}`;
}

/** What the screens of a member read, in a few calls at once. */
@Injectable()
export class ProfileReads {
  member(page: ConsolePage, id: string): Promise<Member> {
    return page.get<Member>(pathOf(id));
  }

  taggedMember(page: ConsolePage, id: string): Promise<TaggedBody<Member>> {
    return page.getTagged<Member>(pathOf(id));
  }

  async profile(page: ConsolePage, id: string): Promise<Profile> {
    const member = await this.member(page, id);
    const asked = page.query.text('kind');
    const kind = HISTORY_KINDS.find((one) => one === asked) ?? '';
    const timeline = `partners/${page.partnerId}/customers/${id}/timeline`;
    const [gyms, restriction, contracts, passes, entries] = await Promise.all([
      page.gyms(),
      page.findTagged<MemberRestriction>(`customers/${id}/restriction`),
      contractsOf(page, id),
      page.get<{ items: Pass[] }>(`customers/${id}/passes`),
      page.get<TimelinePage>(timeline, { kind, limit: ENTRIES, cursor: page.query.text('cursor') }),
    ]);
    return {
      member,
      gyms,
      restriction: restriction.body,
      restrictionForm: storedForm({
        values: restrictionValues(restriction.body),
        tag: restriction.tag,
      }),
      ...contracts,
      passes: passes.items,
      timeline: entries,
      kind,
    };
  }
}

const SHOWN_CONTRACTS = 50;

/** The first of them, with the names of their memberships. */
async function contractsOf(page: ConsolePage, id: string) {
  const path = `customers/${id}/contracts`;
  const { items } = await page.get<{ items: MemberContract[] }>(path, { limit: SHOWN_CONTRACTS });
  const memberships = items.length === 0 ? [] : await membershipsOf(page);
  return { contracts: items, memberships: new Map(memberships.map((one) => [one.id, one.name])) };
}
