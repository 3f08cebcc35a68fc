import type { InLanguages } from '../frame/languages.js';
import { de } from './bookings-words.de.js';
import { en } from './bookings-words.en.js';
import { es } from './bookings-words.es.js';
import { pt } from './bookings-words.pt.js';
import type { BookingStateName, RejectReason } from './listed-booking.js';

export interface BookingsWords {
  readonly lead: string;
  readonly waiting: string;
  readonly waitingHint: string;
  readonly noneWaiting: string;
  readonly all: string;
  readonly state: string;
  readonly states: Record<BookingStateName, string>;
  readonly sending: string;
  readonly columns: Record<'person' | 'place' | 'left' | 'state' | 'asked' | 'action', string>;
  readonly place: (classId: string, slotId: string) => string;
  readonly noPlace: string;
  readonly until: (time: string) => string;
  readonly accept: string;
  readonly reject: string;
  readonly rejectHint: string;
  readonly reason: string;
  readonly reasons: Record<RejectReason, string>;
  readonly cancel: string;
  readonly cancelHint: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly done: Record<'decided' | 'canceled' | 'sending' | 'late', string>;
  readonly seats: string;
  readonly seatsLead: string;
  readonly seatColumns: Record<'place' | 'requested' | 'reserved' | 'number' | 'change', string>;
  readonly notCounted: string;
  readonly notSent: string;
  readonly booked: string;
  readonly capacity: string;
  readonly seatsHint: string;
  readonly noSeats: string;
  readonly noSeatsHint: string;
  readonly wrongNumber: string;
}

export const BOOKINGS_WORDS: InLanguages<BookingsWords> = { pt, en, es, de };
