import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import { StaffErrors } from '../people/staff.errors.js';
import type { AddedFactor, RemovedFactor } from '../second-factors/factor-changes.js';
import { LogInSteps } from '../second-factors/log-in-steps.js';
import { Passkeys, type PasskeyAddition } from '../second-factors/passkeys.js';
import type { ListedPasskey } from '../second-factors/passkeys.repository.js';
import { SecondFactors, type CodeTry } from '../second-factors/second-factors.js';
import type { LiveStaffSession } from './staff-sessions.repository.js';
import { StaffSessions } from './staff-sessions.js';

/** What people change about their own second factors. Each change stands in the audit log of where they work. */
@Injectable()
export class OwnFactors {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
    private readonly steps: LogInSteps,
    private readonly sessions: StaffSessions,
  ) {}

  /** The first code of the app. @returns undefined for a wrong one */
  async confirmApp(
    session: LiveStaffSession,
    { code, source }: Omit<CodeTry, 'personId'>,
  ): Promise<AddedFactor | undefined> {
    const { personId } = session;
    const added = await this.factors.confirm({ personId, code, source });
    return added && this.added(session, added, 'staff.second-factor-set');
  }

  /** @returns undefined when it was not made for this session, is known already, or there are too many */
  async addPasskey(
    session: LiveStaffSession,
    form: PasskeyAddition,
  ): Promise<AddedFactor | undefined> {
    const added = await this.passkeys.add(session, form);
    return added && this.added(session, added, 'staff.passkey-added');
  }

  /** @throws staff.passkey-not-found */
  async renamePasskey(
    session: LiveStaffSession,
    { id, name }: { readonly id: string; readonly name: string },
  ): Promise<ListedPasskey> {
    const renamed = await this.passkeys.rename(session.personId, id, name);
    if (!renamed) throw new DomainError(StaffErrors.passkeyNotFound);
    await this.sessions.record(session, 'staff.passkey-renamed');
    return renamed;
  }

  /** @throws staff.factor-required, staff.factor-not-set */
  async removeApp(session: LiveStaffSession): Promise<void> {
    const remove = (mayEnd: boolean) => this.factors.removeApp(session.personId, mayEnd);
    const result = await this.removed(session, remove);
    if (result === 'required') throw new DomainError(StaffErrors.factorRequired);
    if (result === 'absent') throw new DomainError(StaffErrors.factorNotSet);
    await this.sessions.record(session, 'staff.second-factor-removed');
  }

  /** @throws staff.second-factor-required, staff.passkey-not-found */
  async removePasskey(session: LiveStaffSession, id: string): Promise<void> {
    const remove = (mayEnd: boolean) => this.passkeys.remove(session.personId, id, mayEnd);
    const result = await this.removed(session, remove);
    if (result === 'required') throw new DomainError(StaffErrors.secondFactorRequired);
    if (result === 'absent') throw new DomainError(StaffErrors.passkeyNotFound);
    await this.sessions.record(session, 'staff.passkey-removed');
  }

  /** Ten others in the place of those that are left. @throws staff.factor-not-set */
  async renewCodes(session: LiveStaffSession): Promise<readonly string[]> {
    const codes = await this.factors.renewCodes(session.personId);
    if (!codes) throw new DomainError(StaffErrors.factorNotSet);
    await this.sessions.record(session, 'staff.recovery-codes-made');
    return codes;
  }

  /** With the first one, sessions that began with the password alone end. */
  private async added(
    session: LiveStaffSession,
    added: AddedFactor,
    action: string,
  ): Promise<AddedFactor> {
    if (added.codes.length > 0) await this.sessions.endOthers(session.personId, session.id);
    await this.sessions.record(session, action);
    return added;
  }

  private async removed(
    { personId }: LiveStaffSession,
    remove: (mayEnd: boolean) => Promise<RemovedFactor>,
  ): Promise<RemovedFactor> {
    return remove(await this.steps.mayRemove(personId));
  }
}
