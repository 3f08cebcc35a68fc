import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { memberPath } from '../frame/people.js';
import type { Member, MemberPage } from './member.js';
import { mergePreview, mergeSearch } from './merge-screens.js';
import { isMemberId, ProfileReads } from './profile-reads.js';

const MOST = 20;

/** Two profiles of one person become one: find the other, compare, confirm. */
@Screens('console/members/:customerId/merge')
export class MergeMembersController {
  constructor(private readonly reads: ProfileReads) {}

  @Get()
  @RequiresSession('CUSTOMER_WRITE')
  async form(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    return page.show(mergeSearch(page, { member: await this.reads.member(page, id) }));
  }

  @Post('search')
  @RequiresSession('CUSTOMER_WRITE')
  async search(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const member = await this.reads.member(page, id);
    const q = page.form.text('q').slice(0, 100);
    if (q === '') return page.goTo(memberPath(member.id, '/merge'));
    const list = `partners/${page.partnerId}/customers`;
    const { items } = await page.get<MemberPage>(list, { q, limit: MOST });
    const found = items.filter((other) => other.id !== member.id);
    return page.show(mergeSearch(page, { member, q, found }));
  }

  @Get(':otherId')
  @RequiresSession('CUSTOMER_WRITE')
  async preview(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('otherId') otherId: string,
  ): Promise<string> {
    const [member, other] = await this.both(page, id, otherId);
    return page.show(mergePreview(page, { member, other }));
  }

  @Post(':otherId')
  @RequiresSession('CUSTOMER_WRITE')
  async merge(
    @OnPage() page: ConsolePage,
    @Param('customerId') id: string,
    @Param('otherId') otherId: string,
  ): Promise<string> {
    if (![id, otherId].every(isMemberId)) throw new DomainError(RequestErrors.notFound);
    // First of all: after the first of two presses there is nothing left to read.
    const body = { intoCustomerId: Number(otherId) };
    const answer = await page.send<Member>('POST', `customers/${id}/merge`, body);
    if (answer.ok) return page.goTo(memberPath(body.intoCustomerId), 'merged');
    const { problem } = answer;
    const [member, other] = await this.both(page, id, otherId);
    return page.show(mergePreview(page, { member, other, problem }), 'form-refused');
  }

  private both(page: ConsolePage, id: string, otherId: string): Promise<[Member, Member]> {
    return Promise.all([this.reads.member(page, id), this.reads.member(page, otherId)]);
  }
}
