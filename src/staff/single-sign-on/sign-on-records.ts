import { Injectable, Logger } from '@nestjs/common';
import { LogInTries } from '../../accounts/index.js';
import { Audit } from '../../platform/audit/audit.js';
import { DEPLOYMENT } from '../log-in/staff-log-ins.js';
import type { ProviderFailure } from './provider-failure.js';

/** Whose provider, and the network of the browser. */
export interface SignOnPlace {
  readonly partnerId: string;
  readonly source: string;
}

/** What is counted and recorded of log-ins at providers: what proves nothing counts as a wrong password does. */
@Injectable()
export class SignOnRecords {
  private readonly logger = new Logger('single-sign-on');

  constructor(
    private readonly tries: LogInTries,
    private readonly audit: Audit,
  ) {}

  isLocked(place: SignOnPlace): Promise<boolean> {
    return this.tries.isLocked(this.attempt(place));
  }

  /** Ends the series of failures. @returns false when others have locked the network meanwhile */
  async identified(place: SignOnPlace): Promise<boolean> {
    return !(await this.tries.isLockedNow(this.attempt(place)));
  }

  async failed(place: SignOnPlace, { kind, code }: ProviderFailure): Promise<void> {
    const { partnerId } = place;
    this.logger.warn({ msg: 'a log-in at an identity provider failed', partnerId, kind, code });
    await this.refused(partnerId, code);
    if (kind !== 'refused') return;
    const counted = await this.tries.countFailure(this.attempt(place));
    if (counted?.locks)
      await this.audit.attempt({ partnerId, action: 'staff.sign-on-locked', object: code });
  }

  refused(partnerId: string, object: string): Promise<void> {
    return this.audit.attempt({ partnerId, action: 'staff.sign-on-failed', object });
  }

  proven(partnerId: string, actor: string, memberId: string): Promise<void> {
    return this.audit.record({ partnerId, actor, action: 'staff.proven', object: memberId });
  }

  private attempt({ partnerId, source }: SignOnPlace) {
    return this.tries.of(DEPLOYMENT, `single sign-on ${partnerId}`, source);
  }
}
