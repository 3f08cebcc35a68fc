import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Form, FormBody, QueryToken, renderPage, seeOther } from '../../pages/index.js';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { OPERATOR_NAME, StaffAcceptance } from '../../staff/index.js';
import { passwordHintFor } from '../log-in/password-texts.js';
import { StaffAccess } from '../log-in/staff-access.js';
import { deskWordsFor } from '../words/choose-desk-words.js';
import { acceptanceProblems } from './acceptance-problems.js';
import { endedInvitationPage, invitationPage, type InvitationForm } from './invitation-page.js';

type Typed = Pick<InvitationForm, 'token' | 'name' | 'problems'>;

/** The page that an invitation's mail leads to. */
@ApiExcludeController()
@Public()
@Controller('console/invitation')
export class InvitationController {
  constructor(
    private readonly acceptance: StaffAcceptance,
    private readonly access: StaffAccess,
    private readonly partners: Partners,
    private readonly settings: Settings,
  ) {}

  @Get()
  form(
    @QueryToken() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.render(request, reply, { token, name: '', problems: {} });
  }

  @Post()
  async accept(
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const [token, name, password] = [sent.text('token'), sent.text('name'), sent.raw('password')];
    const source = clientNetwork(request);
    const result = await this.acceptance.accept({ token, name, password, source });
    if (result.kind === 'accepted') {
      const { workplace } = result;
      return seeOther(reply, await this.access.begin(request, reply, { workplace }));
    }
    const problems = acceptanceProblems(result, deskWordsFor(request));
    return this.render(request, reply, { token, name, problems });
  }

  private async render(
    request: FastifyRequest,
    reply: FastifyReply,
    typed: Typed,
  ): Promise<string> {
    const invitation = await this.acceptance.inspect(typed.token);
    if (!invitation) return renderPage(reply, endedInvitationPage(deskWordsFor(request)), 'gone');
    const partnerName = await this.nameOf(invitation.partnerId);
    const words = deskWordsFor(request, invitation.language);
    const passwordHint = passwordHintFor(words, this.settings.passwordMinLength);
    const page = invitationPage(words, { ...typed, invitation, partnerName, passwordHint });
    const isRefused = Object.keys(typed.problems).length > 0;
    return renderPage(reply, page, isRefused ? 'form-refused' : 'ok');
  }

  private async nameOf(partnerId: string | null): Promise<string> {
    return partnerId === null ? OPERATOR_NAME : (await this.partners.get(partnerId)).name;
  }
}
