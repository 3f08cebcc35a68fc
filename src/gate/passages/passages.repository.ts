import { Injectable } from '@nestjs/common';
import { Outbox } from '../../event-webhooks/index.js';
import { Database } from '../../platform/database/database.js';
import { Sweeps } from '../../platform/database/sweeps.js';
import type { EndedPassage, PassageReport } from './passage.js';
import { ARE_UNCONFIRMED, DUE_PASSAGES, END_PASSAGES, FIND_REPORTED } from './passage-ends.sql.js';

type EndedRow = EndedPassage & { readonly eventsWait: boolean };
interface PassageToEnd {
  readonly partnerId: string;
  readonly id: number;
  readonly report?: PassageReport;
}

@Injectable()
export class PassagesRepository {
  constructor(
    private readonly db: Database,
    private readonly outbox: Outbox,
    sweeps: Sweeps,
  ) {
    sweeps.declare({ table: 'gate_passages', column: 'granted_at', keep: '91 days' });
  }

  async findReported(report: PassageReport): Promise<number | undefined> {
    const { partnerId, deviceId, nonce = null, arrivedAt = null } = report;
    const values = [partnerId, deviceId, nonce, arrivedAt];
    return (await this.db.query<{ id: number | null }>(FIND_REPORTED, values))[0]?.id ?? undefined;
  }

  async due(): Promise<PassageToEnd[]> {
    return this.db.query<PassageToEnd & object>(DUE_PASSAGES, []);
  }

  /** Of different people. */
  async end(endings: readonly PassageToEnd[]): Promise<EndedPassage[]> {
    if (endings.length === 0) return [];
    const rows = endings.map(({ partnerId, id, report }) => ({
      partner_id: partnerId,
      passage_id: id,
      has_passed: report?.hasPassed ?? null,
      is_entry_side: report?.isEntrySide ?? null,
      arrived_at: report?.arrivedAt ?? null,
    }));
    const ended = await END_PASSAGES.run<EndedRow & object>(this.db, rows);
    if (ended.some(({ eventsWait }) => eventsWait)) this.outbox.wake();
    return ended;
  }

  /** Whether the newest passages of the device, `count` of them, all ended without a report. */
  async areUnconfirmed(partnerId: string, deviceId: number, count: number): Promise<boolean> {
    const values = [partnerId, deviceId, count];
    const [row] = await this.db.query<{ isSilent: boolean | null }>(ARE_UNCONFIRMED, values);
    return row?.isSilent ?? false;
  }
}
