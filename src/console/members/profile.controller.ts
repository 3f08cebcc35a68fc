import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import type { AdminAnswer } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { memberPath } from '../frame/people.js';
import type { Member } from './member.js';
import { ProfileReads } from './profile-reads.js';
import { profileScreen } from './profile-screen.js';

const isGone = (answer: AdminAnswer<unknown>): boolean =>
  answer.ok || answer.problem.status === 404;

const RESTRICTION_FIELDS = ['reason', 'startDate', 'endDate'];

/** One member: what is known, and what may be done about it. */
@Screens('console/members/:customerId')
export class ProfileController {
  constructor(private readonly reads: ProfileReads) {}

  @Get()
  @RequiresSession('CUSTOMER_READ')
  async profile(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    return page.show(profileScreen(page, await this.reads.profile(page, id)));
  }

  @Post('status')
  @RequiresSession('CUSTOMER_WRITE')
  async setStatus(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const isBlocking = page.form.text('status') === 'DISABLED';
    const { hasAccount } = await this.reads.member(page, id);
    const unblocked = hasAccount ? 'ACTIVE' : 'PENDING';
    const status = isBlocking ? 'DISABLED' : unblocked;
    const answer = await page.send<Member>('PATCH', `customers/${id}`, { status });
    return this.after(page, { id, answer, done: isBlocking ? 'blocked' : 'unblocked' });
  }

  @Post('restriction')
  @RequiresSession('CUSTOMER_WRITE')
  async restrict(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const set = RESTRICTION_FIELDS.filter((name) => page.form.text(name) !== '');
    const body = Object.fromEntries(set.map((name) => [name, page.form.text(name)]));
    const answer = await page.send('PUT', `customers/${id}/restriction`, body);
    if (answer.ok) return page.goTo(memberPath(Number(id)), 'restricted');
    const profile = await this.reads.profile(page, id);
    const { stored } = profile.restrictionForm;
    const typed = refusedForm(page.form, RESTRICTION_FIELDS, answer.problem);
    const view = { ...profile, restrictionForm: { ...typed, stored } };
    return page.show(profileScreen(page, view), 'form-refused');
  }

  @Post('restriction/remove')
  @RequiresSession('CUSTOMER_WRITE')
  async unrestrict(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const answer = await page.send('DELETE', `customers/${id}/restriction`);
    // Removed twice, it is gone as well.
    if (isGone(answer)) return page.goTo(memberPath(Number(id)), 'removed');
    return this.after(page, { id, answer, done: 'removed' });
  }

  @Post('erase')
  @RequiresSession('CUSTOMER_WRITE')
  async erase(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const answer = await page.send('DELETE', `customers/${id}`);
    if (isGone(answer)) return page.goTo('/console/members', 'erased');
    return this.after(page, { id, answer, done: '' });
  }

  /** Everything that is held about the person, as a file. */
  @Get('export')
  @RequiresSession('PARTNER_ADMIN')
  async export(@OnPage() page: ConsolePage, @Param('customerId') id: string): Promise<string> {
    const data = await page.get<object>(`customers/${id}/export`);
    void page.reply.headers({
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Disposition': `attachment; filename="member-${Number(id)}.json"`,
      'Cache-Control': 'no-store',
    });
    return JSON.stringify(data, null, 2);
  }

  /** Back to the profile; what was refused is said there. */
  private async after(
    page: ConsolePage,
    { id, answer, done }: { id: string; answer: AdminAnswer<unknown>; done: string },
  ): Promise<string> {
    if (answer.ok) return page.goTo(memberPath(Number(id)), done);
    const profile = await this.reads.profile(page, id);
    return page.show(profileScreen(page, { ...profile, problem: answer.problem }), 'form-refused');
  }
}
