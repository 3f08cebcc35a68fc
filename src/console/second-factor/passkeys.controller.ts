import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, seeOther, renderPage } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { OwnFactors, PasskeyCeremonies } from '../../staff/index.js';
import { SECOND_FACTOR } from '../layout/desk-context.js';
import { DeskErrors } from '../log-in/console.errors.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { enrolmentPage } from './enrolment-page.js';
import { Enrolments } from './enrolments.js';
import { recoveryCodesPage } from './second-factor-pages.js';

/** Passkeys of a log-in: what the browser needs for one, and how the first is added where one is required. */
@ApiExcludeController()
@Public()
@Controller('console/passkeys')
export class PasskeysController {
  constructor(
    private readonly access: StaffAccess,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly own: OwnFactors,
    private readonly enrolments: Enrolments,
  ) {}

  /** @throws desk.logged-out */
  @Post('options')
  async options(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<object> {
    void reply.status(200);
    const purpose = sent.text('purpose');
    if (purpose === 'LOG_IN') return this.ceremonies.optionsToLogIn();
    const person = await this.access.findAtAnyStep(request);
    if (!person) throw new DomainError(DeskErrors.loggedOut);
    const { session } = person;
    if (purpose !== 'ADD') return this.ceremonies.optionsToProve(session);
    if (session.awaits !== 'ENROLMENT') throw new DomainError(DeskErrors.loggedOut);
    return this.ceremonies.optionsToAdd(session);
  }

  @Post()
  async add(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (person?.session.awaits !== 'ENROLMENT') return seeOther(reply, SECOND_FACTOR);
    const { session, words } = person;
    const added = await this.own.addPasskey(session, {
      response: sent.raw('passkey'),
      name: sent.text('name'),
      otherwise: passkeyWords(words).unnamed,
    });
    if (!added) {
      const page = enrolmentPage(await this.enrolments.of(person), 'notAdded');
      return renderPage(reply, page, 'form-refused');
    }
    await this.access.prove(request, reply, person);
    return renderPage(reply, recoveryCodesPage(words, added.codes));
  }
}
