import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm } from '../frame/form-state.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { Checklist } from './go-live-item.js';
import { GO_LIVE, goLiveScreen } from './go-live-screen.js';

/** The checklist before a partner opens. */
@Screens('console/go-live')
export class GoLiveScreensController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async show(@OnPage() page: ConsolePage): Promise<string> {
    return page.show(goLiveScreen({ page, list: await listOf(page) }));
  }

  @Post('test-mail')
  @RequiresSession('PARTNER_ADMIN')
  async mail(@OnPage() page: ConsolePage): Promise<string> {
    const answer = await page.send('POST', `${pathOf(page)}/test-mail`, {});
    if (answer.ok) return page.goTo(GO_LIVE, 'mailed');
    const state = refusedForm(page.form, [], answer.problem);
    return page.show(goLiveScreen({ page, list: await listOf(page), state }), 'form-refused');
  }

  @Post('backups')
  @RequiresSession('PARTNER_ADMIN')
  async confirmBackups(@OnPage() page: ConsolePage): Promise<string> {
    const confirmed = page.form.text('confirmed') === 'yes';
    const answer = await page.send('PUT', `${pathOf(page)}/backups`, { confirmed });
    if (answer.ok) return page.goTo(GO_LIVE, 'saved');
    const state = refusedForm(page.form, [], answer.problem);
    return page.show(goLiveScreen({ page, list: await listOf(page), state }), 'form-refused');
  }
}

const pathOf = ({ partnerId }: ConsolePage) => `partners/${partnerId}/go-live`;
const listOf = (page: ConsolePage) => page.get<Checklist>(pathOf(page));
