import { Injectable } from '@nestjs/common';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import type { NewDeviceEvent } from '../device-events/device-event.js';
import { DeviceEventsRepository } from '../device-events/device-events.repository.js';
import { alertObject } from '../device-settings/control-id-device.js';
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
    private readonly alerts: Alerts,
  ) {}

  /** In the caller's transaction. @returns what it is, also for one that was there */
  async store(tx: Queries, read: ReadLog): Promise<TakenLog> {
    const { source, log, at } = read;
    await this.rows.lock(tx, source);
    const known = await this.rows.taken(tx, source, log.id);
    if (known && isAnother(read, known)) this.reportRestart(read);
    if (known) return known;
    const event = await this.eventOf(tx, read);
    await this.events.add(source, { ...event, at, logId: log.id, vendorEvent: log.event }, tx);
    return { type: event.type, at, gymId: source.gymId, customerId: event.customerId ?? null };
  }

  /** Its logs are taken as known, and lost: a person must make a new device for it. */
  private reportRestart({ source, log }: ReadLog): void {
    const { partnerId, gymId } = source;
    const detail = `Log ${log.id} came again with another time: the device counts from the beginning`;
    const code = 'control-id.logs-restarted';
    this.alerts.report({ partnerId, gymId, code, object: alertObject(source), detail });
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

/** What is known of a clock changes a little; a log without a time has none to compare. */
const SAME_WITHIN_MS = 10 * 60_000;

/** Another log of this number was taken before. */
const isAnother = ({ log, at }: ReadLog, taken: TakenLog): boolean =>
  log.time > 0 && Math.abs(at.getTime() - taken.at.getTime()) > SAME_WITHIN_MS;
