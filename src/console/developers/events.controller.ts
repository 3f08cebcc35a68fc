import { Get, Param } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { isEventType } from './event-names.js';
import { eventScreen, eventsScreen } from './events-screens.js';
import type { DeliveryShown, EventShown, ListPage } from './records.js';

/** What was published, newest first, and one event as systems receive it. */
@Screens('console/developers/events')
export class EventsController {
  @Get()
  @RequiresSession('WEBHOOK_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const sent = page.query.text('type');
    const type = isEventType(sent) ? sent : '';
    const found = await page.get<ListPage<EventShown>>(`partners/${page.partnerId}/events`, {
      order: 'newest',
      type,
      cursor: page.query.text('cursor'),
    });
    return page.show(eventsScreen(page, { found, type }));
  }

  @Get(':id')
  @RequiresSession('WEBHOOK_READ')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const path = `events/${encodeURIComponent(id)}`;
    const event = await page.get<EventShown>(path);
    const { items } = await page.get<ListPage<DeliveryShown>>(`${path}/deliveries`);
    const gyms = await page.readableGyms();
    return page.show(eventScreen(page, { event, gyms, deliveries: items }));
  }
}
