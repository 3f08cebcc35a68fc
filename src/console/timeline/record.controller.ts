import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import type { ConsolePage } from '../frame/console-page.js';
import { pageErrorOf } from '../frame/problem.js';
import { OnPage, Screens } from '../frame/screens.js';
import { recordScreen } from './record-screen.js';
import { textIn, type TimelineEntry } from './timeline.js';

/** The record behind an entry of the timeline, and what Wellhub sent. */
@Screens('console/members/:customerId/timeline/:entryId')
export class TimelineRecordController {
  @Get()
  @RequiresSession('CUSTOMER_READ')
  async record(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
    @Param('entryId') entryId: string,
  ): Promise<string> {
    const entry = await entryOf(page, customerId, entryId);
    return page.show(recordScreen(page, { customerId, entry }));
  }

  /** By POST: it leaves a row in the audit log. */
  @Post('body')
  @RequiresSession('PARTNER_ADMIN')
  async body(
    @OnPage() page: ConsolePage,
    @Param('customerId') customerId: string,
    @Param('entryId') entryId: string,
  ): Promise<string> {
    const entry = await entryOf(page, customerId, entryId);
    const path = `wellhub-events/${textIn(entry, 'webhookId')}/body`;
    const answer = await page.send<unknown>('GET', path);
    if (!answer.ok) throw pageErrorOf(answer.problem);
    return page.show(recordScreen(page, { customerId, entry, body: answer.body }));
  }
}

const entryOf = (page: ConsolePage, id: string, entryId: string): Promise<TimelineEntry> =>
  page.get(
    `partners/${page.partnerId}/customers/${encodeURIComponent(id)}/timeline/${encodeURIComponent(entryId)}`,
  );
