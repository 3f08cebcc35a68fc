import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/http/declarations.js';
import { confirmEmailPage, setPasswordPage } from './confirm-email-page.js';
import { fieldProblems } from '../layout/form-problems.js';
import type { FieldProblems } from '../layout/form-field.js';
import { Form, FormBody, QueryToken } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { EmailLinks } from '../log-in/email-links.js';
import {
  acceptedIn,
  agreementProblems,
  PageAgreements,
  type Accepted,
} from '../agreements/page-agreements.js';
import { PageSessions } from '../layout/page-sessions.js';
import { errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** A form that is shown again. */
interface ReturnedForm {
  readonly problems?: FieldProblems;
  readonly accepted?: Accepted;
}

/** Behind a mailed link. Only the form uses the token up, because mail programs open links too. */
@ApiExcludeController()
@Public()
@Controller(':slug/confirm')
export class ConfirmEmailController {
  constructor(
    private readonly emailLinks: EmailLinks,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
  ) {}

  @Get()
  async form(@HostedPage() page: PageRequest, @QueryToken() token: string): Promise<string> {
    return this.renderForm(page, token);
  }

  @Post()
  async finish(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { partner } = page;
    const { language } = page.context;
    const [token, password] = [sent.text('token'), sent.raw('password')];
    const { agreements } = await this.emailLinks.inspect(partner, token);
    const accepted = acceptedIn(sent);
    const refused = agreementProblems(agreements, sent);
    if (Object.keys(refused).length > 0)
      return this.renderForm(page, token, { problems: refused, accepted });
    const result = await this.emailLinks.complete(partner, { token, password, language });
    switch (result.kind) {
      case 'joined':
        await this.sessions.open(page, result.accountId);
        await this.agreements.record(
          { partner, accountId: result.accountId },
          agreements,
          'JOIN_PAGE',
        );
        return page.redirect('code');
      case 'invalid-token':
        return renderErrorPage(page, 'emailLinkInvalid');
      case 'bad-input': {
        const { password: problem = 'passwordMissing' } = fieldProblems(result.fields);
        return this.renderForm(page, token, {
          problems: { password: problem },
          accepted,
        });
      }
      default:
        return renderErrorPage(page, errorOfRefusal(result));
    }
  }

  private async renderForm(
    page: PageRequest,
    token: string,
    { problems = {}, accepted = {} }: ReturnedForm = {},
  ): Promise<string> {
    const confirmation = await this.emailLinks.inspect(page.partner, token);
    if (confirmation.kind === 'invalid') return renderErrorPage(page, 'emailLinkInvalid');
    const { kind, maskedEmail: email, agreements } = confirmation;
    const form = { token, email, agreements, accepted, problems };
    const draw = kind === 'set-password' ? setPasswordPage : confirmEmailPage;
    const isRefused = Object.keys(problems).length > 0;
    return page.render(draw(page.context, form), isRefused ? 'form-refused' : 'ok');
  }
}
