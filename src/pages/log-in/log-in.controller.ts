import { Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { LogIns } from '../../accounts/index.js';
import { Customers } from '../../customers/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { Public } from '../../platform/http/declarations.js';
import { Joining } from '../../user-registration/index.js';
import { Form, FormBody, QueryToken } from '../layout/form.js';
import { HostedPage } from '../layout/page.decorator.js';
import type { PageRequest } from '../layout/page-request.js';
import { linkPage, logInPage, type LinkForm } from './log-in-page.js';
import { agreementProblems, PageAgreements } from '../agreements/page-agreements.js';
import { PageSessions } from '../layout/page-sessions.js';
import { errorOfClosedLink, errorOfRefusal, renderErrorPage } from '../layout/error-pages.js';

/** Log-in, and the confirmation that follows it when Wellhub's link carried a token (`wellhub.md` 2.3). */
@ApiExcludeController()
@Public()
@Controller(':slug')
export class LogInController {
  constructor(
    private readonly joining: Joining,
    private readonly logIns: LogIns,
    private readonly sessions: PageSessions,
    private readonly agreements: PageAgreements,
    private readonly customers: Customers,
  ) {}

  @Get('login')
  async form(@HostedPage() page: PageRequest, @QueryToken() token: string): Promise<string> {
    const { context } = page;
    const session = await this.sessions.read(page);
    if (token === '')
      return session
        ? page.redirect('code')
        : page.render(logInPage(context, { token, email: '' }));
    const preview = await this.joining.preview(context.partner, token);
    if (preview.kind !== 'open')
      return renderErrorPage(page, errorOfClosedLink(preview), {
        isLoggedIn: session !== undefined,
      });
    if (session) {
      const agreements = await this.agreements.findMissing(context.partner, session.customerId);
      return page.render(
        linkPage(context, { token, maskedEmail: preview.maskedEmail, agreements }),
      );
    }
    return page.render(logInPage(context, { token, email: preview.prefill.email ?? '' }));
  }

  @Post('login')
  async logIn(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { context, partner } = page;
    const [token, email] = [sent.text('token'), sent.text('email')];
    const source = clientNetwork(page.request);
    const password = sent.raw('password');
    const account = await this.logIns.attempt(partner.id, { email, password, source });
    if (!account) {
      const alert = context.words.logIn.refused;
      return page.render(logInPage(context, { token, email, alert }), 'log-in-refused');
    }
    await this.sessions.open(page, account.id);
    if (context.language)
      await this.customers.learnLanguage(partner.id, account.customerId, context.language);
    if (token !== '') return page.redirect('login', token);
    const missing = await this.agreements.findMissing(context.partner, account.customerId);
    return page.redirect(missing.length === 0 ? 'code' : 'agreements');
  }

  @Post('link')
  async link(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    const { partner } = page;
    const token = sent.text('token');
    const session = await this.sessions.read(page);
    if (!session) return page.redirect('login', token);
    if (sent.text('answer') !== 'yes') return page.redirect('code');
    const agreements = await this.agreements.findMissing(partner, session.customerId);
    const problems = agreementProblems(agreements, sent);
    if (Object.keys(problems).length > 0)
      return this.renderLinkForm(page, { token, agreements, problems });
    const result = await this.joining.link(partner, token, session.accountId);
    if (result.kind === 'linked')
      await this.agreements.record(
        { partner, accountId: session.accountId },
        agreements,
        'LOG_IN_PAGE',
      );
    if (result.kind === 'linked') return page.redirect('code');
    if (result.kind !== 'invalid-token')
      return renderErrorPage(page, errorOfRefusal(result), { token, isLoggedIn: true });
    const error = errorOfClosedLink(await this.joining.preview(partner, token));
    return renderErrorPage(page, error, { isLoggedIn: true });
  }

  private async renderLinkForm(
    page: PageRequest,
    link: Omit<LinkForm, 'maskedEmail'>,
  ): Promise<string> {
    const preview = await this.joining.preview(page.partner, link.token);
    if (preview.kind !== 'open')
      return renderErrorPage(page, errorOfClosedLink(preview), { isLoggedIn: true });
    const form = linkPage(page.context, { ...link, maskedEmail: preview.maskedEmail });
    return page.render(form, 'form-refused');
  }

  @Post('logout')
  async logOut(@HostedPage() page: PageRequest, @FormBody() sent: Form): Promise<string> {
    await this.sessions.close(page);
    return page.redirect('login', sent.text('token'));
  }
}
