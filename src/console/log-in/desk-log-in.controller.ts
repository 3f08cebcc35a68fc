import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TodaysCheckIns } from '../../check-in-validation/index.js';
import { Form, seeOther, FormBody, renderPage } from '../../pages/index.js';
import { ConsoleCookie, ConsoleSessions } from '../../partner-auth/index.js';
import { Public } from '../../platform/http/declarations.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { DESK, deskPath, LOG_IN } from '../layout/desk-context.js';
import { DeskAccess } from './desk-access.js';
import { gymsPage } from './gyms-page.js';
import { DeskLogIns } from './desk-log-ins.js';
import { deskLogInPage } from './log-in-page.js';

/** Log-in at a desk: key and name, then the gym if the key is valid for several. */
@ApiExcludeController()
@Public()
@Controller('console')
export class DeskLogInController {
  constructor(
    private readonly access: DeskAccess,
    private readonly logIns: DeskLogIns,
    private readonly sessions: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
    private readonly today: TodaysCheckIns,
  ) {}

  @Get()
  console(@Res({ passthrough: true }) reply: FastifyReply): string {
    return seeOther(reply, DESK);
  }

  @Get('desk')
  async choose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const staff = await this.access.findStaff(request);
    if (!staff) return seeOther(reply, LOG_IN);
    const gyms = await this.today.gymsOf(staff.caller);
    const [only] = gyms;
    if (only && gyms.length === 1) return seeOther(reply, deskPath({ gym: only }));
    return renderPage(reply, gymsPage(staff, gyms));
  }

  @Get('desk/log-in')
  async form(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    if (await this.access.findStaff(request)) return seeOther(reply, DESK);
    return renderPage(reply, deskLogInPage(wordsFor(request), { name: '' }));
  }

  @Post('desk/log-in')
  async logIn(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const name = sent.text('name').slice(0, 100);
    const result = await this.logIns.attempt(sent.text('key'), name);
    if (result.kind === 'refused') {
      const { problem } = result;
      const status = problem.endsWith('Missing') ? 'form-refused' : 'log-in-refused';
      return renderPage(reply, deskLogInPage(wordsFor(request), { name, problem }), status);
    }
    await this.end(request);
    this.cookie.set(reply, result.token);
    return seeOther(reply, DESK);
  }

  @Post('desk/log-out')
  async logOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.end(request);
    this.cookie.clear(reply);
    return seeOther(reply, LOG_IN);
  }

  private async end(request: FastifyRequest): Promise<void> {
    const token = this.cookie.tokenOf(request);
    if (token !== undefined) await this.sessions.close(token);
  }
}

const wordsFor = (request: FastifyRequest) =>
  chooseDeskWords(request.headers['accept-language'], 'en');
