import { Controller, Get, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TodaysCheckIns } from '../../check-in-validation/index.js';
import { Form, seeOther, FormBody, renderPage } from '../../pages/index.js';
import { ConsoleCookie } from '../../partner-auth/index.js';
import { Public } from '../../platform/http/declarations.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import {
  ACCOUNT,
  DESK,
  deskPath,
  LOG_IN,
  personLogInFor,
  STAFF_LOG_IN,
} from '../layout/desk-context.js';
import { DeskAccess } from './desk-access.js';
import { rememberDestination, takeDestination } from './destination.js';
import { gymsPage } from './gyms-page.js';
import { DeskLogIns } from './desk-log-ins.js';
import { deskLogInPage } from './log-in-page.js';
import { StaffAccess } from './staff-access.js';

/** Log-in at a desk: key and name, then the gym if the key is valid for several. */
@ApiExcludeController()
@Public()
@Controller('console')
export class DeskLogInController {
  constructor(
    private readonly access: DeskAccess,
    private readonly logIns: DeskLogIns,
    private readonly cookie: ConsoleCookie,
    private readonly today: TodaysCheckIns,
    private readonly people: StaffAccess,
  ) {}

  @Get('desk')
  async choose(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const staff = await this.access.findStaff(request);
    if (!staff) return seeOther(reply, this.people.isOfPerson(request) ? ACCOUNT : LOG_IN);
    const gyms = await this.today.gymsOf(staff.caller);
    const [only] = gyms;
    if (only && gyms.length === 1) return seeOther(reply, deskPath({ gym: only }));
    return renderPage(reply, gymsPage(staff, gyms));
  }

  /** `again`: also for staff whose session has not ended yet. */
  @Get('desk/log-in')
  async form(
    @Query() query: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [again, to] = [new Form(query).text('again'), new Form(query).text('to')];
    if (again === '' && (await this.access.findStaff(request))) return seeOther(reply, DESK);
    if (this.people.isOfPerson(request))
      return seeOther(reply, to === '' ? STAFF_LOG_IN : personLogInFor(to));
    rememberDestination(request, reply);
    return renderPage(reply, deskLogInPage(deskWordsFor(request, 'en'), { name: '' }));
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
      return renderPage(
        reply,
        deskLogInPage(deskWordsFor(request, 'en'), { name, problem }),
        status,
      );
    }
    await this.people.end(request);
    this.cookie.set(reply, result.token);
    return seeOther(reply, takeDestination(request, reply) ?? DESK);
  }

  @Post('desk/log-out')
  async logOut(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    await this.people.end(request);
    this.cookie.clear(reply);
    return seeOther(reply, this.people.isOfPerson(request) ? STAFF_LOG_IN : LOG_IN);
  }
}
