import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { SecondFactors, StaffSessions } from '../../staff/index.js';
import { SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { CONFIRM_AND_RETURN, FactorOverviews, needsProof } from './factor-overviews.js';
import { FactorProofs } from './factor-proofs.js';
import { factorsPage } from './factors-page.js';
import { recoveryCodesPage, secondFactorPage } from './second-factor-pages.js';

/** The second step of a log-in, and how an authenticator app is set up. */
@ApiExcludeController()
@Public()
@Controller('console/second-factor')
export class SecondFactorController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly proofs: FactorProofs,
    private readonly overviews: FactorOverviews,
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
    if (awaits === 'CODE') {
      const hasPasskeys = await this.proofs.hasPasskeys(personId);
      return renderPage(reply, secondFactorPage(person, { hasPasskeys }));
    }
    if (needsProof(person) && !(await this.factors.has(personId)))
      return seeOther(reply, CONFIRM_AND_RETURN);
    return renderPage(reply, factorsPage(await this.overviews.of(person)));
  }

  /** An app beside passkeys. */
  @Get('app')
  async showApp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (needsProof(person)) return seeOther(reply, CONFIRM_AND_RETURN);
    return renderPage(reply, factorsPage(await this.overviews.of(person, true)));
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
    const source = clientNetwork(request);
    if (awaits === 'CODE') {
      const refused = await this.proofs.refuses(person.session, sent, source);
      if (!refused) return seeOther(reply, await this.access.prove(request, reply, person));
      const hasPasskeys = await this.proofs.hasPasskeys(personId);
      const page = secondFactorPage(person, { hasPasskeys }, refused);
      return renderPage(reply, page, 'log-in-refused');
    }
    if (needsProof(person)) return seeOther(reply, CONFIRM_AND_RETURN);
    const added = await this.factors.confirm({ personId, code: sent.text('code'), source });
    if (!added) {
      const page = factorsPage(await this.overviews.of(person, true), 'code');
      return renderPage(reply, page, 'form-refused');
    }
    await this.sessions.record(person.session, 'staff.second-factor-set');
    if (added.codes.length === 0) return seeOther(reply, SECOND_FACTOR);
    // Sessions that began with the password alone end.
    await this.sessions.endOfPerson(personId);
    await this.access.prove(request, reply, person);
    return renderPage(reply, recoveryCodesPage(person.words, added.codes));
  }
}
