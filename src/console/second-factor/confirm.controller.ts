import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { SecondFactors, StaffLogIns, StaffSessions } from '../../staff/index.js';
import { SINGLE_SIGN_ON, STAFF_LOG_IN } from '../layout/desk-context.js';
import { rememberDestination } from '../log-in/destination.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import { confirmPage, type RefusedProof } from './confirm-page.js';
import { FactorProofs } from './factor-proofs.js';

/** Staff prove once more who they are: with their second factor where they have one, else with the password. */
@ApiExcludeController()
@Public()
@Controller('console/confirm')
export class ConfirmController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly proofs: FactorProofs,
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
    const found = await this.found(person);
    if (person.session.isFromProvider && !found.hasFactor)
      return seeOther(reply, `${SINGLE_SIGN_ON}/confirm`);
    return renderPage(reply, confirmPage(person, found));
  }

  @Post()
  async confirm(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    const found = await this.found(person);
    const attempt = { sent, source: clientNetwork(request) };
    const refused = await this.refuses(person, attempt, found.hasFactor);
    if (refused)
      return renderPage(reply, confirmPage(person, { ...found, refused }), 'log-in-refused');
    const next = await this.access.prove(request, reply, person);
    await this.sessions.record(person.session, 'staff.proven');
    return seeOther(reply, next);
  }

  private async found({ session: { personId } }: SeatedPerson) {
    const hasFactor = await this.factors.has(personId);
    return { hasFactor, hasPasskeys: await this.proofs.hasPasskeys(personId) };
  }

  private async refuses(
    { session }: SeatedPerson,
    { sent, source }: { readonly sent: Form; readonly source: string },
    hasFactor: boolean,
  ): Promise<RefusedProof | undefined> {
    if (hasFactor) return this.proofs.refuses(session, sent, source);
    const { email, personId } = session;
    if (email === null) return 'password';
    const found = await this.logIns.verify({ email, password: sent.raw('password'), source });
    if (found?.id === personId) return undefined;
    await this.sessions.record(session, 'staff.code-refused');
    return 'password';
  }
}
