import { displayText, idText, part, timeMs, type Fields } from './event-fields.js';
import { normalizedType, normalEventType } from './event-types.js';
import { OPAQUE_ID, WELLHUB_ID } from '../wellhub-wire/index.js';
import type {
  UnknownWellhubEvent,
  WellhubBooking,
  WellhubCheckIn,
  WellhubEvent,
  WellhubIntegrationRequest,
  WellhubUserStatus,
} from './webhook-events.js';

const BOOKING_NUMBER = /^[!-~]{1,100}$/;
/** An `event_id` or another opaque name. */
const LOOSE_ID = /^[!-~]{1,200}$/;
const CANCEL_TYPE = 'wellnessuserplancanceled';

/** @param type that of its address or of its stored row, where there is one */
export function parseWellhubEvent(
  body: Fields,
  type: string = normalEventType(body['event_type']),
): WellhubEvent {
  switch (type) {
    case 'checkin':
    case 'checkin-booking-occurred':
      return checkIn(body, type);
    case 'booking-requested':
    case 'booking-canceled':
    case 'booking-late-canceled':
      return booking(body, type);
    case 'system-integration-requested':
      return integrationRequest(body, type);
    case 'user-cancel':
    case 'user-change':
      return userStatus(body, type);
    default:
      return unknown(body);
  }
}

function checkIn(body: Fields, type: WellhubCheckIn['type']): WellhubCheckIn {
  const data = part(body, 'event_data');
  const gym = part(data, 'gym');
  const product = part(gym, 'product');
  const user = part(data, 'user');
  return {
    kind: 'check-in',
    type,
    receivedType: receivedType(body),
    wellhubGymId: idText(gym['id'], WELLHUB_ID),
    wellhubId: idText(user['unique_token'], WELLHUB_ID),
    user: {
      firstName: displayText(user['first_name'], 100),
      lastName: displayText(user['last_name'], 100),
      email: displayText(user['email'], 254),
      phoneNumber: displayText(user['phone_number'], 50),
    },
    product: {
      id: idText(product['id'], LOOSE_ID),
      description: displayText(product['description'], 200),
    },
    bookingNumber: idText(part(data, 'booking')['booking_number'], BOOKING_NUMBER),
    timestamp: timeMs(data['timestamp']),
    expiresAt: timeMs(data['expires_at']),
  };
}

function booking(body: Fields, type: WellhubBooking['type']): WellhubBooking {
  const data = part(body, 'event_data');
  const slot = part(data, 'slot');
  const user = part(data, 'user');
  return {
    kind: 'booking',
    type,
    receivedType: receivedType(body),
    wellhubGymId: idText(slot['gym_id'], WELLHUB_ID),
    wellhubId: idText(user['unique_token'], WELLHUB_ID),
    user: {
      name: displayText(user['name'], 200),
      email: displayText(user['email'], 254),
      phoneNumber: displayText(user['phone_number'], 50),
    },
    classId: idText(slot['class_id'], WELLHUB_ID),
    slotId: idText(slot['id'], WELLHUB_ID),
    bookingNumber: idText(slot['booking_number'], BOOKING_NUMBER),
    timestamp: timeMs(data['timestamp']),
    eventId: idText(data['event_id'], LOOSE_ID),
  };
}

function integrationRequest(
  body: Fields,
  type: WellhubIntegrationRequest['type'],
): WellhubIntegrationRequest {
  const data = part(body, 'event_data');
  return {
    kind: 'integration-request',
    type,
    receivedType: receivedType(body),
    wellhubGymId: idText(data['gym_id'], WELLHUB_ID),
    eventId: idText(data['event_id'], LOOSE_ID),
  };
}

const userStatus = (body: Fields, type: WellhubUserStatus['type']): WellhubUserStatus => ({
  kind: 'user-status',
  type,
  receivedType: receivedType(body),
  action: statusOf(body['event_type']),
  gpwId: idText(body['user_id'], OPAQUE_ID),
  planId: displayText(body['plan_id'], 100),
  eventTime: timeMs(body['event_time']),
  eventId: idText(body['event_id'], LOOSE_ID),
});

function statusOf(value: unknown): WellhubUserStatus['action'] {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value !== 'string') return 'other';
  const letters = normalizedType(value);
  if (letters === '') return 'nothing';
  return letters === CANCEL_TYPE ? 'cancel' : 'other';
}

const unknown = (body: Fields): UnknownWellhubEvent => ({
  kind: 'unknown',
  type: 'unknown',
  receivedType: receivedType(body),
  eventId: idText(part(body, 'event_data')['event_id'], LOOSE_ID),
});

const receivedType = (body: Fields) => displayText(body['event_type'], 64);
