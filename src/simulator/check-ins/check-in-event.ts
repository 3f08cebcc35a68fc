import type { CheckInCommand } from '../partner/commands.js';
import { STANDARD_PRODUCT } from './check-in-defaults.js';

/** The body of the webhook (4.4): `checkin`, or `checkin-booking-occurred` when a booking is named. */
export function checkInWebhook(command: CheckInCommand, gymId: string, expiresAt: Date): object {
  const isBooked = command.bookingNumber !== undefined;
  const timestamp = command.timestamp ?? unixSeconds(new Date());
  return isBooked
    ? {
        event_type: 'checkin-booking-occurred',
        event_data: {
          booking: { booking_number: command.bookingNumber },
          user: user(command),
          timestamp,
          expires_at: command.expiresAt ?? unixSeconds(expiresAt),
          gym: { id: Number(gymId), product: { description: productOf(command).description } },
        },
      }
    : {
        event_type: 'checkin',
        event_data: {
          user: user(command),
          timestamp,
          // JSON leaves out what is undefined: a plain check-in usually names no end.
          expires_at: command.expiresAt,
          gym: { id: Number(gymId), product: productOf(command) },
        },
      };
}

export function productOf(command: CheckInCommand): { id: number; description: string } {
  return {
    id: command.productId ?? STANDARD_PRODUCT.id,
    description: command.productDescription ?? STANDARD_PRODUCT.description,
  };
}

function user(command: CheckInCommand): object {
  return {
    unique_token: command.wellhubId,
    first_name: command.firstName,
    last_name: command.lastName,
    email: command.email,
    phone_number: command.phone,
  };
}

function unixSeconds(time: Date): number {
  return Math.floor(time.getTime() / 1000);
}
