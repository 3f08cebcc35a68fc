import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { setupScreen, type ShownSetup } from './setup-screen.js';

/** What Wellhub has registered for each gym, and setting it right (W-68). */
@Screens('console/settings/wellhub/webhooks')
export class WellhubSetupController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async check(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<ShownSetup>('GET', pathOf(page));
    return page.show(
      setupScreen(page, answer.ok ? { setup: answer.body } : { problem: answer.problem }),
    );
  }

  @Post()
  @RequiresSession('PARTNER_ADMIN')
  async register(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send<ShownSetup>('POST', pathOf(page), { confirm: true });
    if (answer.ok) return page.show(setupScreen(page, { setup: answer.body, isFixed: true }));
    return page.show(setupScreen(page, { problem: answer.problem }), 'form-refused');
  }
}

const pathOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/wellhub/setup`;
