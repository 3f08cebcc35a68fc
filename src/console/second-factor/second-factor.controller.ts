import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { LogInSteps, SecondFactors, StaffSessions } from '../../staff/index.js';
import { ACCOUNT, CONFIRM, SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import {
  secondFactorPage,
  enrolmentPage,
  hasFactorPage,
  recoveryCodesPage,
} from './second-factor-pages.js';

/** The second step of a log-in, and how a second factor is set up and removed. */
@ApiExcludeController()
@Public()
@Controller('console/second-factor')
export class SecondFactorController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly steps: LogInSteps,
    private readonly sessions: StaffSessions,
  ) {}

  @Get()
  async show(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const { personId, awaits } = person.session;
    if (awaits === 'CODE') return renderPage(reply, secondFactorPage(person, false));
    if (await this.factors.has(personId))
      return renderPage(reply, hasFactorPage(person, await this.steps.mayRemove(personId)));
    if (needsProof(person)) return seeOther(reply, CONFIRM);
    return this.renderEnrolment(reply, person, false);
  }

  @Post()
  async enter(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const { personId, awaits } = person.session;
    const attempt = { personId, code: sent.text('code'), source: clientNetwork(request) };
    if (awaits === 'CODE') {
      if (!(await this.factors.verify(attempt))) {
        await this.sessions.record(person.session, 'staff.code-refused');
        return renderPage(reply, secondFactorPage(person, true), 'log-in-refused');
      }
      return seeOther(reply, await this.access.prove(request, reply, person));
    }
    if (needsProof(person)) return seeOther(reply, CONFIRM);
    const codes = await this.factors.confirm(attempt);
    if (!codes) return this.renderEnrolment(reply, person, true);
    // Sessions that began with the password alone end.
    await this.sessions.endOfPerson(personId);
    await this.sessions.record(person.session, 'staff.second-factor-set');
    await this.access.prove(request, reply, person);
    return renderPage(reply, recoveryCodesPage(person.words, codes));
  }

  @Post('remove')
  async remove(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (needsProof(person)) return seeOther(reply, CONFIRM);
    const { personId } = person.session;
    if (await this.steps.mayRemove(personId)) {
      await this.factors.remove(personId);
      await this.sessions.record(person.session, 'staff.second-factor-removed');
    }
    return seeOther(reply, ACCOUNT);
  }

  private async renderEnrolment(
    reply: FastifyReply,
    person: SeatedPerson,
    isWrong: boolean,
  ): Promise<string> {
    const enrolment = await this.factors.enrolment(person.session.personId);
    if (!enrolment) return seeOther(reply, SECOND_FACTOR);
    const page = enrolmentPage(person, enrolment, isWrong);
    return renderPage(reply, page, isWrong ? 'form-refused' : 'ok');
  }
}

/** A log-in that is not complete began just now, with the password. */
const needsProof = ({ session: { awaits, isRecent } }: SeatedPerson): boolean =>
  awaits === null && !isRecent;
