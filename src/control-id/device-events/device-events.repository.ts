import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { Moment } from '../../platform/http/paging.js';
import type { DeviceOfGym } from '../contact/contacts.repository.js';
import type { DeviceEventRow, DeviceEventType, NewDeviceEvent } from './device-event.js';

export interface DeviceEventFilter {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly type: DeviceEventType | null;
  readonly before: Moment | undefined;
  readonly limit: number;
}

const ADD = {
  name: 'control-id.add-device-event',
  text: `insert into control_id_device_events (partner_id, id, device_id, gym_id, type, at, log_id, vendor_event, time_unknown,
      customer_id, visit_id, decision_id, detail)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) on conflict do nothing returning id`,
};

const LIST = {
  name: 'control-id.list-device-events',
  text: `select id, type, at, (extract(epoch from at) * 1000000)::bigint as micros, received_at as "receivedAt",
      log_id::text as "logId", vendor_event as "vendorEvent", time_unknown as "timeUnknown", customer_id as "customerId",
      visit_id as "visitId", decision_id as "decisionId", detail
    from control_id_device_events
    where partner_id = $1 and device_id = $2
      and at >= coalesce($3::timestamptz, '-infinity') and at < coalesce($4::timestamptz, 'infinity')
      and ($5::text is null or type = $5)
      and at <= coalesce('epoch'::timestamptz + $6::bigint * interval '1 microsecond', 'infinity')
      and ($6 is null or (at, id) < ('epoch'::timestamptz + $6 * interval '1 microsecond', $7::uuid))
    order by at desc, id desc limit $8`,
};

/** The device events of the last 90 days. */
@Injectable()
export class DeviceEventsRepository {
  constructor(
    private readonly db: Database,
    sweeps: Sweeps,
  ) {
    sweeps.declare({
      table: 'control_id_device_events',
      column: 'received_at',
      keep: '90 days',
      data: { data: 'device-events', countedFrom: 'CREATED' },
    });
  }

  /** @returns false when the access log is known already */
  async add(
    { partnerId, id, gymId }: DeviceOfGym,
    event: NewDeviceEvent,
    queries: Queries = this.db,
  ): Promise<boolean> {
    const { type, at, logId = null, vendorEvent = null, timeUnknown = false } = event;
    const { customerId = null, visitId = null, decisionId = null, detail = null } = event;
    const values = [partnerId, uuidv7(), id, gymId, type, at, logId, vendorEvent, timeUnknown];
    values.push(customerId, visitId, decisionId, detail);
    return (await queries.query(ADD, values)).length > 0;
  }

  /** Newest first. */
  async list(
    partnerId: string,
    deviceId: number,
    { from, to, type, before, limit }: DeviceEventFilter,
  ): Promise<DeviceEventRow[]> {
    const place = [before?.micros ?? null, before?.id ?? null];
    const values = [partnerId, deviceId, from, to, type, ...place, limit];
    return this.db.query<DeviceEventRow & object>(LIST, values);
  }
}
