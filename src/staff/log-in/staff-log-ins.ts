import { Injectable } from '@nestjs/common';
import { LogInTries, Passwords } from '../../accounts/index.js';
import { emailAddress } from '../../platform/values/email-address.js';
import { StaffAlarms } from './staff-alarms.js';
import {
  firstPlace,
  StaffPeopleRepository,
  type StaffPerson,
  type KnownWorkplace,
} from '../people/staff-people.repository.js';

export interface StaffCredentials {
  readonly email: string;
  readonly password: string;
  /** Who is counted for failures: `clientNetwork(request)`. */
  readonly source: string;
}

/** E-mails are unique in the deployment: failures are counted for all of it and not for one partner. */
export const DEPLOYMENT = '00000000-0000-0000-0000-000000000000';

/** Checks a log-in of staff, with the same work and answer for every reason to refuse it. */
@Injectable()
export class StaffLogIns {
  constructor(
    private readonly tries: LogInTries,
    private readonly passwords: Passwords,
    private readonly people: StaffPeopleRepository,
    private readonly alarms: StaffAlarms,
  ) {}

  /**
   * Where a person with a right password works; one that is not open only when there is no other. Undefined for every reason
   * to refuse, after the same work.
   * @throws request.unavailable when too many log in at once
   */
  async attempt(credentials: StaffCredentials): Promise<KnownWorkplace | undefined> {
    const person = await this.verify(credentials);
    const workplaces = person ? await this.people.workplaces(person.id) : [];
    return firstPlace(workplaces);
  }

  /** The person of a right password, whether they work anywhere or not. @throws request.unavailable */
  async verify({ email, password, source }: StaffCredentials): Promise<StaffPerson | undefined> {
    const client = { partnerId: DEPLOYMENT, source };
    this.passwords.refuseWhenBusy(client);
    const key = emailAddress(email)?.key;
    const attempt = this.tries.of(DEPLOYMENT, key ?? email, source);
    const person = await this.people.findByEmail(key ?? '');
    if (await this.tries.isLocked(attempt)) return undefined;
    const hash = person?.passwordHash ?? null;
    if (!(await this.passwords.verify(hash, password, client))) {
      await this.alarms.failed(person, await this.tries.countFailure(attempt));
      return undefined;
    }
    return (await this.tries.isLockedNow(attempt)) ? undefined : person;
  }
}
