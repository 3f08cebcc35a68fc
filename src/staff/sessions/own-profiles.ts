import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import {
  StaffPeopleRepository,
  type OwnChange,
  type OwnProfile,
} from '../people/staff-people.repository.js';
import type { LiveStaffSession } from './staff-sessions.repository.js';
import { StaffSessions } from './staff-sessions.js';

/** What people change about themselves. */
@Injectable()
export class OwnProfiles {
  constructor(
    private readonly db: Database,
    private readonly people: StaffPeopleRepository,
    private readonly sessions: StaffSessions,
  ) {}

  /** @param isExpected throws where the caller saw another name or language */
  async change(
    session: LiveStaffSession,
    change: OwnChange,
    isExpected: (present: OwnProfile) => void,
  ): Promise<void> {
    const { personId } = session;
    await this.db.transaction(async (tx) => {
      const present = await this.people.lockOwn(tx, personId);
      if (present) isExpected(present);
      await this.people.changeOwn(tx, personId, change);
    });
    this.sessions.refresh();
    await this.sessions.record(session, 'staff.profile-changed');
  }
}
