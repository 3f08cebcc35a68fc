import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import { runOutsideRequests } from '../../platform/deadline/request-context.js';
import type { ControlIdDevice } from '../device-settings/control-id-device.js';
import { ContactsRepository } from './contacts.repository.js';

/** How often the time of the last call is written. */
const WRITTEN_EVERY_MS = 10_000;

interface Seen {
  at: number;
  reportedId: string | undefined;
}

/** What devices tell of themselves by calling. Most calls write nothing: the time of the last one is known to 10 s. */
@Injectable()
export class Contacts {
  private readonly seen = new Map<string, Seen>();

  constructor(private readonly rows: ContactsRepository) {}

  /** @param reportedId the number that the maker gave it, when it came along */
  saw(device: ControlIdDevice, reportedId: string | undefined): void {
    const key = `${device.partnerId} ${device.id}`;
    const last = this.seen.get(key);
    const isChanged = reportedId !== undefined && reportedId !== last?.reportedId;
    const now = performance.now();
    if (last && !isChanged && now - last.at < WRITTEN_EVERY_MS) return;
    this.seen.set(key, { at: now, reportedId: reportedId ?? last?.reportedId });
    const written = runOutsideRequests(() => this.rows.saw(device, reportedId));
    written.catch(() => this.seen.delete(key));
  }
}
