import { Injectable } from '@nestjs/common';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { PersonalDataHolders } from '../merge-and-erasure/personal-data-holders.js';
import type { Actor } from '../../platform/http/actor.js';
import { VisibleCustomers } from '../administration/visible-customers.js';

/** Everything that is held about a person, across the rooms: their right to know. */
@Injectable()
export class PersonalDataExport {
  constructor(
    private readonly db: Database,
    private readonly customers: VisibleCustomers,
    private readonly holders: PersonalDataHolders,
    private readonly audit: Audit,
  ) {}

  /** @throws customer.not-found */
  async of(actor: Actor, id: number): Promise<Record<string, unknown>> {
    await this.customers.get(actor, id);
    const { partnerId, name } = actor;
    const parts = await this.db.transaction(async (queries) => {
      const exported: object[] = [];
      for (const holder of this.holders.all())
        exported.push((await holder.export?.(queries, partnerId, id)) ?? {});
      return exported;
    });
    await this.audit.record({
      partnerId,
      actor: name,
      action: 'customer.exported',
      object: String(id),
    });
    return Object.assign({}, ...parts) as Record<string, unknown>;
  }
}
