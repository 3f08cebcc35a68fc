import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { confirmEmailPage, setPasswordPage } from './confirm-page.js';
import { fieldProblems } from '../layout/field-problems.js';
import type { FieldProblems } from '../layout/form-field.js';
import { Form, Sent, Token } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { MailedWays } from '../log-in/email-links.js';
import {
  acceptedIn,
  agreementProblems,
  PageAgreements,
  type Accepted,
} from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, show } from '../layout/render-page.js';
import { refusalTrouble, showTrouble } from '../layout/error-pages.js';

/** A form that comes back. */
interface Again {
  readonly problems?: FieldProblems;
  readonly accepted?: Accepted;
}

/** Behind a mailed link. Opening it uses nothing up, because mail programs open links too; the form does. */
@ApiExcludeController()
@Public()
@Controller(':slug/confirm')
export class ConfirmController {
  constructor(
    private readonly pages: HostedPages,
    private readonly mailed: MailedWays,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(
    @Param('slug') slug: string,
    @Token() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.ask(reply, await this.pages.open(slug, request), token);
  }

  @Post()
  async finish(
    @Param('slug') slug: string,
    @Sent() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const [token, password] = [sent.text('token'), sent.raw('password')];
    const { agreements } = await this.mailed.look(partner, token);
    const accepted = acceptedIn(sent);
    const refused = agreementProblems(agreements, sent);
    if (Object.keys(refused).length > 0)
      return this.ask(reply, context, token, { problems: refused, accepted });
    const result = await this.mailed.finish(partner, token, password);
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(request, reply, { partnerId: partner.id, id: result.accountId });
        await this.agreements.give(partner, result.accountId, agreements, 'JOIN_PAGE');
        return seeOther(reply, pagePath(context, 'code'));
      case 'invalid-token':
        return showTrouble(reply, context, 'mailedLinkInvalid');
      case 'bad-input': {
        const { password: problem = 'passwordMissing' } = fieldProblems(result.fields);
        return this.ask(reply, context, token, { problems: { password: problem }, accepted });
      }
      default:
        return showTrouble(reply, context, refusalTrouble(result));
    }
  }

  private async ask(
    reply: FastifyReply,
    context: PageContext,
    token: string,
    { problems = {}, accepted = {} }: Again = {},
  ): Promise<string> {
    const confirmation = await this.mailed.look(context.partner, token);
    if (confirmation.kind === 'invalid') return showTrouble(reply, context, 'mailedLinkInvalid');
    const { kind, maskedEmail: email, agreements } = confirmation;
    const form = { token, email, agreements, accepted, problems };
    const page = kind === 'set-password' ? setPasswordPage : confirmEmailPage;
    const isRefused = Object.keys(problems).length > 0;
    return show(reply, page(context, form), isRefused ? 'form-refused' : 'good');
  }
}
