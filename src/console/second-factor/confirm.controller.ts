import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { SecondFactors, StaffLogIns, StaffSessions } from '../../staff/index.js';
import { STAFF_LOG_IN } from '../layout/desk-context.js';
import { rememberDestination } from '../log-in/destination.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import { confirmPage } from './confirm-page.js';

/** Staff prove once more who they are: with a code where they have a second factor, else with the password. */
@ApiExcludeController()
@Public()
@Controller('console/confirm')
export class ConfirmController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly logIns: StaffLogIns,
    private readonly sessions: StaffSessions,
  ) {}

  @Get()
  async form(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    rememberDestination(request, reply);
    const hasFactor = await this.factors.has(person.session.personId);
    return renderPage(reply, confirmPage(person, { hasFactor, isWrong: false }));
  }

  @Post()
  async confirm(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const hasFactor = await this.factors.has(person.session.personId);
    if (await this.isProven(person, sent, { hasFactor, source: clientNetwork(request) })) {
      const next = await this.access.prove(request, reply, person);
      await this.sessions.record(person.session, 'staff.proven');
      return seeOther(reply, next);
    }
    await this.sessions.record(person.session, 'staff.code-refused');
    return renderPage(reply, confirmPage(person, { hasFactor, isWrong: true }), 'log-in-refused');
  }

  private async isProven(
    { session: { personId, email } }: SeatedPerson,
    sent: Form,
    { hasFactor, source }: { readonly hasFactor: boolean; readonly source: string },
  ): Promise<boolean> {
    if (hasFactor) return this.factors.verify({ personId, code: sent.text('code'), source });
    const found = await this.logIns.verify({ email, password: sent.raw('password'), source });
    return found?.id === personId;
  }
}
