import { Controller, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, seeOther, renderPage } from '../../pages/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Public } from '../../platform/http/declarations.js';
import { PasskeyCeremonies, Passkeys, StaffSessions } from '../../staff/index.js';
import { SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { DeskErrors } from '../log-in/console.errors.js';
import { StaffAccess, type SeatedPerson } from '../log-in/staff-access.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { CONFIRM_AND_RETURN, FactorOverviews, needsProof } from './factor-overviews.js';
import { factorsPage } from './factors-page.js';
import { recoveryCodesPage } from './second-factor-pages.js';

/** What a browser needs for a passkey, and how one is added. */
@ApiExcludeController()
@Public()
@Controller('console/passkeys')
export class PasskeysController {
  constructor(
    private readonly access: StaffAccess,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly passkeys: Passkeys,
    private readonly sessions: StaffSessions,
    private readonly overviews: FactorOverviews,
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
    if (!person || (purpose === 'ADD' && !mayAdd(person)))
      throw new DomainError(DeskErrors.loggedOut);
    return purpose === 'ADD'
      ? this.ceremonies.optionsToAdd(person.session)
      : this.ceremonies.optionsToProve(person.session);
  }

  @Post()
  async add(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (!person) return seeOther(reply, STAFF_LOG_IN);
    if (!mayAdd(person))
      return seeOther(reply, person.session.awaits ? SECOND_FACTOR : CONFIRM_AND_RETURN);
    const { session, words } = person;
    const added = await this.passkeys.add(session, {
      response: sent.raw('passkey'),
      name: sent.text('name'),
      otherwise: passkeyWords(words).unnamed,
    });
    if (!added) {
      const page = factorsPage(await this.overviews.of(person), 'notAdded');
      return renderPage(reply, page, 'form-refused');
    }
    await this.sessions.record(session, 'staff.passkey-added');
    if (added.codes.length === 0) return seeOther(reply, SECOND_FACTOR);
    // Sessions that began with the password alone end.
    await this.sessions.endOfPerson(session.personId);
    await this.access.prove(request, reply, person);
    return renderPage(reply, recoveryCodesPage(words, added.codes));
  }
}

/** Not before the second factor that the person has. */
const mayAdd = (person: SeatedPerson): boolean =>
  person.session.awaits !== 'CODE' && !needsProof(person);
