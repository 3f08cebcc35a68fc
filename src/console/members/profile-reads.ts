import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import type { Problem } from '../frame/problem.js';
import type { Member, MemberContract, MemberRestriction } from './member.js';
import { KINDS, type TimelinePage } from '../timeline/timeline.js';

export interface Profile {
  readonly member: Member;
  readonly gyms: readonly ListedGym[];
  readonly restriction: MemberRestriction | undefined;
  readonly contracts: readonly MemberContract[];
  readonly timeline: TimelinePage;
  /** Of the timeline. */
  readonly kind: string;
  readonly problem?: Problem;
}

const ENTRIES = 25;

/** What the screens of a member read, in a few calls at once. */
@Injectable()
export class ProfileReads {
  member(page: ConsolePage, id: string): Promise<Member> {
    if (!/^\d{1,16}$/.test(id)) throw new DomainError(RequestErrors.notFound);
    return page.get<Member>(`customers/${id}`);
  }

  async profile(page: ConsolePage, id: string): Promise<Profile> {
    const member = await this.member(page, id);
    const asked = page.query.text('kind');
    const kind = KINDS.includes(asked) ? asked : '';
    const timeline = `partners/${page.partnerId}/customers/${id}/timeline`;
    const [gyms, restriction, contracts, entries] = await Promise.all([
      page.gyms(),
      page.find<MemberRestriction>(`customers/${id}/restriction`),
      page.get<{ items: MemberContract[] }>(`customers/${id}/contracts`),
      page.get<TimelinePage>(timeline, { kind, limit: ENTRIES, cursor: page.query.text('cursor') }),
    ]);
    return { member, gyms, restriction, contracts: contracts.items, timeline: entries, kind };
  }
}
