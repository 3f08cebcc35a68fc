import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';

/** CONTINGENCY: the device decides alone. */
export const CONTACT_MODES = ['ONLINE', 'CONTINGENCY', 'UNKNOWN'] as const;

/** What a device told by its calls. */
export interface Contact {
  readonly lastSeenAt: Date | null;
  readonly lastPolledAt: Date | null;
  readonly reportedDeviceId: string | null;
  readonly mode: (typeof CONTACT_MODES)[number];
  readonly modeSince: Date | null;
  readonly pendingAccessLogs: number | null;
  readonly clockSkewSeconds: number | null;
  readonly firstUnconfirmedAt: Date | null;
}

/** Of a device that has not called. */
export const NEVER: Contact = {
  lastSeenAt: null,
  lastPolledAt: null,
  reportedDeviceId: null,
  mode: 'UNKNOWN',
  modeSince: null,
  pendingAccessLogs: null,
  clockSkewSeconds: null,
  firstUnconfirmedAt: null,
};

const SAW = {
  name: 'control-id.saw-device',
  text: `insert into control_id_contacts as c (partner_id, device_id, last_seen_at, reported_device_id)
    values ($1, $2, clock_timestamp(), $3)
    on conflict (partner_id, device_id) do update set last_seen_at = excluded.last_seen_at,
      reported_device_id = coalesce(excluded.reported_device_id, c.reported_device_id)`,
};

const CONTACTS = {
  name: 'control-id.contacts',
  text: `select device_id::float8 as id, last_seen_at as "lastSeenAt", last_polled_at as "lastPolledAt",
      reported_device_id as "reportedDeviceId", mode, mode_since as "modeSince",
      pending_access_logs as "pendingAccessLogs", clock_skew_seconds as "clockSkewSeconds",
      first_unconfirmed_at as "firstUnconfirmedAt"
    from control_id_contacts where partner_id = $1 and device_id = any($2::bigint[])`,
};

/** The table `control_id_contacts`. */
@Injectable()
export class ContactsRepository {
  constructor(private readonly db: Database) {}

  async saw({ partnerId, id }: ControlIdDevice, reportedId: string | undefined): Promise<void> {
    await this.db.query(SAW, [partnerId, id, reportedId?.slice(0, 64) ?? null]);
  }

  /** By the ids of devices that have called. */
  async of(partnerId: string, deviceIds: readonly number[]): Promise<Map<number, Contact>> {
    if (deviceIds.length === 0) return new Map();
    const rows = await this.db.query<Contact & { id: number }>(CONTACTS, [partnerId, deviceIds]);
    return new Map(rows.map((row) => [row.id, row]));
  }
}
