import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { WellhubAccesses, type WellhubAccess } from '../../partners/index.js';
import {
  CallLimits,
  WellhubClient,
  type CallSlot,
  type ValidateAnswer,
} from '../../wellhub/index.js';
import { WellhubCallGate } from '../wellhub-calls/wellhub-call-gate.js';

export const CONNECTION_RESULTS = [
  'OK',
  'CREDENTIALS_REFUSED',
  'GYM_NOT_ALLOWED',
  'UNREACHABLE',
] as const;

export interface ConnectionResult {
  readonly result: (typeof CONNECTION_RESULTS)[number];
  /** Why no call could be made at all. */
  readonly detail?: string;
}

/** An id that no user has: over a good connection the answer is "not found" (W-55). */
const NO_PERSON = '0000000000000';
const TEST_MS = 8_000;

/** Tests whether a gym reaches Wellhub: also with refused credentials, and while the breaker is open. */
@Injectable()
export class ConnectionTest {
  constructor(
    private readonly accesses: WellhubAccesses,
    private readonly client: WellhubClient,
    private readonly limits: CallLimits,
    private readonly calls: WellhubCallGate,
  ) {}

  /** A good answer also ends the alert of refused credentials. */
  async run(partnerId: string, gymId: number): Promise<ConnectionResult> {
    const result = await this.probe(partnerId, gymId);
    if (result.result === 'OK')
      await this.calls.recordCredentialsResult({ partnerId, gymId }, { credentials: 'good' });
    return result;
  }

  /** Changes nothing here. */
  async probe(partnerId: string, gymId: number, limitMs = TEST_MS): Promise<ConnectionResult> {
    const access = await this.accesses.forGym(partnerId, gymId);
    if ('unusable' in access) return { result: 'CREDENTIALS_REFUSED', detail: access.unusable };
    (await this.waitForCallSlot(partnerId, gymId)).use();
    return resultOf(await this.callWellhub(access, limitMs));
  }

  /** A busy gym makes the test wait, like every call. */
  private async waitForCallSlot(partnerId: string, gymId: number): Promise<CallSlot> {
    for (;;) {
      const slot = this.limits.take(partnerId, gymId);
      if (typeof slot !== 'number') return slot;
      await sleep(slot * 1_000);
    }
  }

  private callWellhub(access: WellhubAccess, timeoutMs: number): Promise<ValidateAnswer> {
    const test = { wellhubId: NO_PERSON, timeoutMs, evenIfSilent: true };
    return this.client.validate({ ...access, ...test });
  }
}

function resultOf({ kind, status }: ValidateAnswer): ConnectionResult {
  if (kind === 'not-found') return { result: 'OK' };
  const isRefused = kind === 'credentials-refused' && (status ?? 401) === 401;
  if (isRefused) return { result: 'CREDENTIALS_REFUSED' };
  return { result: status === 403 ? 'GYM_NOT_ALLOWED' : 'UNREACHABLE' };
}
