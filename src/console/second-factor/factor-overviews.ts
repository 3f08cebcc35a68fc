import { Injectable } from '@nestjs/common';
import {
  LogInSteps,
  Passkeys,
  SecondFactors,
  type Enrolment,
  type ListedPasskey,
} from '../../staff/index.js';
import { CONFIRM, SECOND_FACTOR } from '../layout/desk-context.js';
import type { SeatedPerson } from '../log-in/staff-access.js';

/** The second factors of a person, and what may be done with them. */
export interface FactorOverview extends SeatedPerson {
  readonly hasApp: boolean;
  readonly passkeys: readonly ListedPasskey[];
  /** False where browsers make no passkeys. */
  readonly hasPasskeysHere: boolean;
  readonly hasRoom: boolean;
  /** The last one, too. */
  readonly mayRemove: boolean;
  /** How to set up an app, while there is no factor. */
  readonly enrolment?: Enrolment | undefined;
}

@Injectable()
export class FactorOverviews {
  constructor(
    private readonly factors: SecondFactors,
    private readonly keys: Passkeys,
    private readonly steps: LogInSteps,
  ) {}

  /** @param wantsApp an app beside the passkeys there are */
  async of(person: SeatedPerson, wantsApp = false): Promise<FactorOverview> {
    const { personId } = person.session;
    const [hasApp, passkeys, hasRoom, mayRemove] = await Promise.all([
      this.factors.hasApp(personId),
      this.keys.list(personId),
      this.keys.hasRoom(personId),
      this.steps.mayRemove(personId),
    ]);
    const isWanted = !hasApp && (wantsApp || passkeys.length === 0);
    const enrolment = isWanted ? await this.factors.enrolment(personId) : undefined;
    const hasPasskeysHere = this.keys.isPossible;
    return { ...person, hasApp, passkeys, hasPasskeysHere, hasRoom, mayRemove, enrolment };
  }
}

/** A recent proof, and back to the second factors. */
export const CONFIRM_AND_RETURN = `${CONFIRM}?to=${SECOND_FACTOR}`;

/** A log-in that is not complete began just now, with the password. */
export const needsProof = ({ session: { awaits, isRecent } }: SeatedPerson): boolean =>
  awaits === null && !isRecent;
