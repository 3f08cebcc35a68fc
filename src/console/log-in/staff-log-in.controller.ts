import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, renderPage, seeOther } from '../../pages/index.js';
import { Partners } from '../../partners/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import {
  PasskeyCeremonies,
  PasskeyLogIns,
  StaffLogIns,
  takesLogIn,
  type KnownWorkplace,
} from '../../staff/index.js';
import { HOME, SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { rememberDestination } from './destination.js';
import { StaffAccess } from './staff-access.js';
import { staffLogInPage, type StaffLogInForm } from './staff-log-in-page.js';

/** Log-in of people, with e-mail and password or with a passkey. */
@ApiExcludeController()
@Public()
@Controller('console/login')
export class StaffLogInController {
  constructor(
    private readonly logIns: StaffLogIns,
    private readonly ceremonies: PasskeyCeremonies,
    private readonly passkeys: PasskeyLogIns,
    private readonly access: StaffAccess,
    private readonly partners: Partners,
  ) {}

  @Get()
  async form(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const person = await this.access.findAtAnyStep(request);
    if (person) return seeOther(reply, person.session.awaits === null ? HOME : SECOND_FACTOR);
    rememberDestination(request, reply);
    this.access.forget(request, reply);
    return renderPage(reply, this.page(request, { email: '' }));
  }

  @Post()
  async logIn(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [email, password] = [sent.text('email'), sent.raw('password')];
    const refuse = (
      problem: StaffLogInForm['problem'],
      status: 'form-refused' | 'log-in-refused',
    ) => renderPage(reply, this.page(request, { email, problem }), status);
    const passkey = sent.raw('passkey');
    if (passkey !== '') {
      const workplace = await this.passkeys.attempt(passkey);
      if (!workplace) return refuse('passkey', 'log-in-refused');
      return this.enter(request, reply, { workplace, isProven: true });
    }
    if (email === '' || password === '')
      return refuse(email === '' ? 'email' : 'password', 'form-refused');
    const source = clientNetwork(request);
    const workplace = await this.logIns.attempt({ email, password, source });
    if (!workplace) return refuse('refused', 'log-in-refused');
    return this.enter(request, reply, { workplace });
  }

  /** Or the way to the provider, where the partner wants its people to come by that. */
  private async enter(
    request: FastifyRequest,
    reply: FastifyReply,
    at: { readonly workplace: KnownWorkplace; readonly isProven?: boolean },
  ): Promise<string> {
    const { partnerId } = at.workplace;
    if (takesLogIn(at.workplace) || partnerId === null)
      return seeOther(reply, await this.access.begin(request, reply, at));
    const { slug } = await this.partners.get(partnerId);
    return seeOther(reply, `${STAFF_LOG_IN}/${slug}?password=no`);
  }

  private page(request: FastifyRequest, form: Omit<StaffLogInForm, 'hasPasskeys'>) {
    const { isPossible: hasPasskeys } = this.ceremonies;
    return staffLogInPage(deskWordsFor(request), { ...form, hasPasskeys });
  }
}
