import { Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { HOME } from '../layout/desk-context.js';
import { OPERATOR } from './partner-health.js';

interface Place {
  readonly membershipId: string;
  readonly partnerId: string | null;
}

/** An operator looks in at a partner, and goes back; each under a new cookie. */
@Screens('console')
export class ObservationController {
  @Post('operator/:id/look-in')
  @RequiresSession('OPERATOR')
  async observe(@OnPage() page: ConsolePage, @Param('id') observedPartnerId: string) {
    return this.goTo(page, { observedPartnerId }, HOME);
  }

  @Post('leave')
  @RequiresSession()
  async leave(@OnPage() page: ConsolePage): Promise<string> {
    const { items } = await page.get<{ items: Place[] }>('me/places');
    const own = items.find(({ partnerId }) => partnerId === null);
    if (!own) return page.goTo(HOME);
    return this.goTo(page, { membershipId: own.membershipId }, `${OPERATOR}?done=left`);
  }

  private async goTo(page: ConsolePage, place: object, path: string): Promise<string> {
    const sent = await page.send('PUT', 'me/place', place);
    if (!sent.ok) throw pageErrorOf(sent.problem);
    return page.goTo(path);
  }
}
