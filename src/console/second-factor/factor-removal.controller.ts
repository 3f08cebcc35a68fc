import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { isUuid } from '../../platform/crypto/uuid.js';
import { Public } from '../../platform/http/declarations.js';
import { LogInSteps, Passkeys, SecondFactors, StaffSessions } from '../../staff/index.js';
import { SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { CONFIRM_AND_RETURN, needsProof } from './factor-overviews.js';
import { recoveryCodesPage } from './second-factor-pages.js';

/** How second factors end; the last one only where the role and the partner do not require it. */
@ApiExcludeController()
@Public()
@Controller('console')
export class FactorRemovalController {
  constructor(
    private readonly access: StaffAccess,
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly steps: LogInSteps,
    private readonly sessions: StaffSessions,
  ) {}

  @Post('second-factor/remove')
  async removeApp(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (needsProof(person)) return seeOther(reply, CONFIRM_AND_RETURN);
    const { personId } = person.session;
    const mayEnd = await this.steps.mayRemove(personId);
    if ((await this.factors.removeApp(personId, mayEnd)) === 'removed')
      await this.sessions.record(person.session, 'staff.second-factor-removed');
    return seeOther(reply, SECOND_FACTOR);
  }

  @Post('passkeys/remove')
  async removePasskey(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (needsProof(person)) return seeOther(reply, CONFIRM_AND_RETURN);
    const { personId } = person.session;
    const id = sent.text('id');
    const mayEnd = await this.steps.mayRemove(personId);
    if (isUuid(id) && (await this.passkeys.remove(personId, id, mayEnd)) === 'removed')
      await this.sessions.record(person.session, 'staff.passkey-removed');
    return seeOther(reply, SECOND_FACTOR);
  }

  /** Ten others in the place of those that are left. */
  @Post('second-factor/recovery-codes')
  async renewCodes(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.find(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (needsProof(person)) return seeOther(reply, CONFIRM_AND_RETURN);
    const codes = await this.factors.renewCodes(person.session.personId);
    if (!codes) return seeOther(reply, SECOND_FACTOR);
    await this.sessions.record(person.session, 'staff.recovery-codes-made');
    return renderPage(reply, recoveryCodesPage(person.words, codes));
  }
}
