import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Accounts } from '../accounts/index.js';
import { clientNetwork } from '../platform/http/client-address.js';
import { Public } from '../platform/http/declarations.js';
import { Joining } from '../user-registration/index.js';
import { Form, Sent, Token } from './form.js';
import { HostedPages } from './hosted-pages.js';
import { linkPage, logInPage } from './login-page.js';
import { pagePath } from './page-context.js';
import { PageSessions } from './page-sessions.js';
import { seeOther, show } from './show.js';
import { closedTrouble, refusalTrouble, showTrouble } from './troubles.js';

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
  ) {}

  @Get('login')
  async form(
    @Param('slug') slug: string,
    @Token() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    if (token === '')
      return session
        ? seeOther(reply, pagePath(context, 'code'))
        : show(reply, logInPage(context, { token, email: '' }));
    const look = await this.joining.look(context.partner, token);
    if (look.kind !== 'open')
      return showTrouble(reply, context, closedTrouble(look), {
        isLoggedIn: session !== undefined,
      });
    if (session) return show(reply, linkPage(context, token, look.maskedEmail));
    return show(reply, logInPage(context, { token, email: look.prefill.email ?? '' }));
  }

  @Post('login')
  async logIn(
    @Param('slug') slug: string,
    @Sent() sent: Form,
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
      return show(reply, logInPage(context, { token, email, alert }), 'log-in-refused');
    }
    await this.sessions.open(request, reply, account);
    return seeOther(reply, pagePath(context, token === '' ? 'code' : 'login', token));
  }

  @Post('link')
  async link(
    @Param('slug') slug: string,
    @Sent() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const token = sent.text('token');
    const session = await this.sessions.read(request, partner.id);
    if (!session) return seeOther(reply, pagePath(context, 'login', token));
    if (sent.text('answer') !== 'yes') return seeOther(reply, pagePath(context, 'code'));
    const result = await this.joining.link(partner, token, session.accountId);
    if (result.kind === 'linked') return seeOther(reply, pagePath(context, 'code'));
    if (result.kind !== 'invalid-token')
      return showTrouble(reply, context, refusalTrouble(result), { token, isLoggedIn: true });
    const trouble = closedTrouble(await this.joining.look(partner, token));
    return showTrouble(reply, context, trouble, { isLoggedIn: true });
  }

  @Post('logout')
  async logOut(
    @Param('slug') slug: string,
    @Sent() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    await this.sessions.close(request, reply);
    return seeOther(reply, pagePath(context, 'login', sent.text('token')));
  }
}
