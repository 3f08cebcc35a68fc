import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { FACTORS } from '../layout/desk-context.js';
import { afterChange, showFactors } from './factors-screens.js';
import type { ShownCodes } from './own-factors.js';

/** A person's second factors: the authenticator app, the passkeys, the recovery codes. */
@Screens(FACTORS.slice(1))
export class OwnFactorsScreens {
  @Get()
  @RequiresSession()
  show(@OnPage() page: ConsolePage): Promise<string> {
    return showFactors(page);
  }

  /** An app beside passkeys. */
  @Get('app')
  @RequiresSession()
  showApp(@OnPage() page: ConsolePage): Promise<string> {
    return showFactors(page, { wantsApp: true });
  }

  @Post('app')
  @RequiresSession()
  async confirmApp(@OnPage() page: ConsolePage): Promise<string> {
    const path = 'me/authenticator-app/confirmation';
    const answer = await page.send<ShownCodes>('POST', path, { code: page.form.text('code') });
    return afterChange(page, { answer, form: 'app', done: 'app-set' });
  }

  @Post('remove-app')
  @RequiresSession()
  async removeApp(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<undefined>('DELETE', 'me/authenticator-app');
    return afterChange(page, { answer, form: 'removal', done: 'app-removed' });
  }

  /** Ten others in the place of those that are left. */
  @Post('recovery-codes')
  @RequiresSession()
  async renewCodes(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<ShownCodes>('POST', 'me/recovery-codes');
    return afterChange(page, { answer, form: 'removal', done: 'shown-already' });
  }
}
