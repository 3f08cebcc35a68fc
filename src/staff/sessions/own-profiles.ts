import { Injectable } from '@nestjs/common';
import { StaffPeopleRepository, type OwnChange } from '../people/staff-people.repository.js';
import type { LiveStaffSession } from './staff-sessions.repository.js';
import { StaffSessions } from './staff-sessions.js';

/** What people change about themselves. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly people: StaffPeopleRepository,
    private readonly sessions: StaffSessions,
  ) {}

  async change(session: LiveStaffSession, change: OwnChange): Promise<void> {
    await this.people.changeOwn(session.personId, change);
    this.sessions.refresh();
    await this.sessions.record(session, 'staff.profile-changed');
  }
}
