import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { ALERTS, type AlertsPage } from './alert.js';
import { alertsScreen } from './alerts-screen.js';

/** What needs a person: the open alerts of the partner, and those that were closed. */
@Screens(ALERTS.slice(1))
export class AlertsController {
  @Get()
  @RequiresSession('PARTNER_ADMIN')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const isOpen = page.query.text('open') !== 'false';
    const cursor = page.query.text('cursor');
    const path = `partners/${page.partnerId}/alerts`;
    const found = await page.get<AlertsPage>(path, { open: isOpen, cursor, limit: 20 });
    const gyms = await page.gyms();
    return page.show(alertsScreen(page, { found, isOpen, gyms }));
  }

  /** One that was closed meanwhile stays closed. */
  @Post(':id/close')
  @RequiresSession('PARTNER_ADMIN')
  async close(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send('POST', `alerts/${encodeURIComponent(id)}/close`);
    if (!answer.ok) throw pageErrorOf(answer.problem);
    return page.goTo(ALERTS, 'closed');
  }
}
