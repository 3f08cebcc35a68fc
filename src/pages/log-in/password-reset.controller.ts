import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Public } from '../../platform/http/declarations.js';
import { Joining, type MailResult } from '../../user-registration/index.js';
import { Form, FormBody, QueryToken } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { passwordPage } from './log-in-page.js';
import { mailSentPage } from '../layout/message-page.js';
import type { PageContext } from '../layout/page-context.js';
import { PasswordResetMails } from './password-reset-mails.js';
import { errorOfClosedLink, renderErrorPage } from '../layout/error-pages.js';

/** "Forgot password?": the same answer for every address. */
@ApiExcludeController()
@Public()
@Controller(':slug/password')
export class PasswordResetController {
  constructor(
    private readonly joining: Joining,
    private readonly mails: PasswordResetMails,
  ) {}

  @Get()
  async form(@HostedPage() page: PageRequest, @QueryToken() token: string): Promise<string> {
    const { context } = page;
    return page.render(passwordPage(context, { token, email: '' }));
  }

  @Post()
  async mail(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { context } = page;
    const [token, email] = [sent.text('token'), sent.text('email')];
    const result = await this.requestMail(context, token, email);
    switch (result.kind) {
      case 'mail-sent':
        return page.render(mailSentPage(context, email));
      case 'bad-input': {
        const problem = email === '' ? 'emailMissing' : 'emailInvalid';
        return page.render(passwordPage(context, { token, email, problem }), 'form-refused');
      }
      case 'too-many-addresses':
        return renderErrorPage(page, 'tooManyAddresses');
      case 'invalid-token': {
        const preview = await this.joining.preview(context.partner, token);
        return renderErrorPage(page, errorOfClosedLink(preview));
      }
    }
  }

  /** With a token from Wellhub the mailed link also completes the sign-up. */
  private async requestMail(
    { partner, language }: PageContext,
    token: string,
    email: string,
  ): Promise<MailResult> {
    if (token !== '') return this.joining.mailPassword(partner, { token, email, language });
    const isAddress = await this.mails.request(partner, email, language);
    return isAddress
      ? { kind: 'mail-sent' }
      : { kind: 'bad-input', fields: { email: 'malformed' } };
  }
}
