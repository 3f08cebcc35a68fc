import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import type { ControlIdSettings } from '../device-settings/control-id-settings.js';
import type { ContactNote } from './sign-of-life.js';
import {
  CONFIRM_ROTATION,
  CONTACTS,
  FALL_SILENT,
  CALLS_AGAIN,
  SET_MODE,
  SWITCHED_OFF,
  LEAVE_UNCONFIRMED,
  NOTE_ROTATION,
  WRITE_CONTACTS,
} from './contacts.sql.js';

/** CONTINGENCY: the device decides alone. */
export const CONTACT_MODES = ['ONLINE', 'CONTINGENCY', 'UNKNOWN'] as const;
type ContactMode = (typeof CONTACT_MODES)[number];

/** The sides that an arm can turn to, by the names in its reports. */
export type RotationSide = NonNullable<ControlIdSettings['entryTurnEvent']>;

/** Names a device, and the gym that its alerts belong to. */
export type DeviceOfGym = Pick<ControlIdDevice, 'partnerId' | 'id' | 'gymId'>;

/** What is known of a device from its calls. */
export interface Contact {
  readonly lastSeenAt: Date | null;
  readonly lastPolledAt: Date | null;
  readonly reportedDeviceId: string | null;
  readonly mode: ContactMode;
  readonly modeSince: Date | null;
  readonly pendingAccessLogs: number | null;
  readonly clockSkewSeconds: number | null;
  readonly firstUnconfirmedAt: Date | null;
  readonly lastTurn: RotationSide | null;
  readonly lastTurnAt: Date | null;
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
  lastTurn: null,
  lastTurnAt: null,
};

/** What a written contact changed. */
export interface WrittenContact {
  readonly partnerId: string;
  readonly deviceId: number;
  readonly wasSilent: boolean;
  readonly leftContingency: boolean;
  readonly pendingAccessLogs: number;
  readonly clockMoved: boolean;
  readonly skewBefore: number | null;
  readonly skewSeconds: number | null;
}

export interface SilentDevice {
  readonly partnerId: string;
  readonly deviceId: number;
  readonly gymId: number;
  readonly lastSeenAt: Date;
}

export interface NotedDevice {
  readonly device: DeviceOfGym;
  readonly note: ContactNote;
}

@Injectable()
export class ContactsRepository {
  constructor(private readonly db: Database) {}

  async write(devices: readonly NotedDevice[]): Promise<WrittenContact[]> {
    return this.db.query<WrittenContact & object>(WRITE_CONTACTS, () => [
      JSON.stringify(contactsAt(performance.now(), devices)),
    ]);
  }

  /** By the device's id. */
  async of(partnerId: string, deviceIds: readonly number[]): Promise<Map<number, Contact>> {
    if (deviceIds.length === 0) return new Map();
    const values = [partnerId, deviceIds];
    const rows = await this.db.query<Contact & { id: number }>(CONTACTS, values);
    return new Map(rows.map(({ id, ...contact }) => [id, contact]));
  }

  /** @returns the mode before, null when none was known; undefined when something newer is known */
  async setMode(
    queries: Queries,
    { partnerId, id }: DeviceOfGym,
    mode: ContactMode,
    at: Date,
  ): Promise<ContactMode | null | undefined> {
    const values = [partnerId, id, mode, at];
    const [row] = await queries.query<{ before: ContactMode | null }>(SET_MODE, values);
    return row?.before;
  }

  async fallSilent(queries: Queries): Promise<SilentDevice[]> {
    return queries.query<SilentDevice & object>(FALL_SILENT, []);
  }

  /** Silent devices that are switched off or removed: their calls are not expected. */
  async switchedOff(): Promise<Pick<DeviceOfGym, 'partnerId' | 'id'>[]> {
    return this.db.query(SWITCHED_OFF, []);
  }

  async callsAgain(partnerId: string, deviceId: number): Promise<void> {
    await this.db.query(CALLS_AGAIN, [partnerId, deviceId]);
  }

  /** The arm has turned to this side, whether we had granted it or not. */
  async noteRotation(
    { partnerId, id }: Pick<DeviceOfGym, 'partnerId' | 'id'>,
    side: RotationSide,
    at: Date,
  ): Promise<void> {
    await this.db.query(NOTE_ROTATION, [partnerId, id, side, at]);
  }

  /** A grant at the device was followed by no report. */
  async unconfirmed({ partnerId, id }: Pick<DeviceOfGym, 'partnerId' | 'id'>): Promise<void> {
    await this.db.query(LEAVE_UNCONFIRMED, [partnerId, id]);
  }

  /** @returns whether earlier grants were followed by none */
  async confirmed({ partnerId, id }: Pick<DeviceOfGym, 'partnerId' | 'id'>): Promise<boolean> {
    return (await this.db.query(CONFIRM_ROTATION, [partnerId, id])).length > 0;
  }
}

/** As `WRITE_CONTACTS` takes them. @param now monotonic ms */
function contactsAt(now: number, devices: readonly NotedDevice[]): object[] {
  const ago = (at: number | undefined) => (at === undefined ? null : now - at);
  return devices.map(({ device: { partnerId, id }, note }) => ({
    partner_id: partnerId,
    device_id: id,
    reported_device_id: note.reportedId?.slice(0, 64),
    pending_access_logs: note.pendingAccessLogs,
    clock_offsets: note.clockOffsets,
    seen_ms_ago: ago(note.seenAt),
    polled_ms_ago: ago(note.polledAt),
    scanned_ms_ago: ago(note.scannedAt),
  }));
}
