import { Injectable } from '@nestjs/common';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { Endings } from './endings.js';
import type { Viewer } from './viewer.js';
import { VisibleCustomers } from './visible-customers.js';

/** Everything that is held about a person, across the rooms: their right to know. */
@Injectable()
export class Exports {
  constructor(
    private readonly db: Database,
    private readonly customers: VisibleCustomers,
    private readonly endings: Endings,
    private readonly audit: Audit,
  ) {}

  /** @throws customer.not-found */
  async of(viewer: Viewer, id: number): Promise<Record<string, unknown>> {
    await this.customers.get(viewer, id);
    const { partnerId, name } = viewer;
    const parts = await this.db.transaction(async (queries) => {
      const told: object[] = [];
      for (const holder of this.endings.registered())
        told.push((await holder.export?.(queries, partnerId, id)) ?? {});
      return told;
    });
    await this.audit.record(partnerId, name, 'customer.exported', String(id));
    return Object.assign({}, ...parts) as Record<string, unknown>;
  }
}
