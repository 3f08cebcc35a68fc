import { Get, Param } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import type { ListPage, RefusalsOfDay, WellhubWebhook } from '../developers/records.js';
import { wordsOf } from '../developers/shared.js';
import { WELLHUB_TYPES_SHOWN } from './wellhub-event-names.js';
import { webhookListScreen, type ChosenWebhooks } from './wellhub-list-screen.js';
import { webhookBodyScreen, webhookScreen } from './wellhub-webhook-screen.js';

const ID = /^[1-9]\d{0,14}$/;

/** What Wellhub sent, what became of each, and how much was refused. */
@Screens('console/developers/wellhub')
export class WellhubWebhooksController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const of = `partners/${page.partnerId}`;
    const filter = filterIn(page);
    const found = await page.get<ListPage<WellhubWebhook>>(`${of}/wellhub-events`, {
      ...filter,
      cursor: page.query.text('cursor'),
    });
    const refused = await page.get<ListPage<RefusalsOfDay>>(`${of}/wellhub-refusals`, {
      limit: 10,
    });
    const gyms = await page.readableGyms();
    return page.show(webhookListScreen(page, { found, refusals: refused.items, gyms, filter }));
  }

  @Get(':id')
  @RequiresSession('CHECKIN_READ')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const webhook = await page.get<WellhubWebhook>(pathOf(id));
    return page.show(webhookScreen(page, { webhook, gyms: await page.readableGyms() }));
  }

  /** Needs a recent proof, and is in the audit log. */
  @Get(':id/body')
  @RequiresSession('PARTNER_ADMIN')
  async body(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const { hasBody, ...webhook } = await page.get<WellhubWebhook>(pathOf(id));
    if (!hasBody)
      return page.show(webhookScreen(page, { webhook: { ...webhook, hasBody }, gyms: [] }), 'gone');
    const kept = await page.get<{ id: string; type: string; body: string }>(`${pathOf(id)}/body`);
    return page.show(webhookBodyScreen(page, kept));
  }
}

const pathOf = (id: string) => `wellhub-events/${encodeURIComponent(id)}`;

/** Unknown values, typed into the address by hand, do not filter. */
function filterIn(page: ConsolePage): ChosenWebhooks {
  const { query } = page;
  const [type, state, gymId] = [query.text('type'), query.text('state'), query.text('gymId')];
  return {
    type: WELLHUB_TYPES_SHOWN.some((one) => one === type) ? type : '',
    state: Object.hasOwn(wordsOf(page).wellhub.states, state) ? state : '',
    gymId: ID.test(gymId) ? gymId : '',
  };
}
