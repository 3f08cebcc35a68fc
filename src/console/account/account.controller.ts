import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { Public } from '../../platform/http/declarations.js';
import { SecondFactors, StaffSessions, StaffWorkplaces } from '../../staff/index.js';
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
    private readonly factors: SecondFactors,
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
    const hasFactor = await this.factors.has(personId);
    const mayUseDesk = (await this.desk.findStaff(request)) !== undefined;
    return renderPage(reply, accountPage({ ...person, places, sessions, mayUseDesk, hasFactor }));
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
    if (!place) return seeOther(reply, ACCOUNT);
    const { workplace, gym } = place;
    const { provenAt } = person.session;
    // A place that requires a second factor gets it, one that was given counts on.
    const isProven = await this.factors.has(person.session.personId);
    const seat = { workplace, gymId: gym?.id, isProven, provenAt };
    return seeOther(reply, await this.access.begin(request, reply, seat));
  }

  @Post('sessions/end')
  async end(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    const id = sent.text('session');
    if (person && isUuid(id)) {
      await this.sessions.endOfPerson(person.session.personId, id);
      await this.sessions.record(person.session, 'staff.sessions-ended');
    }
    return seeOther(reply, person ? ACCOUNT : STAFF_LOG_IN);
  }

  /** On every device, this one included. */
  @Post('sessions/end-all')
  async endAll(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (person) {
      await this.sessions.endOfPerson(person.session.personId);
      await this.sessions.record(person.session, 'staff.sessions-ended');
    }
    this.access.forget(request, reply);
    return seeOther(reply, STAFF_LOG_IN);
  }
}
