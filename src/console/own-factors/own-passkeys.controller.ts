import { Get, HttpCode, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, type FormState } from '../frame/form-state.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { FACTORS } from '../layout/desk-context.js';
import { passkeyWords } from '../passkeys/choose-passkey-words.js';
import { chooseDeskWords } from '../words/choose-desk-words.js';
import { afterChange } from './factors-screens.js';
import { OWN_PASSKEYS, type OwnPasskeys, type ShownCodes } from './own-factors.js';
import { passkeyScreen } from './passkey-screen.js';

/** How a passkey is added, named and removed. */
@Screens(OWN_PASSKEYS.slice(1))
export class OwnPasskeysScreens {
  /** For the script: what the device is asked. */
  @Post('options')
  @HttpCode(200)
  @RequiresSession()
  async options(@OnPage() page: ConsolePage): Promise<object> {
    const answer = await page.send<object>('POST', 'me/passkeys/options');
    if (!answer.ok) throw pageErrorOf(answer.problem);
    return answer.body;
  }

  @Post()
  @RequiresSession()
  async add(@OnPage() page: ConsolePage): Promise<string> {
    const { unnamed } = passkeyWords(chooseDeskWords(undefined, page.language));
    const name = page.form.text('name').trim() || unnamed;
    const body = { response: page.form.raw('passkey'), name };
    const answer = await page.send<ShownCodes>('POST', 'me/passkeys', body);
    return afterChange(page, { answer, form: 'passkey', done: 'passkey-added' });
  }

  /** With the id in the body, so that a proof in between leads back to the list. */
  @Post('remove')
  @RequiresSession()
  async remove(@OnPage() page: ConsolePage): Promise<string> {
    const id = encodeURIComponent(page.form.text('id'));
    const answer = await page.send<undefined>('DELETE', `me/passkeys/${id}`);
    return afterChange(page, { answer, form: 'removal', done: 'passkey-removed' });
  }

  @Get(':id')
  @RequiresSession()
  show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return showPasskey(page, id);
  }

  @Post(':id')
  @RequiresSession()
  async rename(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const body = { name: page.form.text('name') };
    const answer = await page.send('PATCH', `me/passkeys/${encodeURIComponent(id)}`, body);
    if (answer.ok) return page.goTo(FACTORS, 'passkey-renamed');
    return showPasskey(page, id, refusedForm(page.form, ['name'], answer.problem));
  }
}

/** @throws request.not-found for one that is gone, or another person's */
async function showPasskey(page: ConsolePage, id: string, typed?: FormState): Promise<string> {
  const { items } = await page.get<OwnPasskeys>('me/passkeys');
  const passkey = items.find((one) => one.id === id);
  if (!passkey) throw new DomainError(RequestErrors.notFound);
  return page.show(passkeyScreen(page, passkey, typed), typed ? 'form-refused' : 'ok');
}
