import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { PageSession } from '../../accounts/index.js';
import { Gyms } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { WellhubIdClaims } from '../../user-registration/index.js';
import { codePage } from './code-page.js';
import { DoorStates, type ShownDoorState } from './door-states.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { PageSessions } from '../layout/page-sessions.js';
import { HostedPageErrors } from '../layout/pages.errors.js';
import { ScreenCodes, type ScreenCode } from './screen-codes.js';

/** The screen that shows the access code, and the JSON that its browser code polls. */
@ApiExcludeController()
@Public()
@Controller(':slug/code')
export class CodeController {
  constructor(
    private readonly sessions: PageSessions,
    private readonly codes: ScreenCodes,
    private readonly doorStates: DoorStates,
    private readonly gyms: Gyms,
    private readonly claims: WellhubIdClaims,
  ) {}

  @Get()
  async screen(@HostedPage() page: PageRequest): Promise<string> {
    const { context } = page;
    const session = await this.sessions.read(page);
    if (!session) return page.redirect('login');
    const [gym, own] = await Promise.all([
      this.gyms.findOnly(context.partner.id),
      this.claims.find(context.partner.id, session.customerId),
    ]);
    return page.render(codePage(context, own, gym?.name));
  }

  /** @throws hosted-page.logged-out, customer.not-found, access-code.disabled, access-code.rate-limited */
  @Get('current')
  @Header('Cache-Control', 'no-store')
  async current(@HostedPage() page: PageRequest): Promise<ScreenCode> {
    return this.codes.issue(await this.sessionOf(page), page.context.words);
  }

  /** Polled every two seconds while a code is on the screen. @throws hosted-page.logged-out */
  @Get('state')
  @Header('Cache-Control', 'no-store')
  async state(@HostedPage() page: PageRequest): Promise<ShownDoorState> {
    return this.doorStates.find(await this.sessionOf(page), page.context.words);
  }

  private async sessionOf(page: PageRequest): Promise<PageSession> {
    const session = await this.sessions.read(page);
    if (!session) throw new DomainError(HostedPageErrors.loggedOut);
    return session;
  }
}
