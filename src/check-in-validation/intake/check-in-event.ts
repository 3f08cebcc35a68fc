import type { Gym } from '../../partners/index.js';
import type { InboxEvent } from '../../wellhub-inbox/index.js';
import { readNotice, type CheckInNotice, type NoticedPerson } from './check-in-payload.js';
import type { NewCheckIn } from '../check-ins/check-ins.repository.js';
import { personKey } from '../check-ins/wellhub-person.js';

/** An event that says: this person is at this gym. */
export interface Arrival {
  readonly event: InboxEvent;
  readonly partnerId: string;
  readonly gym: Gym;
  readonly gymId: number;
  readonly wellhubId: string;
  readonly person: NoticedPerson;
  readonly notice: CheckInNotice;
}

/** An arrival of somebody whom we know. */
export interface KnownArrival extends Arrival {
  readonly customerId: number;
}

export function arrivalOf(event: InboxEvent): Arrival | { readonly dead: string } {
  const { gym, receivedAt, partnerId } = event;
  if (!gym) return { dead: 'no-gym' };
  const notice = readNotice(event.body, receivedAt, gym.checkInWindowMinutes);
  if (!notice) return { dead: 'no-person' };
  const { wellhubId, person } = notice;
  return { event, partnerId, gym, gymId: gym.id, wellhubId, person, notice };
}

/** Those that nobody need be alerted about, the first one of each person. */
export function plainArrivals(events: readonly InboxEvent[]): Arrival[] {
  const byPerson = new Map<string, Arrival>();
  for (const arrival of events.map(arrivalOf)) {
    if ('dead' in arrival || arrival.notice.hasOddTime) continue;
    const person = personKey(arrival);
    if (!byPerson.has(person)) byPerson.set(person, arrival);
  }
  return [...byPerson.values()];
}

export function newCheckIn({ event, gym, notice, customerId }: KnownArrival): NewCheckIn {
  const { person: _person, hasOddTime: _odd, ...known } = notice;
  return {
    ...known,
    partnerId: gym.partnerId,
    gymId: gym.id,
    timeZone: gym.timeZone,
    customerId,
    webhookAt: event.receivedAt,
    cause: 'WEBHOOK',
    probe: false,
    callAfterSeconds: asksAtOnce(gym) ? 0 : null,
  };
}

export const asksAtOnce = (gym: Gym): boolean => gym.validationMode === 'AUTOMATIC';
