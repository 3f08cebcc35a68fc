import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { agreementsOf } from '../../partners/index.js';
import { Public } from '../../platform/http/declarations.js';
import { Joining } from '../../user-registration/index.js';
import { fieldProblems } from '../layout/form-problems.js';
import type { FieldProblems } from '../layout/form-field.js';
import { Form, FormBody, LinkToken } from '../layout/form.js';
import { HostedPages } from '../layout/hosted-pages.js';
import { joinPage } from './join-page.js';
import { mailSentPage } from '../layout/message-page.js';
import { acceptedIn, agreementProblems, PageAgreements } from '../agreements/page-agreements.js';
import { pagePath, type PageContext } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { seeOther, renderPage } from '../layout/render-page.js';
import { errorOfClosedLink, errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** Sign-up with a link from Wellhub (`wellhub.md` 2.3). */
@ApiExcludeController()
@Public()
@Controller(':slug/join')
export class JoinController {
  constructor(
    private readonly pages: HostedPages,
    private readonly joining: Joining,
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
    const context = await this.pages.open(slug, request);
    const session = await this.sessions.read(request, context.partner.id);
    const look = await this.joining.look(context.partner, token);
    if (look.kind !== 'open')
      return renderErrorPage(reply, context, errorOfClosedLink(look), {
        isLoggedIn: session !== undefined,
      });
    // Who is logged in has an account: the question is whether to link it.
    if (session) return seeOther(reply, pagePath(context, 'login', token));
    const { email = '', firstName = '', lastName = '' } = look.prefill;
    return renderPage(
      reply,
      joinPage(context, { token, email, firstName, lastName, problems: {} }),
    );
  }

  @Post()
  async signUp(
    @Param('slug') slug: string,
    @FormBody() sent: Form,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const context = await this.pages.open(slug, request);
    const { partner } = context;
    const typed = { ...typedIn(sent), language: context.language };
    const asked = agreementsOf(partner);
    const refused = agreementProblems(asked, sent);
    if (Object.keys(refused).length > 0) return this.renderAgain(reply, context, typed, refused);
    const result = await this.joining.signUp(partner, typed);
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(request, reply, { partnerId: partner.id, id: result.accountId });
        await this.agreements.record(partner, result.accountId, asked, 'JOIN_PAGE');
        return seeOther(reply, pagePath(context, 'code'));
      case 'mail-sent':
        return renderPage(reply, mailSentPage(context, typed.email));
      case 'bad-input':
        return this.renderAgain(reply, context, typed, fieldProblems(result.fields));
      case 'invalid-token':
        return renderErrorPage(reply, context, await this.whyClosed(context, typed.token));
      case 'too-many-addresses':
        return renderErrorPage(reply, context, 'tooManyAddresses');
      default:
        return renderErrorPage(reply, context, errorOfRefusal(result), { token: typed.token });
    }
  }

  private renderAgain(
    reply: FastifyReply,
    context: PageContext,
    typed: ReturnType<typeof typedIn>,
    problems: FieldProblems,
  ): string {
    const { password: _, ...rest } = typed;
    return renderPage(reply, joinPage(context, { ...rest, problems }), 'form-refused');
  }

  private async whyClosed(context: PageContext, token: string) {
    return errorOfClosedLink(await this.joining.look(context.partner, token));
  }
}

const typedIn = (sent: Form) => ({
  accepted: acceptedIn(sent),
  token: sent.text('token'),
  email: sent.text('email'),
  firstName: sent.text('firstName'),
  lastName: sent.text('lastName'),
  password: sent.raw('password'),
});
