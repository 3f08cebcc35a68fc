import { OPAQUE_ID, WELLHUB_ID, normalEventType, type WellhubEventType } from '../wellhub/index.js';
import { idText, part, type Fields } from './event-fields.js';

/** What an event is and whom it names; everything else of it is read later. */
export interface RoutedEvent {
  readonly type: InboxType | 'unknown';
  /** Wellhub's id of the gym; null for what names no gym. */
  readonly wellhubGymId: string | null;
  /** Wellhub id or gpw id of the person inside, if there is one. */
  readonly person: string | null;
}

export type UserStatusType = 'user-cancel' | 'user-change';
export type InboxType = WellhubEventType | UserStatusType;

type Shape = 'check-in' | 'booking' | 'integration';

const SHAPES: Readonly<Record<WellhubEventType, Shape>> = {
  checkin: 'check-in',
  'checkin-booking-occurred': 'check-in',
  'booking-requested': 'booking',
  'booking-canceled': 'booking',
  'booking-late-canceled': 'booking',
  'system-integration-requested': 'integration',
};

const gymIdOf: Readonly<Record<Shape, (data: Fields) => unknown>> = {
  'check-in': (data) => part(data, 'gym')['id'],
  booking: (data) => part(data, 'slot')['gym_id'],
  integration: (data) => data['gym_id'],
};

/** Type and routing ids of a webhook body; undefined when a known type lacks an id it must have (W-33). */
export function routeEvent(body: Fields): RoutedEvent | undefined {
  const type = normalEventType(body['event_type']);
  if (type === 'unknown') return { type, wellhubGymId: null, person: null };
  const data = part(body, 'event_data');
  const shape = SHAPES[type];
  const wellhubGymId = idText(gymIdOf[shape](data), WELLHUB_ID);
  const person = idText(part(data, 'user')['unique_token'], WELLHUB_ID);
  if (wellhubGymId === undefined) return undefined;
  if (shape === 'integration') return { type, wellhubGymId, person: null };
  return person === undefined ? undefined : { type, wellhubGymId, person };
}

/** A user status webhook names a person only; its address says what it is. */
export function routeUserStatus(body: Fields, type: UserStatusType): RoutedEvent | undefined {
  const person = idText(body['user_id'], OPAQUE_ID);
  return person === undefined ? undefined : { type, wellhubGymId: null, person };
}
