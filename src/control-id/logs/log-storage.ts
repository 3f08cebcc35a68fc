import { Injectable } from '@nestjs/common';
import type { Queries } from '../../platform/database/database.js';
import type { NewDeviceEvent } from '../device-events/device-event.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import { LogsRepository, type TakenLog } from './logs.repository.js';
import { LogMatches, type ReadLog } from './log-matches.js';
import { isTimeUnknown, kindOf } from './log-rules.js';
import { OfflinePasses } from './offline-passes.js';

/** Stores a log once, as the device event that it is, with the visit that it makes or ends. */
@Injectable()
export class LogStorage {
  constructor(
    private readonly rows: LogsRepository,
    private readonly events: DeviceEventsRepository,
    private readonly matches: LogMatches,
    private readonly passes: OfflinePasses,
  ) {}

  /** In the caller's transaction. @returns what it is, also for one that was there */
  async store(tx: Queries, read: ReadLog): Promise<TakenLog> {
    const { source, log, at } = read;
    await this.rows.lock(tx, source);
    const known = await this.rows.taken(tx, source, log.id);
    if (known) return known;
    const event = await this.eventOf(tx, read);
    await this.events.add(source, { ...event, at, logId: log.id, vendorEvent: log.event }, tx);
    return { type: event.type, at, gymId: source.gymId, customerId: event.customerId ?? null };
  }

  private async eventOf(tx: Queries, read: ReadLog): Promise<Omit<NewDeviceEvent, 'at'>> {
    const { source, log, at } = read;
    const kind = kindOf(log);
    const timeUnknown = isTimeUnknown(at, source.now);
    if (kind !== 'GRANTED') return { type: kind, timeUnknown };
    const people = await this.matches.people(tx, read);
    const decisionId = await this.matches.grant(tx, read, people);
    if (decisionId !== undefined)
      return { type: 'LINKED', decisionId, customerId: people.byCard ?? people.byId };
    const customerId = people.byCard ?? people.byOwnId;
    if (timeUnknown) return { type: 'TIME_UNKNOWN', timeUnknown, customerId };
    if (customerId === null) return { type: 'ANONYMOUS' };
    const { partnerId, gymId } = source;
    const pass = await this.passes.take(tx, source, { partnerId, gymId, customerId, at });
    return { ...pass, customerId };
  }
}
