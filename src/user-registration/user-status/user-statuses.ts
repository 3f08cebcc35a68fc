import { Injectable } from '@nestjs/common';
import { Customers } from '../../customers/index.js';
import { Outbox } from '../../event-webhooks/index.js';
import { Alerts } from '../../platform/alerts/alerts.js';
import type { Queries } from '../../platform/database/database.js';
import type { Handled, InboxEvent } from '../../wellhub-inbox/index.js';
import { userStatusPayload, type UserStatusChange } from './user-status-payload.js';
import { UserStatusesRepository } from './user-statuses.repository.js';

/**
 * Applies Wellhub's reports of a user: left, came back, changed plan. By the time of the event, not of its arrival
 * (W-24). Rooms above that act on it read the published event.
 */
@Injectable()
export class UserStatuses {
  constructor(
    private readonly rows: UserStatusesRepository,
    private readonly customers: Customers,
    private readonly outbox: Outbox,
    private readonly alerts: Alerts,
  ) {}

  /** Runs in the transaction that settles the inbox event. */
  async take(tx: Queries, { partnerId, body, receivedAt }: InboxEvent): Promise<Handled> {
    const status = body.kind === 'user-status' && userStatusPayload(body, receivedAt);
    if (!status) return { dead: 'no-person' };
    if (status.kind === 'not-applicable') {
      await this.refuse(tx, partnerId, status.address);
      return 'PROCESSED';
    }
    const id = await this.apply(tx, partnerId, status);
    return id === undefined ? 'PROCESSED' : { result: { kind: 'CUSTOMER', id } };
  }

  /** @returns whose status changed, when it is a customer's */
  private async apply(
    tx: Queries,
    partnerId: string,
    status: UserStatusChange,
  ): Promise<number | undefined> {
    const { kind, gpwId, planId, eventTime } = status;
    const gpwActive = kind === 'changed';
    const applied = await this.rows.apply(tx, partnerId, {
      gpwId,
      eventTime,
      status: gpwActive ? 'ACTIVE' : 'CANCELED',
      planId: gpwActive ? planId : null,
    });
    if (!applied) return undefined;
    const customer = await this.customers.findByGpwId(tx, partnerId, gpwId);
    if (customer) await this.customers.change(tx, partnerId, customer.id, { gpwActive });
    else if (applied.isNew) await this.alertUnknown(tx, partnerId);
    await this.outbox.add(tx, {
      partnerId,
      type: gpwActive ? 'WELLHUB_USER_CHANGED' : 'WELLHUB_USER_CANCELED',
      entityId: customer?.id ?? 0,
      content: { gpwId, planId, eventTime: eventTime.toISOString() },
    });
    return customer?.id;
  }

  private refuse(tx: Queries, partnerId: string, address: string): Promise<void> {
    const detail = `Wellhub sent to ${address} what does not belong there`;
    const alert = { partnerId, code: 'wellhub.status-not-applied', object: address, detail };
    return this.alerts.raise(alert, tx);
  }

  private alertUnknown(tx: Queries, partnerId: string): Promise<void> {
    const detail = 'A status came for a user who never registered here; the event names the gpw id';
    const alert = { partnerId, code: 'wellhub.unknown-user', object: 'user-status', detail };
    return this.alerts.raise(alert, tx);
  }
}
