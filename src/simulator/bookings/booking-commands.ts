import { randomUUID } from 'node:crypto';
import type { BookingPlan } from './booking-plans.js';
import { Input, InvalidInput } from '../http/input.js';
import { WELLHUB_ID } from '../../wellhub-wire/index.js';

const EVENTS = ['requested', 'canceled', 'late-canceled'] as const;

/** The person books a class, or cancels the booking. */
export interface BookingCommand {
  readonly event: (typeof EVENTS)[number];
  readonly wellhubId: string;
  readonly bookingNumber: string;
  readonly classId: number;
  readonly slotId: number;
  readonly name?: string | undefined;
  readonly email?: string | undefined;
  /** As sent on the wire; default now, in milliseconds. */
  readonly timestamp?: number | undefined;
  readonly eventId?: string | undefined;
  /** `false` = the webhook is lost. */
  readonly deliver?: boolean | undefined;
  readonly deliveries?: number | undefined;
}

const LATEST = Number.MAX_SAFE_INTEGER;
const SILENT = ['normal', 'hang', 'reset', 'commit-then-hang', 'commit-then-reset'] as const;

export function readBooking(body: unknown): BookingCommand {
  const input = new Input(body);
  const command: BookingCommand = {
    event: input.requiredOneOf('event', EVENTS),
    wellhubId: input.requiredText('wellhubId', WELLHUB_ID),
    bookingNumber: input.requiredText('bookingNumber', /^\S{1,100}$/),
    classId: input.integer('classId', 0, LATEST) ?? 55,
    slotId: input.integer('slotId', 0, LATEST) ?? 771,
    name: input.text('name'),
    email: input.text('email'),
    timestamp: input.number('timestamp', -LATEST, LATEST),
    eventId: input.text('eventId'),
    deliver: input.flag('deliver'),
    deliveries: input.integer('deliveries', 1, 50),
  };
  input.end();
  return command;
}

export function readBookingPlan(body: unknown): BookingPlan {
  const input = new Input(body);
  return { name: input.requiredText('name', /^\S{1,100}$/), ...planOf(input) };
}

/** An order about every call of one address. */
export const readCallPlan = (body: unknown): Omit<BookingPlan, 'name'> => planOf(new Input(body));

function planOf(input: Input): Omit<BookingPlan, 'name'> {
  const plan = {
    answer: answerOf(input.any('answer')),
    delayMs: input.number('delayMs', 0, 120_000),
    retryAfter: input.integer('retryAfter', 0, 86_400),
    times: input.integer('times', 1, 1_000_000),
  };
  input.end();
  return plan;
}

function answerOf(value: unknown): BookingPlan['answer'] {
  const word = SILENT.find((known) => known === value);
  if (word !== undefined) return word;
  if (typeof value === 'number' && Number.isInteger(value) && value >= 200 && value <= 599)
    return value;
  throw new InvalidInput(`'answer' must be a status or one of ${SILENT.join(', ')}`);
}

/** The body of the webhook (4.4). */
export const bookingWebhook = (command: BookingCommand, gymId: string): object => ({
  event_type: `booking-${command.event}`,
  event_data: {
    user: { unique_token: command.wellhubId, name: command.name, email: command.email },
    timestamp: command.timestamp ?? Date.now(),
    event_id: command.eventId ?? randomUUID(),
    slot: {
      id: command.slotId,
      gym_id: Number(gymId),
      class_id: command.classId,
      booking_number: command.bookingNumber,
    },
  },
});
