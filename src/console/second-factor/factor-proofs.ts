import { Injectable } from '@nestjs/common';
import type { Form } from '../../pages/index.js';
import {
  Passkeys,
  SecondFactors,
  StaffSessions,
  type LiveStaffSession,
} from '../../staff/index.js';
import type { RefusedStep } from './factor-forms.js';

/** A second factor as a form brings it: a passkey or a code. */
@Injectable()
export class FactorProofs {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly sessions: StaffSessions,
  ) {}

  /** False also where browsers make none. */
  async hasPasskeys(personId: string): Promise<boolean> {
    return this.passkeys.isPossible && (await this.passkeys.list(personId)).length > 0;
  }

  /** @returns what was refused; undefined when it is proven */
  async refuses(
    session: LiveStaffSession,
    sent: Form,
    source: string,
  ): Promise<RefusedStep | undefined> {
    const { personId } = session;
    const response = sent.raw('passkey');
    const code = sent.text('code');
    const isProven =
      response === ''
        ? await this.factors.verify({ personId, code, source })
        : await this.passkeys.prove(session, response);
    if (isProven) return undefined;
    const refused = response === '' ? 'code' : 'passkey';
    await this.sessions.record(session, `staff.${refused}-refused`);
    return refused;
  }
}
