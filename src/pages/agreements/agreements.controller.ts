import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { agreementsPage } from './agreements-page.js';
import { Form, FormBody } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { agreementProblems, PageAgreements } from './page-agreements.js';
import { pagePath } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, renderPage } from '../layout/render-page.js';

/** A new version of the partner's terms or privacy notice, for somebody who has an account already. */
@ApiExcludeController()
@Public()
@Controller(':slug/agreements')
export class AgreementsController {
  constructor(
    private readonly pages: HostedPages,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login'));
    const missing = await this.agreements.findMissing(context.partner, session.customerId);
    if (missing.length === 0) return seeOther(reply, pagePath(context, 'code'));
    return renderPage(reply, agreementsPage(context, missing));
  }

  @Post()
  async accept(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const session = await this.sessions.read(request, partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login'));
    const missing = await this.agreements.findMissing(partner, session.customerId);
    const problems = agreementProblems(missing, sent);
    if (Object.keys(problems).length > 0)
      return renderPage(reply, agreementsPage(context, missing, problems), 'form-refused');
    await this.agreements.record(partner, session.accountId, missing, 'LOG_IN_PAGE');
    return seeOther(reply, pagePath(context, 'code'));
  }
}
