import { Controller, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/http/declarations.js';
import { WellhubIdClaims } from '../../user-registration/index.js';
import { Form, FormBody } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { PageSessions } from '../layout/page-sessions.js';
import { wellhubIdPage } from './wellhub-id-form.js';

const LONGEST = 64;

/** A member types the id of their Wellhub app; it counts once the front desk accepts it (`wellhub.md` 1.1 c). */
@ApiExcludeController()
@Public()
@Controller(':slug/wellhub-id')
export class WellhubIdController {
  constructor(
    private readonly sessions: PageSessions,
    private readonly claims: WellhubIdClaims,
  ) {}

  @Post()
  async claim(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { context } = page;
    const session = await this.sessions.read(page);
    if (!session) return page.redirect('login');
    const typed = sent.text('wellhubId').slice(0, LONGEST);
    const result = await this.claims.claim(session.partnerId, session.customerId, typed);
    if (result.kind !== 'malformed') return page.redirect('code');
    const { problems } = context.words.wellhubId;
    const { fault } = result;
    const problem = fault.kind === 'length' ? problems.length(fault.digits) : problems[fault.kind];
    return page.render(wellhubIdPage(context, { typed, problem }), 'form-refused');
  }
}
