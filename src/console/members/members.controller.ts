import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { MemberPage } from './member.js';
import { membersScreen, type MembersFilter } from './members-screen.js';

const STATUSES = new Set(['PENDING', 'ACTIVE', 'DISABLED']);
const WELLHUB_STATUSES = new Set(['ACTIVE', 'CANCELED']);

/** The members: all of them page by page, or those that a search finds. */
@Screens('console/members')
export class MembersController {
  @Get()
  @RequiresSession('CUSTOMER_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const filter = filterIn(page);
    const cursor = page.query.text('cursor');
    const found = await page.get<MemberPage>(listOf(page), { ...filter, cursor });
    return page.show(membersScreen(page, { found, filter }));
  }

  /** By POST: what people search for is a name. */
  @Post('search')
  @RequiresSession('CUSTOMER_READ')
  async search(@OnPage() page: ConsolePage): Promise<string> {
    const q = page.form.text('q').slice(0, 100);
    if (q === '') return page.goTo('/console/members');
    const cursor = page.form.text('cursor');
    const found = await page.get<MemberPage>(listOf(page), { q, cursor });
    return page.show(membersScreen(page, { found, q }));
  }
}

const listOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/customers`;

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn({ query }: ConsolePage): MembersFilter {
  const [status, wellhubStatus] = [query.text('status'), query.text('wellhubStatus')];
  return {
    ...(STATUSES.has(status) && { status }),
    ...(WELLHUB_STATUSES.has(wellhubStatus) && { wellhubStatus }),
  };
}
