import { Injectable } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import type { Gym } from '../../partners/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import type { Handled, InboxEvent, ProcessedEvent } from '../../wellhub-inbox/index.js';
import {
  arrivalOf,
  validatesAtOnce,
  newCheckIn,
  batchableEvents,
  type ResolvedCheckInEvent,
} from './check-in-event.js';
import { checkInEvent } from '../check-ins/check-in-events.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { CheckInsRepository } from '../check-ins/check-ins.repository.js';
import { matchExisting } from './match-rule.js';
import { EventMatchingRepository, placeOf } from './event-matching.repository.js';
import { CustomerResolver } from './customer-resolver.js';

interface Joining {
  readonly arrival: ResolvedCheckInEvent;
  readonly same: CheckIn;
}

/** Makes a check-in of an event, or matches it to an existing one (`wellhub.md` 4.5). */
@Injectable()
export class CheckInIntake {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly joins: EventMatchingRepository,
    private readonly people: CustomerResolver,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
  ) {}

  /** Any event, in the transaction that settles it. */
  async take(queries: Queries, event: InboxEvent): Promise<Handled> {
    const one = arrivalOf(event);
    if ('dead' in one) return one;
    const { gym, payload, partnerId, wellhubId } = one;
    if (payload.hasOddTime) await this.alertOddTime(queries, gym);
    await this.checkIns.lockPerson(queries, partnerId, wellhubId);
    const { id: customerId } = await this.people.find(queries, gym, payload);
    const arrival = { ...one, customerId };
    const same = matchExisting(await this.joins.lockCandidates(queries, arrival), payload);
    if (same) await this.join(queries, [{ arrival, same }]);
    const [taken] = same ? [takenAs(arrival, same.id)] : await this.create(queries, [arrival]);
    return taken?.result ? { result: taken.result } : 'PROCESSED';
  }

  /**
   * Plain events of many people, in the one transaction that settles those it returns: one of each person, whose
   * profile stays unchanged or is created here. It waits for no transaction that could wait for it, so it cannot be
   * part of a dead-lock: rows that others hold are left to `take`.
   */
  async takeTogether(
    queries: Queries,
    events: readonly InboxEvent[],
  ): Promise<readonly ProcessedEvent[]> {
    const free = await this.checkIns.lockFree(queries, batchableEvents(events));
    const arrivals = await this.people.plain(queries, free);
    const known = await this.joins.findCandidates(queries, arrivals);
    const joining = arrivals.flatMap((arrival) => {
      const same = matchExisting(known.get(placeOf(arrival)) ?? [], arrival.payload);
      return same ? [{ arrival, same }] : [];
    });
    const further = new Set(joining.map(({ arrival }) => arrival));
    const fresh = arrivals.filter((arrival) => !further.has(arrival));
    return [...(await this.create(queries, fresh)), ...(await this.joinFree(queries, joining))];
  }

  /** @returns without those of which an equal check-in is open already */
  private async create(queries: Queries, arrivals: readonly ResolvedCheckInEvent[]) {
    const rows = await this.checkIns.insert(queries, arrivals.map(newCheckIn));
    await this.outbox.add(queries, ...rows.map((row) => checkInEvent('RECEIVED', row)));
    const made = new Map(rows.map((row) => [placeOf(row), row.id]));
    return arrivals.flatMap((arrival) => {
      const id = made.get(placeOf(arrival));
      return id === undefined ? [] : [takenAs(arrival, id)];
    });
  }

  private async joinFree(queries: Queries, joining: readonly Joining[]): Promise<ProcessedEvent[]> {
    const held = await this.joins.lockAvailable(
      queries,
      joining.map(({ same }) => same),
    );
    const free = joining.flatMap(({ arrival, same }) => {
      const now = held.get(same.id);
      return now ? [{ arrival, same: now }] : [];
    });
    await this.join(queries, free);
    return free.map(({ arrival, same }) => takenAs(arrival, same.id));
  }

  /** @param all their check-ins are locked */
  private async join(queries: Queries, all: readonly Joining[]): Promise<void> {
    const rows = await this.joins.join(queries, all.map(joinOf));
    const probes = all.filter(({ same }) => same.probe && same.state === 'PENDING');
    const announced = new Set(probes.map(({ same }) => same.id));
    const received = rows.filter(({ id }) => announced.has(id));
    await this.outbox.add(queries, ...received.map((row) => checkInEvent('RECEIVED', row)));
  }

  private alertOddTime(queries: Queries, { partnerId, id }: Gym): Promise<void> {
    const detail = 'Wellhub sent a check-in without a usable time; the time of receipt counts';
    const alert = { partnerId, code: 'wellhub.odd-time', object: `gym/${id}`, gymId: id, detail };
    return this.alerts.raise(alert, queries);
  }
}

const takenAs = ({ event }: ResolvedCheckInEvent, id: string): ProcessedEvent => ({
  event,
  result: { kind: 'CHECK_IN', id },
});

const joinOf = ({ arrival: { gym, payload, event }, same }: Joining) => ({
  known: same,
  payload,
  receivedAt: event.receivedAt,
  timeZone: gym.timeZone,
  traceparent: event.traceparent,
  validateNow: validatesAtOnce(gym),
});
