import { Injectable } from '@nestjs/common';
import { Secret, TOTP } from 'otpauth';
import { LogInTries } from '../../accounts/index.js';
import { Keyring } from '../../platform/crypto/keyring.js';
import type { EncryptionPurpose } from '../../platform/crypto/purposes.js';
import { DecryptionError } from '../../platform/crypto/secret-box.js';
import { typedDigits } from '../../platform/values/typed-digits.js';
import { FactorChanges, type AddedFactor, type RemovedFactor } from './factor-changes.js';
import { recoveryCodeHash } from './recovery-codes.js';
import { SecondFactorsRepository, type SecondFactor } from './second-factors.repository.js';
import { DEPLOYMENT } from '../log-in/staff-log-ins.js';

/** What an authenticator app reads: as a QR picture, or typed. */
export interface Enrolment {
  readonly uri: string;
  readonly secret: string;
}

/** A code as a person typed it. */
export interface CodeTry {
  readonly personId: string;
  readonly code: string;
  readonly source: string;
}

const SECRETS: EncryptionPurpose = {
  name: 'staff-second-factors',
  columns: [{ table: 'staff_second_factors', column: 'sealed', context: 'person_id::text' }],
};
const STEP_SECONDS = 30;
/** The clock of a phone may be one step off. */
const DRIFT_STEPS = 1;
const SECRET_BYTES = 20;

/** Second factors that are typed: codes of an authenticator app (TOTP, RFC 6238), each accepted once, and recovery codes. */
@Injectable()
export class SecondFactors {
  private readonly box;

  constructor(
    private readonly rows: SecondFactorsRepository,
    private readonly changes: FactorChanges,
    private readonly tries: LogInTries,
    keyring: Keyring,
  ) {
    this.box = keyring.box(SECRETS);
  }

  /** An app or a passkey. */
  has(personId: string): Promise<boolean> {
    return this.rows.has(personId);
  }

  async hasApp(personId: string): Promise<boolean> {
    return (await this.rows.find(personId))?.isConfirmed === true;
  }

  /** What to show until a code confirms it: the secret that waits, or a new one. Undefined once one is confirmed. */
  async enrolment(personId: string): Promise<Enrolment | undefined> {
    const waiting = await this.findWaiting(personId);
    if (waiting) return waiting;
    const { buffer } = new Secret({ size: SECRET_BYTES });
    await this.rows.begin(personId, this.box.seal(Buffer.from(buffer), personId));
    return this.findWaiting(personId);
  }

  /** The first code confirms the secret. @returns undefined for a wrong code */
  async confirm(attempt: CodeTry): Promise<AddedFactor | undefined> {
    const { personId } = attempt;
    const factor = await this.rows.find(personId);
    if (!factor || factor.isConfirmed) return undefined;
    const isRight = () => this.useStep(attempt, factor);
    if (!(await this.counted(attempt, isRight))) return undefined;
    return this.changes.add(personId, (tx) => this.rows.confirm(tx, personId));
  }

  /** True once for a code of the app or a recovery code. */
  async verify(attempt: CodeTry): Promise<boolean> {
    const { personId, code } = attempt;
    const factor = await this.rows.find(personId);
    return this.counted(
      attempt,
      async () =>
        (factor?.isConfirmed === true && (await this.useStep(attempt, factor))) ||
        (await this.rows.useCode(personId, recoveryCodeHash(code))),
    );
  }

  /** @param mayEnd whether the person may be without a second factor */
  removeApp(personId: string, mayEnd: boolean): Promise<RemovedFactor> {
    return this.changes.remove(personId, mayEnd, (tx) => this.rows.remove(tx, personId));
  }

  /** @returns undefined without a second factor */
  renewCodes(personId: string): Promise<string[] | undefined> {
    return this.changes.renewCodes(personId);
  }

  /** Undefined also for a secret under a key that is gone: a new one takes its place. */
  private async findWaiting(personId: string): Promise<Enrolment | undefined> {
    const factor = await this.rows.find(personId);
    if (!factor || factor.isConfirmed) return undefined;
    const totp = this.totpOf(personId, factor);
    return totp && { uri: totp.toString(), secret: totp.secret.base32 };
  }

  /** Failures lock as those of passwords do: six digits are soon guessed. */
  private async counted(
    { personId, source }: CodeTry,
    isRight: () => Promise<boolean>,
  ): Promise<boolean> {
    const attempt = this.tries.of(DEPLOYMENT, `second factor ${personId}`, source);
    if (await this.tries.isLocked(attempt)) return false;
    const isAccepted = await isRight();
    if (!isAccepted) await this.tries.countFailure(attempt);
    return isAccepted && !(await this.tries.isLockedNow(attempt));
  }

  private async useStep({ personId, code }: CodeTry, factor: SecondFactor): Promise<boolean> {
    const token = typedDigits(code);
    const timestamp = factor.now * 1_000;
    const totp = this.totpOf(personId, factor);
    const delta = totp?.validate({ token, timestamp, window: DRIFT_STEPS }) ?? null;
    if (delta === null) return false;
    return this.rows.useStep(personId, Math.floor(factor.now / STEP_SECONDS) + delta);
  }

  /** Undefined for a secret under a key that is gone: then only recovery codes count. */
  private totpOf(personId: string, { sealed, label }: SecondFactor): TOTP | undefined {
    try {
      const { buffer } = Uint8Array.from(this.box.open(sealed, personId));
      return new TOTP({ issuer: 'Gatehouse', label, secret: new Secret({ buffer }) });
    } catch (error) {
      if (error instanceof DecryptionError) return undefined;
      throw error;
    }
  }
}
