import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../platform/http/declarations.js';
import { Joining, type BadFields } from '../user-registration/index.js';
import { fieldProblems } from './field-problems.js';
import { Form, Sent, Token } from './form.js';
import { HostedPages } from './hosted-pages.js';
import { joinPage } from './join-page.js';
import { mailSentPage } from './notice-page.js';
import { pagePath, type PageContext } from './page-context.js';
import { PageSessions } from './page-sessions.js';
import { seeOther, show } from './show.js';
import { closedTrouble, refusalTrouble, showTrouble } from './troubles.js';

/** Sign-up with a link from Wellhub (`wellhub.md` 2.3). */
@ApiExcludeController()
@Public()
@Controller(':slug/join')
export class JoinController {
  constructor(
    private readonly pages: HostedPages,
    private readonly joining: Joining,
    private readonly sessions: PageSessions,
  ) {}

  @Get()
  async form(
    @Param('slug') slug: string,
    @Token() token: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const look = await this.joining.look(context.partner, token);
    if (look.kind !== 'open') return showTrouble(reply, context, closedTrouble(look));
    const { email = '', firstName = '', lastName = '' } = look.prefill;
    return show(reply, joinPage(context, { token, email, firstName, lastName, problems: {} }));
  }

  @Post()
  async signUp(
    @Param('slug') slug: string,
    @Sent() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const typed = typedIn(sent);
    const result = await this.joining.signUp(partner, typed);
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(request, reply, { partnerId: partner.id, id: result.accountId });
        return seeOther(reply, pagePath(context, 'code'));
      case 'mail-sent':
        return show(reply, mailSentPage(context, typed.email));
      case 'bad-input':
        return this.again(reply, context, typed, result.fields);
      case 'invalid-token':
        return showTrouble(reply, context, await this.whyClosed(context, typed.token));
      case 'too-many-addresses':
        return showTrouble(reply, context, 'tooManyAddresses');
      default:
        return showTrouble(reply, context, refusalTrouble(result), { token: typed.token });
    }
  }

  private again(
    reply: FastifyReply,
    context: PageContext,
    typed: ReturnType<typeof typedIn>,
    fields: BadFields,
  ): string {
    const { password: _, ...rest } = typed;
    const problems = fieldProblems(fields);
    return show(reply, joinPage(context, { ...rest, problems }), 'form-refused');
  }

  private async whyClosed(context: PageContext, token: string) {
    return closedTrouble(await this.joining.look(context.partner, token));
  }
}

const typedIn = (sent: Form) => ({
  token: sent.text('token'),
  email: sent.text('email'),
  firstName: sent.text('firstName'),
  lastName: sent.text('lastName'),
  password: sent.raw('password'),
});
