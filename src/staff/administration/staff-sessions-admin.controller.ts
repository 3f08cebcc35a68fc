import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, Tenant, NeedsRecentProof } from '../../platform/http/declarations.js';
import { itemsOf, Operation } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { StaffSessionDto } from './staff.dto.js';
import { StaffMembers } from '../members/staff-members.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { StaffErrors } from '../people/staff.errors.js';

const MEMBER_ID = new UuidPipe(StaffErrors.notFound);

/** Where a person is logged in at this partner. */
@ApiTags('Staff')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/staff/:id/sessions')
export class StaffSessionsAdminController {
  constructor(
    private readonly members: StaffMembers,
    private readonly sessions: StaffSessions,
  ) {}

  @Operation('staff.listSessions', {
    summary: 'List where a person is logged in',
    description: 'At this partner only: since when, until when and from which network.',
    answer: itemsOf(StaffSessionDto),
    errors: [StaffErrors.notFound],
  })
  @Get()
  async list(@Tenant() partnerId: string, @Param('id', MEMBER_ID) id: string) {
    await this.members.get(partnerId, id);
    const rows = await this.sessions.listOfMember(partnerId, id);
    return { items: rows.map(StaffSessionDto.from) };
  }

  @Operation('staff.endSessions', {
    summary: 'End all sessions of a person at this partner',
    description:
      'At once on this replica, within 5 seconds on every other. The person may log in again.',
    errors: [StaffErrors.notFound],
  })
  @Delete()
  @NeedsRecentProof()
  @HttpCode(204)
  async end(@Tenant() partnerId: string, @Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.get(partnerId, id);
    await this.sessions.endOfMember(partnerId, id);
  }
}
