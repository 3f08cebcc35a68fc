import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession, type Scope } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { INSTALLATION_ALERTS, PARTNER_ALERTS, type AlertsHouse, type AlertsPage } from './alert.js';
import { alertsScreen } from './alerts-screen.js';

/** What needs a person: the open alerts of a partner or of the installation, and those that were closed. */
function alertsController(house: AlertsHouse, scope: Scope) {
  @Screens(house.path.slice(1))
  class AlertsController {
    @Get()
    @RequiresSession(scope)
    async list(@OnPage() page: ConsolePage): Promise<string> {
      const open = isOpenOf(page);
      const cursor = page.query.text('cursor');
      const found = await page.get<AlertsPage>(house.list(page), { open, cursor, limit: 20 });
      const gyms = house.isOperator ? [] : await page.gyms();
      return page.show(alertsScreen(page, { house, found, isOpen: open, gyms }));
    }

    /** Those that are open, or were closed, as CSV. */
    @Get('export')
    @RequiresSession(scope)
    async export(@OnPage() page: ConsolePage): Promise<string> {
      const csv = await page.csv(house.list(page), { open: isOpenOf(page) });
      return page.file('alerts.csv', csv);
    }

    /** One that was closed meanwhile stays closed. */
    @Post(':id/close')
    @RequiresSession(scope)
    async close(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
      const answer = await page.send('POST', `${house.one(id)}/close`);
      if (!answer.ok) throw pageErrorOf(answer.problem);
      return page.goTo(house.path, 'closed');
    }
  }
  return AlertsController;
}

const isOpenOf = ({ query }: ConsolePage): boolean => query.text('open') !== 'false';

export const AlertsController = alertsController(PARTNER_ALERTS, 'PARTNER_ADMIN');
export const InstallationAlertsScreens = alertsController(INSTALLATION_ALERTS, 'OPERATOR');
