import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { ConsoleCookie } from '../../partner-auth/index.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { Public } from '../../platform/http/declarations.js';
import { StaffSessions, StaffWorkplaces } from '../../staff/index.js';
import { ACCOUNT, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskAccess } from '../log-in/desk-access.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { accountPage } from './account-page.js';
import { placeValue } from './place-value.js';

/** A person's own page: where they work and where they are logged in. */
@ApiExcludeController()
@Public()
@Controller('console/account')
export class AccountController {
  constructor(
    private readonly access: StaffAccess,
    private readonly desk: DeskAccess,
    private readonly sessions: StaffSessions,
    private readonly workplaces: StaffWorkplaces,
    private readonly cookie: ConsoleCookie,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const { personId } = person.session;
    const places = await this.workplaces.list(personId);
    const sessions = await this.sessions.listOfPerson(personId);
    const mayUseDesk = (await this.desk.findStaff(request)) !== undefined;
    return renderPage(reply, accountPage({ ...person, places, sessions, mayUseDesk }));
  }

  /** A place that has gone meanwhile changes nothing: the page shows those that are left. */
  @Post('place')
  async work(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const places = await this.workplaces.list(person.session.personId);
    const place = places.find((one) => placeValue(one) === sent.text('place'));
    if (place) {
      const { workplace, gym } = place;
      await this.access.begin(request, reply, { workplace, gymId: gym?.id });
    }
    return seeOther(reply, ACCOUNT);
  }

  @Post('sessions/end')
  async end(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    const id = sent.text('session');
    if (person && isUuid(id)) await this.sessions.endOfPerson(person.session.personId, id);
    return seeOther(reply, person ? ACCOUNT : STAFF_LOG_IN);
  }

  /** On every device, this one included. */
  @Post('sessions/end-all')
  async endAll(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (person) await this.sessions.endOfPerson(person.session.personId);
    this.cookie.clear(reply);
    return seeOther(reply, STAFF_LOG_IN);
  }
}
