import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { agreementsOf } from '../../partners/index.js';
import { Public } from '../../platform/http/declarations.js';
import { Joining } from '../../user-registration/index.js';
import { fieldProblems } from '../layout/form-problems.js';
import type { FieldProblems } from '../layout/form-field.js';
import { Form, FormBody, QueryToken } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { joinPage } from './join-page.js';
import { mailSentPage } from '../layout/message-page.js';
import { acceptedIn, agreementProblems, PageAgreements } from '../agreements/page-agreements.js';
import { type PageContext } from '../layout/page-context.js';
import { PageSessions } from '../layout/page-sessions.js';
import { errorOfClosedLink, errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** Sign-up with a link from Wellhub (`wellhub.md` 2.3). */
@ApiExcludeController()
@Public()
@Controller(':slug/join')
export class JoinController {
  constructor(
    private readonly joining: Joining,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(@HostedPage() page: PageRequest, @QueryToken() token: string): Promise<string> {
    const { context } = page;
    const session = await this.sessions.read(page);
    const preview = await this.joining.preview(context.partner, token);
    if (preview.kind !== 'open')
      return renderErrorPage(page, errorOfClosedLink(preview), {
        isLoggedIn: session !== undefined,
      });
    // A person who is logged in has an account: the page offers to link it.
    if (session) return page.redirect('login', token);
    const { email = '', firstName = '', lastName = '' } = preview.prefill;
    return page.render(joinPage(context, { token, email, firstName, lastName, problems: {} }));
  }

  @Post()
  async signUp(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { context, partner } = page;
    const typed = { ...typedIn(sent), language: context.language };
    const asked = agreementsOf(partner);
    const refused = agreementProblems(asked, sent);
    if (Object.keys(refused).length > 0) return this.renderAgain(page, typed, refused);
    const result = await this.joining.signUp(partner, typed);
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(page, result.accountId);
        await this.agreements.record({ partner, accountId: result.accountId }, asked, 'JOIN_PAGE');
        return page.redirect('code');
      case 'mail-sent':
        return page.render(mailSentPage(context, typed.email));
      case 'bad-input':
        return this.renderAgain(page, typed, fieldProblems(result.fields));
      case 'invalid-token':
        return renderErrorPage(page, await this.whyClosed(context, typed.token));
      case 'too-many-addresses':
        return renderErrorPage(page, 'tooManyAddresses');
      default:
        return renderErrorPage(page, errorOfRefusal(result), { token: typed.token });
    }
  }

  private renderAgain(
    page: PageRequest,
    typed: ReturnType<typeof typedIn>,
    problems: FieldProblems,
  ): string {
    const { password: _, ...rest } = typed;
    return page.render(joinPage(page.context, { ...rest, problems }), 'form-refused');
  }

  private async whyClosed(context: PageContext, token: string) {
    return errorOfClosedLink(await this.joining.preview(context.partner, token));
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
