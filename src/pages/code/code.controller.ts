import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PageSession } from '../../accounts/index.js';
import { Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { WellhubIdClaims } from '../../user-registration/index.js';
import { codePage } from './code-page.js';
import type { DoorState } from './door-state.repository.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { pagePath } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { HostedPageErrors } from '../layout/pages.errors.js';
import { seeOther, renderPage } from '../layout/render-page.js';
import { ScreenCodes, type ScreenCode } from './screen-codes.js';

/** The screen that opens the door, and what its browser code asks for. */
@ApiExcludeController()
@Public()
@Controller(':slug/code')
export class CodeController {
  constructor(
    private readonly pages: HostedPages,
    private readonly sessions: PageSessions,
    private readonly codes: ScreenCodes,
    private readonly gyms: Gyms,
    private readonly claims: WellhubIdClaims,
  ) {}

  @Get()
  async screen(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login'));
    const [gym, own] = await Promise.all([
      this.gyms.findOnly(context.partner.id),
      this.claims.look(context.partner.id, session.customerId),
    ]);
    return renderPage(reply, codePage(context, own, gym?.name));
  }

  /** @throws hosted-page.logged-out, customer.not-found, access-code.disabled, access-code.rate-limited */
  @Get('current')
  @Header('Cache-Control', 'no-store')
  async current(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<ScreenCode> {
    return this.codes.issue(await this.person(slug, request));
  }

  /** Asked every two seconds while a code is on the screen. @throws hosted-page.logged-out */
  @Get('state')
  @Header('Cache-Control', 'no-store')
  async state(@Param('slug') slug: string, @Req() request: FastifyRequest): Promise<DoorState> {
    return this.codes.state(await this.person(slug, request));
  }

  private async person(slug: string, request: FastifyRequest): Promise<PageSession> {
    const { partner } = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, partner.id);
    if (!session) throw new DomainError(HostedPageErrors.loggedOut);
    return session;
  }
}
