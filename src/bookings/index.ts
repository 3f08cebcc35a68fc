export { BookingsModule } from './bookings.module.js';
export { Bookings, type PartnersDecision } from './bookings.js';
export { BookingErrors } from './bookings.errors.js';
export type { Booking, BookingState } from './booking.js';
export { bookingHistorySql } from './booking-history.sql.js';
