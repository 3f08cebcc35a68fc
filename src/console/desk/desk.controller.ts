import { Controller, Get, Header, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TodaysCheckIns } from '../../check-in-validation/index.js';
import { Form, seeOther, FormBody } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { DeskErrors } from '../log-in/console.errors.js';
import { type DeskContext, deskLogInFor } from '../layout/desk-context.js';
import { DeskAccess } from '../log-in/desk-access.js';
import { doorWarningText } from '../reasons/door-warnings.js';
import { DeskScreens } from './desk-screens.js';
import { DeskSession } from './desk-session.js';
import { checkInMessage, flashMessageFor, type FlashMessage } from '../layout/flash-messages.js';

/** The answer to an open desk, every two seconds. */
interface DeskPulse {
  readonly version: string;
  /** Null while the session lasts long enough. */
  readonly endsAt: string | null;
}

/** Today's check-ins of a gym, and whether they have changed. */
@ApiExcludeController()
@Public()
@Controller('console/desk/:gymId')
export class DeskController {
  constructor(
    private readonly access: DeskAccess,
    private readonly screens: DeskScreens,
    private readonly today: TodaysCheckIns,
    private readonly session: DeskSession,
  ) {}

  /** `done` names a check-in and `said` a flash message: the result of the last action, shown after a redirect. */
  @Get()
  async screen(
    @Param('gymId') gymId: string,
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.access.findAtGym(request, gymId);
    if (!context) return seeOther(reply, deskLogInFor(gymId));
    const result = await this.resultIn(context, new Form(query));
    return this.screens.render(reply, context, { result });
  }

  @Post('search')
  async search(
    @Param('gymId') gymId: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.access.findAtGym(request, gymId);
    if (!context) return seeOther(reply, deskLogInFor(gymId));
    return this.screens.render(reply, context, { search: sent.text('q') });
  }

  /** Polled every two seconds by the browser code, which keeps a key's session open. @throws desk.logged-out */
  @Get('pulse')
  @Header('Cache-Control', 'no-store')
  async pulse(
    @Param('gymId') gymId: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<DeskPulse> {
    const context = await this.access.findAtGym(request, gymId);
    if (!context) throw new DomainError(DeskErrors.loggedOut);
    const endsAt = await this.session.keepOpen(request, reply, context);
    return { version: await this.screens.version(context), endsAt };
  }

  private async resultIn(context: DeskContext, query: Form): Promise<FlashMessage | undefined> {
    const checkIn = await this.today.find(context.gym, query.text('done'));
    if (checkIn) {
      const message = checkInMessage(context, checkIn, query.text('again') !== '');
      const warning = doorWarningText(context.words.lang, query);
      return warning === undefined ? message : { ...message, warning };
    }
    return flashMessageFor(context, query.text('said'));
  }
}
