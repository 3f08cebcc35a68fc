import { Module } from '@nestjs/common';
import { CustomersModule } from '../customers/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { TimelineRepository } from './timeline.repository.js';
import { MemberTimeline } from './member-timeline.js';
import { TimelineAdminController } from './timeline-admin.controller.js';

/**
 * Purpose: one customer's whole story, from registration to reconciliation. Owns: nothing. Offers: MemberTimeline.
 * Depends on: partner-auth, event-webhooks, customers, visits, accounts, wellhub-inbox, user-registration,
 * check-in-validation, access-codes, gate, bookings, usage-events.
 * Promises: nothing is in it that the caller could not read elsewhere; a page takes one statement for each kind of entry.
 */
@Module({
  imports: [CustomersModule, WellhubInboxModule],
  controllers: [TimelineAdminController],
  providers: [MemberTimeline, TimelineRepository],
  exports: [MemberTimeline],
})
export class MemberHistoryModule {}
