import { Injectable } from '@nestjs/common';
import { Passkeys, SecondFactors, type Enrolment } from '../../staff/index.js';
import type { SeatedPerson } from '../log-in/staff-access.js';

/** A person whose log-in awaits their first second factor, and how they may set it up. */
export interface AwaitedEnrolment extends SeatedPerson {
  readonly app: Enrolment | undefined;
  /** False where browsers make no passkeys. */
  readonly hasPasskeysHere: boolean;
}

@Injectable()
export class Enrolments {
  constructor(
    private readonly factors: SecondFactors,
    private readonly passkeys: Passkeys,
  ) {}

  async of(person: SeatedPerson): Promise<AwaitedEnrolment> {
    const app = await this.factors.enrolment(person.session.personId);
    return { ...person, app, hasPasskeysHere: this.passkeys.isPossible };
  }
}
