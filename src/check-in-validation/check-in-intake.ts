import { Injectable } from '@nestjs/common';
import { Outbox } from '../event-webhooks/index.js';
import type { Gym } from '../partners/index.js';
import { Alerts } from '../platform/alerts/alerts.js';
import type { Queries } from '../platform/database/database.js';
import type { Handled, InboxEvent } from '../wellhub-inbox/index.js';
import { checkInEvent } from './check-in-events.js';
import { readNotice, type CheckInNotice } from './check-in-notice.js';
import type { CheckIn } from './check-in.js';
import { CheckInsRepository, type NewCheckIn } from './check-ins.repository.js';
import { joined } from './joining-rule.js';
import { JoinsRepository } from './joins.repository.js';
import { People } from './people.js';

interface Arrival {
  readonly gym: Gym;
  readonly receivedAt: Date;
  readonly notice: CheckInNotice;
  readonly customerId: number;
}

/** Makes a check-in of an event, or joins it to the one it speaks of (`wellhub.md` 4.5). */
@Injectable()
export class CheckInIntake {
  constructor(
    private readonly checkIns: CheckInsRepository,
    private readonly joins: JoinsRepository,
    private readonly people: People,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
  ) {}

  /** Runs in the transaction that settles the inbox event. */
  async take(queries: Queries, event: InboxEvent): Promise<Handled> {
    const { gym, receivedAt, partnerId } = event;
    if (!gym) return { dead: 'no-gym' };
    const notice = readNotice(event.body, receivedAt, gym.checkInWindowMinutes);
    if (!notice) return { dead: 'no-person' };
    if (notice.hasOddTime) await this.alertOddTime(queries, gym);
    await this.checkIns.lockPerson(queries, partnerId, notice.wellhubId);
    const customer = await this.people.find(queries, gym, notice);
    await this.enter(queries, { gym, receivedAt, notice, customerId: customer.id });
    return 'PROCESSED';
  }

  private async enter(queries: Queries, arrival: Arrival): Promise<void> {
    const { gym, notice, customerId, receivedAt } = arrival;
    const { partnerId, timeZone } = gym;
    const known = await this.checkIns.joinable(queries, partnerId, customerId, gym);
    const same = joined(known, notice);
    const askNow = gym.validationMode === 'AUTOMATIC';
    const row = same
      ? await this.joins.join(queries, same, { notice, receivedAt, timeZone, askNow })
      : await this.create(queries, arrival, askNow);
    const isNews = !same || (same.probe && same.state === 'PENDING');
    if (row && isNews) await this.outbox.add(queries, partnerId, checkInEvent('RECEIVED', row));
  }

  private create(
    queries: Queries,
    { gym, notice, customerId, receivedAt }: Arrival,
    askNow: boolean,
  ): Promise<CheckIn | undefined> {
    const { partnerId, id: gymId, timeZone } = gym;
    const { person: _person, hasOddTime: _odd, ...known } = notice;
    const values: NewCheckIn = {
      ...known,
      partnerId,
      gymId,
      timeZone,
      customerId,
      webhookAt: receivedAt,
      cause: 'WEBHOOK',
      probe: false,
      callAfterSeconds: askNow ? 0 : null,
    };
    return this.checkIns.insert(queries, values, receivedAt);
  }

  private alertOddTime(queries: Queries, { partnerId, id }: Gym): Promise<void> {
    const detail = 'Wellhub sent a check-in without a usable time; the time of receipt counts';
    const alert = { partnerId, code: 'wellhub.odd-time', object: `gym/${id}`, gymId: id, detail };
    return this.alerts.raise(alert, queries);
  }
}
