import type { Gym } from '../../partners/index.js';
import type { InboxEvent } from '../../wellhub-inbox/index.js';
import type { WellhubVisitor } from '../../wellhub/index.js';
import { checkInPayload, type CheckInPayload } from './check-in-payload.js';
import type { NewCheckIn } from '../check-ins/check-ins.repository.js';
import { personKey } from '../check-ins/wellhub-person.js';

/** An event that reports a person at a gym. */
export interface CheckInEvent {
  readonly event: InboxEvent;
  readonly partnerId: string;
  readonly gym: Gym;
  readonly gymId: number;
  readonly wellhubId: string;
  readonly person: WellhubVisitor;
  readonly payload: CheckInPayload;
}

/** A check-in event whose customer is resolved. */
export interface ResolvedCheckInEvent extends CheckInEvent {
  readonly customerId: number;
}

export function arrivalOf(event: InboxEvent): CheckInEvent | { readonly dead: string } {
  const { gym, receivedAt, partnerId, body } = event;
  if (!gym) return { dead: 'no-gym' };
  const payload =
    body.kind === 'check-in' && checkInPayload(body, receivedAt, gym.checkInWindowMinutes);
  if (!payload) return { dead: 'no-person' };
  const { wellhubId, person } = payload;
  return { event, partnerId, gym, gymId: gym.id, wellhubId, person, payload };
}

/** Those that raise no alert; of each person only the first one. */
export function batchableEvents(events: readonly InboxEvent[]): CheckInEvent[] {
  const byPerson = new Map<string, CheckInEvent>();
  for (const arrival of events.map(arrivalOf)) {
    if ('dead' in arrival || arrival.payload.hasOddTime) continue;
    const person = personKey(arrival);
    if (!byPerson.has(person)) byPerson.set(person, arrival);
  }
  return [...byPerson.values()];
}

export function newCheckIn({ event, gym, payload, customerId }: ResolvedCheckInEvent): NewCheckIn {
  const { person: _person, hasOddTime: _odd, ...known } = payload;
  return {
    ...known,
    partnerId: gym.partnerId,
    gymId: gym.id,
    timeZone: gym.timeZone,
    customerId,
    webhookAt: event.receivedAt,
    traceparent: event.traceparent,
    cause: 'WEBHOOK',
    probe: false,
    callAfterSeconds: validatesAtOnce(gym) ? 0 : null,
  };
}

export const validatesAtOnce = (gym: Gym): boolean => gym.validationMode === 'AUTOMATIC';
