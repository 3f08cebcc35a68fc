import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../../platform/http/declarations.js';
import { confirmEmailPage, setPasswordPage } from './confirm-email-page.js';
import { fieldProblems } from '../layout/form-problems.js';
import type { FieldProblems } from '../layout/form-field.js';
import { Form, FormBody, LinkToken } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { EmailLinks } from '../log-in/email-links.js';
import {
  acceptedIn,
  agreementProblems,
  PageAgreements,
  type Accepted,
} from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, renderPage } from '../layout/render-page.js';
import { errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** A form that comes back. */
interface ReturnedForm {
  readonly problems?: FieldProblems;
  readonly accepted?: Accepted;
}

/** Behind a mailed link. Opening it uses nothing up, because mail programs open links too; the form does. */
@ApiExcludeController()
@Public()
@Controller(':slug/confirm')
export class ConfirmEmailController {
  constructor(
    private readonly pages: HostedPages,
    private readonly emailLinks: EmailLinks,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(
    @Param('slug') slug: string,
    @LinkToken() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    return this.renderForm(reply, await this.pages.open(slug, request), token);
  }

  @Post()
  async finish(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const [token, password] = [sent.text('token'), sent.raw('password')];
    const { agreements } = await this.emailLinks.inspect(partner, token);
    const accepted = acceptedIn(sent);
    const refused = agreementProblems(agreements, sent);
    if (Object.keys(refused).length > 0)
      return this.renderForm(reply, context, token, { problems: refused, accepted });
    const result = await this.emailLinks.complete(partner, token, password);
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(request, reply, { partnerId: partner.id, id: result.accountId });
        await this.agreements.record(partner, result.accountId, agreements, 'JOIN_PAGE');
        return seeOther(reply, pagePath(context, 'code'));
      case 'invalid-token':
        return renderErrorPage(reply, context, 'emailLinkInvalid');
      case 'bad-input': {
        const { password: problem = 'passwordMissing' } = fieldProblems(result.fields);
        return this.renderForm(reply, context, token, {
          problems: { password: problem },
          accepted,
        });
      }
      default:
        return renderErrorPage(reply, context, errorOfRefusal(result));
    }
  }

  private async renderForm(
    reply: FastifyReply,
    context: PageContext,
    token: string,
    { problems = {}, accepted = {} }: ReturnedForm = {},
  ): Promise<string> {
    const confirmation = await this.emailLinks.inspect(context.partner, token);
    if (confirmation.kind === 'invalid') return renderErrorPage(reply, context, 'emailLinkInvalid');
    const { kind, maskedEmail: email, agreements } = confirmation;
    const form = { token, email, agreements, accepted, problems };
    const page = kind === 'set-password' ? setPasswordPage : confirmEmailPage;
    const isRefused = Object.keys(problems).length > 0;
    return renderPage(reply, page(context, form), isRefused ? 'form-refused' : 'ok');
  }
}
