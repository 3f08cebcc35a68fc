import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { memberPath } from '../frame/people.js';
import type { Member } from './member.js';
import { MEMBER_FIELDS, memberChanges } from './member-form.js';
import { newMemberScreen } from './new-screen.js';
import { refusedMember } from './taken-values.js';

/** The form with which staff add a member. */
@Screens('console/members/new')
export class NewMemberController {
  @Get()
  @RequiresSession('CUSTOMER_WRITE')
  async form(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const values = { homeGymId: gyms.length === 1 ? String(gyms[0]?.id) : '' };
    return page.show(newMemberScreen(page, { gyms, state: { values } }));
  }

  @Post()
  @RequiresSession('CUSTOMER_WRITE')
  async create(@OnPage() page: ConsolePage): Promise<string> {
    const path = `partners/${page.partnerId}/customers`;
    const answer = await page.send<Member>('POST', path, memberChanges(page));
    if (answer.ok) return page.goTo(memberPath(answer.body.id), 'added');
    const refused = await refusedMember(page, MEMBER_FIELDS, answer.problem);
    const view = { gyms: await page.gyms(), ...refused };
    return page.show(newMemberScreen(page, view), 'form-refused');
  }
}
