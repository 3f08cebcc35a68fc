import { Injectable } from '@nestjs/common';
import { AccessCodes, type IssuedCode } from '../../access-codes/index.js';
import type { PageSession } from '../../accounts/index.js';
import { Database } from '../../platform/database/database.js';
import { DOOR_STATE, type DoorState } from './door-state.repository.js';

type TimedState = DoorState & {
  /** The clock of a phone may be wrong: it counts a code's life from here on. Codes live by the database's clock. */
  readonly serverNow: Date;
};
/** What the code screen gets. */
export type ScreenCode = IssuedCode & TimedState;

/** Codes for the person in front of the screen; the page counts as a key without a gym (`open-api.md` 1.3). */
@Injectable()
export class ScreenCodes {
  constructor(
    private readonly codes: AccessCodes,
    private readonly db: Database,
  ) {}

  /** @throws customer.not-found, access-code.disabled, access-code.rate-limited */
  async issue(session: PageSession): Promise<ScreenCode> {
    const { partnerId, customerId } = session;
    const { content, expiresAt } = await this.codes.issue({ partnerId, caller: {}, customerId });
    return { content, expiresAt, ...(await this.state(session)) };
  }

  /** Whether the door has opened, and whether it would. One statement: the screen asks often. */
  async state({ partnerId, customerId }: PageSession): Promise<TimedState> {
    const [state] = await this.db.query<TimedState>(DOOR_STATE, [partnerId, customerId]);
    if (!state) throw new Error('the statement always has a row');
    return state;
  }
}
