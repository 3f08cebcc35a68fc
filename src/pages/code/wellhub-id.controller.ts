import { Controller, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { WellhubIdClaims } from '../../user-registration/index.js';
import { Form, FormBody } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { pagePath } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, renderPage } from '../layout/render-page.js';
import { wellhubIdPage } from './wellhub-id-form.js';

const LONGEST = 64;

/** A member types the id of their Wellhub app; it counts once the front desk accepts it (`wellhub.md` 1.1 c). */
@ApiExcludeController()
@Public()
@Controller(':slug/wellhub-id')
export class WellhubIdController {
  constructor(
    private readonly pages: HostedPages,
    private readonly sessions: PageSessions,
    private readonly claims: WellhubIdClaims,
  ) {}

  @Post()
  async claim(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login'));
    const typed = sent.text('wellhubId').slice(0, LONGEST);
    const result = await this.claims.claim(session.partnerId, session.customerId, typed);
    if (result.kind !== 'malformed') return seeOther(reply, pagePath(context, 'code'));
    const { problems } = context.words.wellhubId;
    const { fault } = result;
    const problem = fault.kind === 'length' ? problems.length(fault.digits) : problems[fault.kind];
    return renderPage(reply, wellhubIdPage(context, { typed, problem }), 'form-refused');
  }
}
