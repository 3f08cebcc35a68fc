import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CallerOf,
  NeedsRecentProof,
  Requires,
  type Caller,
} from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../../platform/http/paging.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { StaffInvitations } from '../members/staff-invitations.js';
import { StaffMembers } from '../members/staff-members.js';
import { StaffErrors } from '../people/staff.errors.js';
import { InviteOperatorDto, StaffMemberDto, StaffSessionDto } from './staff.dto.js';
import { StaffSessions } from '../sessions/staff-sessions.js';

const MEMBER_ID = new UuidPipe(StaffErrors.notFound);
/** Whom they work for: no partner. */
const OPERATOR = null;

/** The people of the operator, who act for every partner. */
@ApiTags('Staff')
@Requires('OPERATOR')
@Controller('admin/v1/installation/staff')
export class InstallationStaffController {
  constructor(
    private readonly members: StaffMembers,
    private readonly invitations: StaffInvitations,
    private readonly sessions: StaffSessions,
  ) {}

  @Post()
  @NeedsRecentProof()
  async invite(
    @CallerOf() caller: Caller,
    @Body() body: InviteOperatorDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffMemberDto> {
    this.invitations.requireMail();
    const { memberId } = await this.invitations.invite(OPERATOR, body.toCommand(), caller);
    void reply.header('Location', `/admin/v1/installation/staff/${memberId}`);
    return StaffMemberDto.from(await this.members.get(OPERATOR, memberId));
  }

  @Get()
  async list(@Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const rows = await this.members.list(OPERATOR, readCursor(cursor, UUID_CURSOR), limit + 1);
    return pageOf(rows, { limit, position: ({ id }) => id, shape: StaffMemberDto.from });
  }

  @Get(':id')
  async get(@Param('id', MEMBER_ID) id: string): Promise<StaffMemberDto> {
    return StaffMemberDto.from(await this.members.get(OPERATOR, id));
  }

  @Delete(':id')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.remove(OPERATOR, id);
  }

  @Post(':id/invitation')
  @NeedsRecentProof()
  @HttpCode(202)
  async resend(@Param('id', MEMBER_ID) id: string): Promise<StaffMemberDto> {
    this.invitations.requireMail();
    await this.invitations.resend(OPERATOR, id);
    return StaffMemberDto.from(await this.members.get(OPERATOR, id));
  }

  @Get(':id/sessions')
  async listSessions(@Param('id', MEMBER_ID) id: string) {
    await this.members.get(OPERATOR, id);
    const rows = await this.sessions.listOfMember(OPERATOR, id);
    return { items: rows.map(StaffSessionDto.from) };
  }

  /** Ends all of them. */
  @Delete(':id/sessions')
  @NeedsRecentProof()
  @HttpCode(204)
  async endSessions(@Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.get(OPERATOR, id);
    await this.sessions.endOfMember(OPERATOR, id);
  }
}
