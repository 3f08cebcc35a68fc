import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { isStoredAlready, storedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { editScreen } from './edit-screen.js';
import { memberPath } from '../frame/people.js';
import type { Member } from './member.js';
import { MEMBER_FIELDS, memberChanges, memberValues } from './member-form.js';
import { ProfileReads } from './profile-reads.js';
import { refusedMember } from './taken-values.js';

/** The form with which staff change what is known about a member. */
@Screens('console/members/:customerId/edit')
export class EditMemberController {
  constructor(private readonly reads: ProfileReads) {}

  @Get()
  @RequiresSession('CUSTOMER_WRITE')
  async form(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const { body: member, tag } = await this.reads.taggedMember(page, id);
    const state = storedForm({ values: memberValues(member), tag });
    return page.show(editScreen(page, { member, gyms: await page.gyms(), state }));
  }

  /** Only what is another value than now is sent: what stays needs no right, and stays out of the audit log. */
  @Post()
  @RequiresSession('CUSTOMER_WRITE')
  async save(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const before = await this.reads.member(page, id);
    const changes = memberChanges(page, memberValues(before));
    const answer = await page.send<Member>('PATCH', `customers/${id}`, changes);
    if (answer.ok) return page.goTo(memberPath(before.id), 'saved');
    const { body: member, tag } = await this.reads.taggedMember(page, id);
    const stored = { values: memberValues(member), tag };
    const refused = await refusedMember(page, MEMBER_FIELDS, answer.problem);
    const state = { ...refused.state, stored };
    if (isStoredAlready(state)) return page.goTo(memberPath(member.id), 'saved');
    const view = { member, gyms: await page.gyms(), state, holder: refused.holder };
    return page.show(editScreen(page, view), 'form-refused');
  }
}
