import { Module } from '@nestjs/common';
import { CheckInValidationModule } from '../check-in-validation/index.js';
import { CustomersModule } from '../customers/index.js';
import { EventWebhooksModule } from '../event-webhooks/index.js';
import { PartnersModule } from '../partners/index.js';
import { WellhubModule } from '../wellhub/index.js';
import { WellhubInboxModule } from '../wellhub-inbox/index.js';
import { BookingDeadlines, BookingDeadlineWorker } from './booking-deadlines.js';
import { BookingIntake } from './booking-intake.js';
import { BookingPeople } from './booking-people.js';
import { BookingsAdminController } from './bookings-admin.controller.js';
import { BookingsRepository } from './bookings.repository.js';
import { Bookings } from './bookings.js';
import { CallingWorker } from './booking-calls.worker.js';
import { BookingDecisionsRepository } from './decisions.repository.js';
import { BookingIntakeWorker } from './booking-intake.worker.js';
import { ExpectedBookers } from './expected-bookers.js';
import { PatchCalls } from './patch-calls.js';
import { PatchRecords } from './patch-records.js';
import { PatchesRepository } from './patches.repository.js';
import { BookingsPersonalData } from './bookings.personal-data.js';
import { Seats } from './seats.js';
import { SlotRecords } from './slot-records.js';
import { SlotsAdminController } from './slots-admin.controller.js';
import { SlotsRepository } from './slots.repository.js';

const storage = [
  BookingsRepository,
  BookingDecisionsRepository,
  PatchesRepository,
  SlotsRepository,
];
const arrival = [
  BookingPeople,
  BookingIntake,
  BookingIntakeWorker,
  BookingsPersonalData,
  ExpectedBookers,
];
const calling = [Seats, PatchRecords, SlotRecords, PatchCalls, CallingWorker];
const deadlines = [BookingDeadlines, BookingDeadlineWorker];

/**
 * Purpose: thin booking: requests of Wellhub are stored, forwarded, decided and answered in time.
 * Owns: bookings, booking_slots.
 * Offers: Bookings.
 * Depends on: partners, customers, event-webhooks, check-in-validation (WellhubCallGate), wellhub, wellhub-inbox.
 * Promises: one PATCH at a time per booking; a place is taken once and freed once; no request outlives 15 minutes.
 */
@Module({
  imports: [
    WellhubModule,
    PartnersModule,
    CustomersModule,
    EventWebhooksModule,
    WellhubInboxModule,
    CheckInValidationModule,
  ],
  controllers: [BookingsAdminController, SlotsAdminController],
  providers: [...storage, ...arrival, ...calling, ...deadlines, Bookings],
  exports: [Bookings],
})
export class BookingsModule {}
