import { Get, Post } from '@nestjs/common';
import type { PageStatus } from '../../pages/index.js';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import { ACCOUNT, HOME, SECOND_FACTOR, STAFF_LOG_IN } from '../layout/desk-context.js';
import { accountPage } from './account-page.js';
import type { OwnPlace } from '../frame/own-places.js';
import type { ShownAccount, OwnSession } from './own-account.js';

/** A person's own page: who they are, where they work and where they are logged in. A key has none. */
@Screens('console/account')
export class AccountController {
  @Get()
  @RequiresSession()
  async show(@OnPage() page: ConsolePage): Promise<string> {
    return page.caller.person === undefined ? page.goTo(STAFF_LOG_IN) : showAccount(page);
  }

  @Post()
  @RequiresSession()
  async change(@OnPage() page: ConsolePage): Promise<string> {
    const body = { name: page.form.text('name'), language: page.form.text('language') };
    const sent = await page.send('PATCH', 'me', body);
    if (sent.ok) return page.goTo(ACCOUNT, 'saved');
    const typed = refusedForm(page.form, ['name', 'language'], sent.problem);
    return showAccount(page, typed);
  }

  /** A place that has gone meanwhile changes nothing: the page shows those that are left. */
  @Post('place')
  @RequiresSession()
  async work(@OnPage() page: ConsolePage): Promise<string> {
    const [membershipId, gym] = page.form.text('place').split('/');
    const place = { membershipId, ...(gym !== undefined && { gymId: Number(gym) }) };
    const sent = await page.send<{ awaits: string | null }>('PUT', 'me/place', place);
    if (!sent.ok) return page.goTo(ACCOUNT);
    return page.goTo(sent.body.awaits === null ? HOME : SECOND_FACTOR);
  }

  /** One that has ended meanwhile is what was wanted. */
  @Post('sessions/end')
  @RequiresSession()
  async end(@OnPage() page: ConsolePage): Promise<string> {
    const id = encodeURIComponent(page.form.text('session'));
    await page.send('DELETE', `me/sessions/${id}`);
    return page.goTo(ACCOUNT, 'ended');
  }

  /** On every device, this one included. */
  @Post('sessions/end-all')
  @RequiresSession()
  async endAll(@OnPage() page: ConsolePage): Promise<string> {
    await page.send('DELETE', 'me/sessions');
    return page.goTo(STAFF_LOG_IN);
  }
}

async function showAccount(page: ConsolePage, typed?: FormState): Promise<string> {
  const { body: account, tag } = await page.getTagged<ShownAccount>('me');
  const { name, language } = account;
  const stored = { values: { name, language }, tag };
  const state = typed ? { ...typed, stored } : storedForm(stored);
  const { items: sessions } = await page.get<{ items: OwnSession[] }>('me/sessions');
  const { items: places } = await page.get<{ items: OwnPlace[] }>('me/places');
  const status: PageStatus = typed ? 'form-refused' : 'ok';
  return page.show(accountPage(page, { account, sessions, places, state }), status);
}
