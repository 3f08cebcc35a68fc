import { Get, Header, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, valuesIn } from '../frame/form-state.js';
import type { Problem } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { mailScreen, type MailView, type ShownPreview } from './mail-screen.js';
import { MAILS, mailsScreen, type ListedMail } from './mails-screen.js';
import { OWN_MAIL_FIELDS } from './own-mail-form.js';

interface HtmlPreview extends ShownPreview {
  readonly html: string;
}

/** Mail programs draw styles in attributes; nothing else of a mail may do anything here. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' https:; frame-ancestors 'none'; sandbox";

@Screens('console/settings/mails')
export class MailSettingsController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    return page.show(mailsScreen(page, await listed(page)));
  }

  @Get(':name')
  @RequiresSession('PARTNER_ADMIN')
  async show(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    return page.show(mailScreen(page, await viewOf(page, name)));
  }

  /** The mail itself, in a tab of its own. */
  @Get(':name/html')
  @Header('Content-Type', 'text/html; charset=utf-8')
  @Header('Cache-Control', 'no-store')
  @Header('Content-Security-Policy', MAIL_POLICY)
  @RequiresSession('PARTNER_ADMIN')
  async html(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    const preview = await previewOf(page, name);
    if (!preview) throw new DomainError(RequestErrors.notFound);
    return preview.html;
  }

  @Post(':name')
  @RequiresSession('PARTNER_ADMIN')
  async save(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    const answer = await page.send('PUT', pathOf(page, name), draftIn(page));
    if (answer.ok) return page.goTo(`${MAILS}/${name}`, 'saved');
    return refusedMail(page, name, answer.problem);
  }

  @Post(':name/preview')
  @RequiresSession('PARTNER_ADMIN')
  async check(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    const path = `${pathOf(page, name)}/preview`;
    const answer = await page.send<ShownPreview>('POST', path, draftIn(page));
    if (!answer.ok) return refusedMail(page, name, answer.problem);
    const view = await viewOf(page, name);
    const state = { ...view.state, values: valuesIn(page.form, OWN_MAIL_FIELDS) };
    return page.show(mailScreen(page, { ...view, state, preview: answer.body }));
  }

  @Post(':name/remove')
  @RequiresSession('PARTNER_ADMIN')
  async remove(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    await page.send('DELETE', pathOf(page, name));
    return page.goTo(`${MAILS}/${name}`, 'removed');
  }

  @Post(':name/test')
  @RequiresSession('PARTNER_ADMIN')
  async test(@OnPage() page: ConsolePage, @Param('name') name: string): Promise<string> {
    const language = page.form.text('language');
    const path = `${pathOf(page, name)}/test-mail`;
    const answer = await page.send('POST', path, language === '' ? {} : { language });
    if (answer.ok) return page.goTo(`${MAILS}/${name}`, 'tested');
    const test = refusedForm(page.form, [], answer.problem);
    return page.show(mailScreen(page, { ...(await viewOf(page, name)), test }), 'form-refused');
  }
}

const listPath = ({ partnerId }: ConsolePage) => `partners/${partnerId}/mail-templates`;
const pathOf = (page: ConsolePage, name: string) => `${listPath(page)}/${encodeURIComponent(name)}`;

/** What is raw here is checked by the API: spaces and lines belong to a text. */
const draftIn = ({ form }: ConsolePage) => ({
  subject: form.text('subject'),
  text: form.raw('text'),
  html: form.raw('html'),
});

async function listed(page: ConsolePage): Promise<readonly ListedMail[]> {
  return (await page.get<{ items: readonly ListedMail[] }>(listPath(page))).items;
}

async function viewOf(page: ConsolePage, name: string): Promise<MailView> {
  const mail = (await listed(page)).find((one) => one.name === name);
  if (!mail) throw new DomainError(RequestErrors.notFound);
  const { body: own, tag } = await page.findTagged<Record<string, string>>(pathOf(page, name));
  const stored = { values: { ...own }, tag };
  return { mail, preview: await previewOf(page, name), state: storedForm(stored) };
}

async function refusedMail(page: ConsolePage, name: string, problem: Problem): Promise<string> {
  const view = await viewOf(page, name);
  const typed = refusedForm(page.form, OWN_MAIL_FIELDS, problem);
  const state = { ...typed, stored: view.state.stored };
  return page.show(mailScreen(page, { ...view, state }), 'form-refused');
}

/** Undefined where the partner has no words and does not want ours. */
function previewOf(page: ConsolePage, name: string): Promise<HtmlPreview | undefined> {
  const wish = page.query.text('language');
  const language = ['pt', 'en', 'es', 'de'].includes(wish) ? { language: wish } : {};
  return page.find<HtmlPreview>(`${pathOf(page, name)}/preview`, language);
}
