import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../../accounts/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { Joining } from '../../user-registration/index.js';
import { Form, FormBody, LinkToken } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { linkPage, logInPage, type LinkForm } from './log-in-page.js';
import { agreementProblems, PageAgreements } from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, renderPage } from '../layout/render-page.js';
import { errorOfClosedLink, errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** Log-in, and the question that follows it when Wellhub's link brought a token (`wellhub.md` 2.3). */
@ApiExcludeController()
@Public()
@Controller(':slug')
export class LogInController {
  constructor(
    private readonly pages: HostedPages,
    private readonly joining: Joining,
    private readonly accounts: Accounts,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get('login')
  async form(
    @Param('slug') slug: string,
    @LinkToken() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    if (token === '')
      return session
        ? seeOther(reply, pagePath(context, 'code'))
        : renderPage(reply, logInPage(context, { token, email: '' }));
    const look = await this.joining.look(context.partner, token);
    if (look.kind !== 'open')
      return renderErrorPage(reply, context, errorOfClosedLink(look), {
        isLoggedIn: session !== undefined,
      });
    if (session) {
      const agreements = await this.agreements.findMissing(context.partner, session.customerId);
      return renderPage(
        reply,
        linkPage(context, { token, maskedEmail: look.maskedEmail, agreements }),
      );
    }
    return renderPage(reply, logInPage(context, { token, email: look.prefill.email ?? '' }));
  }

  @Post('login')
  async logIn(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const [token, email] = [sent.text('token'), sent.text('email')];
    const source = clientNetwork(request);
    const password = sent.raw('password');
    const account = await this.accounts.logIn(context.partner.id, email, password, source);
    if (!account) {
      const alert = context.words.logIn.refused;
      return renderPage(reply, logInPage(context, { token, email, alert }), 'log-in-refused');
    }
    await this.sessions.open(request, reply, account);
    if (token !== '') return seeOther(reply, pagePath(context, 'login', token));
    const missing = await this.agreements.findMissing(context.partner, account.customerId);
    return seeOther(reply, pagePath(context, missing.length === 0 ? 'code' : 'agreements'));
  }

  @Post('link')
  async link(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const token = sent.text('token');
    const session = await this.sessions.read(request, partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login', token));
    if (sent.text('answer') !== 'yes') return seeOther(reply, pagePath(context, 'code'));
    const agreements = await this.agreements.findMissing(partner, session.customerId);
    const problems = agreementProblems(agreements, sent);
    if (Object.keys(problems).length > 0)
      return this.renderLinkForm(reply, context, { token, agreements, problems });
    const result = await this.joining.link(partner, token, session.accountId);
    if (result.kind === 'linked')
      await this.agreements.record(partner, session.accountId, agreements, 'LOG_IN_PAGE');
    if (result.kind === 'linked') return seeOther(reply, pagePath(context, 'code'));
    if (result.kind !== 'invalid-token')
      return renderErrorPage(reply, context, errorOfRefusal(result), { token, isLoggedIn: true });
    const error = errorOfClosedLink(await this.joining.look(partner, token));
    return renderErrorPage(reply, context, error, { isLoggedIn: true });
  }

  private async renderLinkForm(
    reply: FastifyReply,
    context: PageContext,
    form: Omit<LinkForm, 'maskedEmail'>,
  ): Promise<string> {
    const look = await this.joining.look(context.partner, form.token);
    if (look.kind !== 'open')
      return renderErrorPage(reply, context, errorOfClosedLink(look), { isLoggedIn: true });
    const page = linkPage(context, { ...form, maskedEmail: look.maskedEmail });
    return renderPage(reply, page, 'form-refused');
  }

  @Post('logout')
  async logOut(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    await this.sessions.close(request, reply);
    return seeOther(reply, pagePath(context, 'login', sent.text('token')));
  }
}
