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
import { itemsOf, Operation, pagesOf } from '../../platform/http/operation.js';
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

  @Operation('operators.invite', {
    summary: 'Invite a person of the operator',
    description: 'They act for every partner, as an operator’s key does.',
    answer: StaffMemberDto,
    errors: [StaffErrors.exists, StaffErrors.tooMany, StaffErrors.mailNotSetUp],
  })
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

  @Operation('operators.list', {
    summary: 'List the people of the operator',
    description: 'Oldest first, those who are only invited included.',
    answer: pagesOf(StaffMemberDto),
  })
  @Get()
  async list(@Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const rows = await this.members.list(OPERATOR, readCursor(cursor, UUID_CURSOR), limit + 1);
    return pageOf(rows, { limit, position: ({ id }) => id, shape: StaffMemberDto.from });
  }

  @Operation('operators.get', {
    summary: 'Read a person of the operator',
    description: '`state` is `INVITED` until the person has accepted.',
    answer: StaffMemberDto,
    errors: [StaffErrors.notFound],
  })
  @Get(':id')
  async get(@Param('id', MEMBER_ID) id: string): Promise<StaffMemberDto> {
    return StaffMemberDto.from(await this.members.get(OPERATOR, id));
  }

  @Operation('operators.delete', {
    summary: 'Remove a person of the operator',
    description: 'Their sessions end at once. The last one who has accepted cannot be removed.',
    errors: [StaffErrors.notFound, StaffErrors.lastOperator],
  })
  @Delete(':id')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.remove(OPERATOR, id);
  }

  @Operation('operators.resendInvitation', {
    summary: 'Send an invitation of the operator again',
    description: 'With a new link; the one before is void.',
    answer: StaffMemberDto,
    errors: [StaffErrors.notFound, StaffErrors.accepted, StaffErrors.mailNotSetUp],
  })
  @Post(':id/invitation')
  @NeedsRecentProof()
  @HttpCode(202)
  async resend(@Param('id', MEMBER_ID) id: string): Promise<StaffMemberDto> {
    this.invitations.requireMail();
    await this.invitations.resend(OPERATOR, id);
    return StaffMemberDto.from(await this.members.get(OPERATOR, id));
  }

  @Operation('operators.listSessions', {
    summary: 'List where a person of the operator is logged in',
    description: 'Since when, until when and from which network.',
    answer: itemsOf(StaffSessionDto),
    errors: [StaffErrors.notFound],
  })
  @Get(':id/sessions')
  async listSessions(@Param('id', MEMBER_ID) id: string) {
    await this.members.get(OPERATOR, id);
    const rows = await this.sessions.listOfMember(OPERATOR, id);
    return { items: rows.map(StaffSessionDto.from) };
  }

  @Operation('operators.endSessions', {
    summary: 'End all sessions of a person of the operator',
    description:
      'At once on this replica, within 5 seconds on every other. The person may log in again.',
    errors: [StaffErrors.notFound],
  })
  @Delete(':id/sessions')
  @NeedsRecentProof()
  @HttpCode(204)
  async endSessions(@Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.get(OPERATOR, id);
    await this.sessions.endOfMember(OPERATOR, id);
  }
}
