import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/http/declarations.js';
import { agreementsPage } from './agreements-page.js';
import { Form, FormBody } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { agreementProblems, PageAgreements } from './page-agreements.js';
import { PageSessions } from '../layout/page-sessions.js';

/** A new version of the partner's terms or privacy notice, for people who already have an account. */
@ApiExcludeController()
@Public()
@Controller(':slug/agreements')
export class AgreementsController {
  constructor(
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(@HostedPage() page: PageRequest): Promise<string> {
    const { context } = page;
    const session = await this.sessions.read(page);
    if (!session) return page.redirect('login');
    const missing = await this.agreements.findMissing(context.partner, session.customerId);
    if (missing.length === 0) return page.redirect('code');
    return page.render(agreementsPage(context, missing));
  }

  @Post()
  async accept(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { context, partner } = page;
    const session = await this.sessions.read(page);
    if (!session) return page.redirect('login');
    const missing = await this.agreements.findMissing(partner, session.customerId);
    const problems = agreementProblems(missing, sent);
    if (Object.keys(problems).length > 0)
      return page.render(agreementsPage(context, missing, problems), 'form-refused');
    await this.agreements.record({ partner, accountId: session.accountId }, missing, 'LOG_IN_PAGE');
    return page.redirect('code');
  }
}
