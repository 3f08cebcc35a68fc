import { performance } from 'node:perf_hooks';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { isStorageAway } from '../../platform/database/storage-away.js';
import { Workers } from '../../platform/worker/workers.js';
import { ContactAlerts } from './contact-alerts.js';
import {
  ContactsRepository,
  type Contact,
  type DeviceOfGym,
  type NotedDevice,
  type WrittenContact,
} from './contacts.repository.js';
import { isNoteDue, noted, type ContactNote, type SignOfLife } from './sign-of-life.js';

const EVERY_MS = 2_000;

type Listener = (device: DeviceOfGym) => Promise<void>;

/**
 * When each device was last heard of, and what it said of itself. A call costs no statement: signs of life are kept in
 * memory and written for all devices together, changes within two seconds.
 */
@Injectable()
export class Contacts implements OnModuleInit {
  private readonly logger = new Logger('control-id');
  private readonly notes = new Map<number, NotedDevice>();
  /** The last note of each device that was written. */
  private readonly written = new Map<number, ContactNote>();
  private writing: Promise<void> = Promise.resolve();
  private readonly listeners: Listener[] = [];

  constructor(
    private readonly rows: ContactsRepository,
    private readonly alerts: ContactAlerts,
    private readonly workers: Workers,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.workers.add({
      name: 'control-id contacts',
      role: 'api',
      queue: null,
      everyMs: EVERY_MS,
      run: async () => {
        await this.writeSequentially(({ device, note }) =>
          isNoteDue(note, this.written.get(device.id)),
        );
        return 0;
      },
    });
  }

  seen(device: DeviceOfGym, sign: SignOfLife): void {
    const now = { at: performance.now(), seconds: this.clock.now().getTime() / 1_000 };
    const note = noted(this.notes.get(device.id)?.note, sign, now);
    this.notes.set(device.id, { device, note });
  }

  /** Called for devices that have access logs for us. */
  onPendingLogs(listener: Listener): void {
    this.listeners.push(listener);
  }

  /** Writes what was noted in this process; one that fails is noted again. */
  async write(): Promise<void> {
    await this.writeSequentially(() => true);
  }

  /** As of now, as far as this process knows. */
  async of(partnerId: string, deviceIds: readonly number[]): Promise<Map<number, Contact>> {
    await this.write();
    return this.rows.of(partnerId, deviceIds);
  }

  /** For devices that reported the end of a contingency. */
  async expectLogs(device: DeviceOfGym): Promise<void> {
    for (const listener of this.listeners) await listener(device);
  }

  private async writeSequentially(isDue: (noted: NotedDevice) => boolean): Promise<void> {
    const turn = this.writing.then(() => this.writeNotes(isDue));
    this.writing = turn.catch(() => undefined);
    await turn;
  }

  private async writeNotes(isDue: (noted: NotedDevice) => boolean): Promise<void> {
    const due = [...this.notes.values()].filter(isDue);
    if (due.length === 0) return;
    for (const { device } of due) this.notes.delete(device.id);
    const written = await this.tryToWrite(due);
    const devices = new Map(due.map(({ device }) => [device.id, device]));
    for (const contact of written) {
      const device = devices.get(contact.deviceId);
      if (device) await this.tryToFollow(device, contact);
    }
  }

  private async tryToWrite(due: readonly NotedDevice[]): Promise<WrittenContact[]> {
    try {
      const written = await this.rows.write(due);
      for (const { device, note } of due) this.written.set(device.id, note);
      return written;
    } catch (error) {
      for (const noted of due)
        if (!this.notes.has(noted.device.id)) this.notes.set(noted.device.id, noted);
      throw error;
    }
  }

  /** What one device needs keeps no other one, and no reader, waiting. */
  private async tryToFollow(device: DeviceOfGym, contact: WrittenContact): Promise<void> {
    try {
      await this.follow(device, contact);
    } catch (error) {
      const msg = 'what a device said of itself could not be followed';
      if (!isStorageAway(error)) this.logger.error({ msg, deviceId: device.id, err: error });
    }
  }

  private async follow(device: DeviceOfGym, contact: WrittenContact): Promise<void> {
    await this.alerts.follow(device, contact);
    const hasLogs = contact.pendingAccessLogs > 0 || contact.leftContingency;
    if (hasLogs) await this.expectLogs(device);
  }
}
