import { Injectable } from '@nestjs/common';
import { AccessCodes } from '../access-codes/index.js';
import type { PageSession } from '../accounts/index.js';
import { Database } from '../platform/database/database.js';

/** What the code screen gets. The clock of a phone may be wrong: it counts from `serverNow` on. */
export interface ShownCode {
  readonly content: string;
  readonly expiresAt: Date;
  readonly serverNow: Date;
}

/** Codes live by the database's clock, so their remaining life is told by it too. */
const NOW = { name: 'pages.now', text: 'select clock_timestamp() as now' };

/** Codes for the person in front of the screen; the page counts as a key without a gym (`open-api.md` 1.3). */
@Injectable()
export class ShownCodes {
  constructor(
    private readonly codes: AccessCodes,
    private readonly db: Database,
  ) {}

  /** @throws customer.not-found, access-code.disabled, access-code.rate-limited */
  async next({ partnerId, customerId }: PageSession): Promise<ShownCode> {
    const { content, expiresAt } = await this.codes.issue({ partnerId, customerId });
    const [clock] = await this.db.query<{ now: Date }>(NOW, []);
    return { content, expiresAt, serverNow: clock?.now ?? expiresAt };
  }
}
