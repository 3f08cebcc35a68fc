import { Injectable } from '@nestjs/common';
import { AccessCodes, type IssuedCode } from '../../access-codes/index.js';
import type { PageSession } from '../../accounts/index.js';
import type { Words } from '../words/words.js';
import { DoorStates, type ShownDoorState } from './door-states.js';

/** What the code screen receives. */
export type ScreenCode = IssuedCode & ShownDoorState;

/** Access codes for the code screen; the page counts as a key without a gym (`open-api.md` 1.3). */
@Injectable()
export class ScreenCodes {
  constructor(
    private readonly codes: AccessCodes,
    private readonly doorStates: DoorStates,
  ) {}

  /** @throws customer.not-found, access-code.disabled, access-code.rate-limited */
  async issue(session: PageSession, words: Words): Promise<ScreenCode> {
    const { partnerId, customerId } = session;
    const { content, expiresAt } = await this.codes.issue({ partnerId, caller: {}, customerId });
    return { content, expiresAt, ...(await this.doorStates.find(session, words)) };
  }
}
