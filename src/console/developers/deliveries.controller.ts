import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { OnPage, Screens } from '../frame/screens.js';
import { deliveryScreen } from './delivery-screen.js';
import type { DeliveryShown } from './records.js';
import { DEVELOPERS } from './shared.js';

/** One delivery with its attempts, and sending it again. */
@Screens('console/developers/deliveries/:id')
export class DeliveriesController {
  @Get()
  @RequiresSession('WEBHOOK_READ')
  async show(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const delivery = await page.get<DeliveryShown>(pathOf(id));
    return page.show(deliveryScreen(page, { delivery }));
  }

  @Post('resend')
  @RequiresSession('WEBHOOK_WRITE')
  async resend(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const answer = await page.send<DeliveryShown>('POST', `${pathOf(id)}/replay`);
    if (answer.ok) return page.goTo(`${DEVELOPERS}/deliveries/${answer.body.id}`, 'resent');
    const delivery = await page.get<DeliveryShown>(pathOf(id));
    const { problem } = answer;
    return page.show(deliveryScreen(page, { delivery, problem }), 'conflict');
  }
}

const pathOf = (id: string) => `deliveries/${encodeURIComponent(id)}`;
