import { Get, Post } from '@nestjs/common';
import { RequiresSession, type Scope } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { refusedForm, storedForm, type FormState } from '../frame/form-state.js';
import type { AdminAnswer } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { INSTALLATION_ALERTS, PARTNER_ALERTS, type AlertsHouse } from './alert.js';
import {
  alertMailsScreen,
  OWN_FIELDS,
  TIMES_FIELDS,
  type MailTimes,
  type RefusedMails,
} from './alert-mails-screen.js';

const OWN = 'me/alert-mails';

/** Whether and when a person gets mails about alerts, and the quiet hours of their partner. */
function alertMailsController(house: AlertsHouse, scope: Scope) {
  const path = `${house.path}/mails`;

  @Screens(path.slice(1))
  class AlertMailsController {
    @Get()
    @RequiresSession(scope)
    show(@OnPage() page: ConsolePage): Promise<string> {
      return showMails(page, house);
    }

    @Post('own')
    @RequiresSession(scope)
    async choose(@OnPage() page: ConsolePage): Promise<string> {
      const answer = await page.send('PUT', OWN, { frequency: page.form.text('frequency') });
      if (answer.ok) return page.goTo(path, 'saved');
      return showMails(page, house, refused(page, 'own', answer));
    }

    @Post('times')
    @RequiresSession(scope)
    async keepQuiet(@OnPage() page: ConsolePage): Promise<string> {
      const [quietFrom, quietUntil, digestAt] = TIMES_FIELDS.map((name) => page.form.text(name));
      const times = {
        quietFrom: quietFrom || null,
        quietUntil: quietUntil || null,
        ...(digestAt && { digestAt }),
      };
      const answer = await page.send('PUT', timesOf(page), times);
      if (answer.ok) return page.goTo(path, 'saved');
      return showMails(page, house, refused(page, 'times', answer));
    }
  }
  return AlertMailsController;
}

const timesOf = ({ partnerId }: ConsolePage): string => `partners/${partnerId}/alert-mails`;

function refused(
  { form }: ConsolePage,
  which: RefusedMails['which'],
  answer: AdminAnswer<unknown> & { ok: false },
): RefusedMails {
  const names = which === 'own' ? OWN_FIELDS : TIMES_FIELDS;
  return { which, state: refusedForm(form, names, answer.problem) };
}

async function showMails(
  page: ConsolePage,
  house: AlertsHouse,
  typed?: RefusedMails,
): Promise<string> {
  // A key has no mailbox.
  const own = page.caller.person === undefined ? undefined : await page.get<OwnMails>(OWN);
  const times = house.isOperator ? undefined : await timesForm(page, typed);
  const view = { house, frequency: own?.frequency ?? null, times, typed };
  return page.show(alertMailsScreen(page, view), typed ? 'form-refused' : 'ok');
}

async function timesForm(page: ConsolePage, typed?: RefusedMails): Promise<FormState> {
  const { body, tag } = await page.getTagged<MailTimes>(timesOf(page));
  const values = Object.fromEntries(TIMES_FIELDS.map((name) => [name, body[name] ?? '']));
  const stored = { values, tag };
  return typed?.which === 'times' ? { ...typed.state, stored } : storedForm(stored);
}

interface OwnMails {
  readonly frequency: string | null;
}

export const AlertMailsController = alertMailsController(PARTNER_ALERTS, 'PARTNER_ADMIN');
export const InstallationAlertMailsController = alertMailsController(
  INSTALLATION_ALERTS,
  'OPERATOR',
);
