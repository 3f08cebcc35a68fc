import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors, Partners } from '../../partners/index.js';
import {
  CallerOf,
  Requires,
  Tenant,
  type Caller,
  NeedsRecentProof,
} from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../../platform/http/paging.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { ChangeStaffDto, InviteStaffDto, StaffMemberDto } from './staff.dto.js';
import { StaffInvitations } from '../members/staff-invitations.js';
import { StaffMembers } from '../members/staff-members.js';
import type { StaffMember } from '../members/staff-members.repository.js';
import { StaffErrors } from '../people/staff.errors.js';

const MAIL = [StaffErrors.mailNotSetUp, StaffErrors.providerRequired];
const MEMBER_ID = new UuidPipe(StaffErrors.notFound);

/** What an ETag stands for: an invitation that is sent again, or accepted, changes no form. */
const changeable = ({ role, gymIds }: StaffMember) => ({ role, gymIds });

function tagged(row: StaffMember, tags: EntityTags): StaffMemberDto {
  tags.add(changeable(row));
  return StaffMemberDto.from(row);
}

/** The people of a partner, and what they may do. */
@ApiTags('Staff')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1')
export class StaffAdminController {
  constructor(
    private readonly members: StaffMembers,
    private readonly invitations: StaffInvitations,
    private readonly partners: Partners,
  ) {}

  @Operation('staff.invite', {
    summary: 'Invite a person to the staff',
    description:
      'They get a mail with a link to accept it, once and within 48 hours. Nobody gives a role that may do more than their own.',
    answer: StaffMemberDto,
    errors: [
      StaffErrors.exists,
      StaffErrors.tooMany,
      StaffErrors.beyondOwn,
      GymErrors.notFound,
      ...MAIL,
    ],
  })
  @Post('partners/:partnerId/staff')
  @NeedsRecentProof()
  async invite(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: InviteStaffDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StaffMemberDto> {
    this.invitations.requireMail();
    const { memberId } = await this.invitations.invite(partnerId, body.toCommand(), caller);
    void reply.header('Location', `/admin/v1/staff/${memberId}`);
    return StaffMemberDto.from(await this.members.get(partnerId, memberId));
  }

  @Operation('staff.list', {
    summary: 'List the staff',
    description: 'Oldest first, those who are only invited included.',
    answer: pagesOf(StaffMemberDto),
  })
  @Get('partners/:partnerId/staff')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    await this.partners.get(partnerId);
    const rows = await this.members.list(partnerId, readCursor(cursor, UUID_CURSOR), limit + 1);
    return pageOf(rows, { limit, position: ({ id }) => id, shape: StaffMemberDto.from });
  }

  @Operation('staff.get', {
    summary: 'Read a person of the staff',
    description:
      '`state` is `INVITED` until the person has accepted; `logsInWith` says whether they come by a password or by the partner’s identity provider.',
    answer: StaffMemberDto,
    errors: [StaffErrors.notFound],
  })
  @Get('staff/:id')
  async get(
    @Tenant() partnerId: string,
    @Param('id', MEMBER_ID) id: string,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<StaffMemberDto> {
    return tagged(await this.members.get(partnerId, id), tags);
  }

  @Operation('staff.update', {
    summary: 'Change the role or the gyms of a person',
    description: 'The person’s sessions at this partner end. The last owner stays one.',
    answer: StaffMemberDto,
    errors: [
      StaffErrors.notFound,
      StaffErrors.beyondOwn,
      StaffErrors.lastOwner,
      StaffErrors.changed,
      StaffErrors.fromProvider,
      GymErrors.notFound,
    ],
  })
  @Patch('staff/:id')
  @NeedsRecentProof()
  async change(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', MEMBER_ID) id: string,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangeStaffDto,
  ): Promise<StaffMemberDto> {
    const isExpected = (present: StaffMember) => tags.check(changeable(present));
    const change = { ...body.toCommand(id), isExpected };
    return tagged(await this.members.change(partnerId, change, caller), tags);
  }

  @Operation('staff.delete', {
    summary: 'Remove a person from the staff',
    description: 'Their sessions at this partner end at once.',
    errors: [StaffErrors.notFound, StaffErrors.lastOwner],
  })
  @Delete('staff/:id')
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Tenant() partnerId: string, @Param('id', MEMBER_ID) id: string): Promise<void> {
    await this.members.remove(partnerId, id);
  }

  @Operation('staff.resendInvitation', {
    summary: 'Send an invitation again',
    description: 'With a new link; the one before is void.',
    answer: StaffMemberDto,
    errors: [StaffErrors.notFound, StaffErrors.accepted, ...MAIL],
  })
  @Post('staff/:id/invitation')
  @NeedsRecentProof()
  @HttpCode(202)
  async resend(
    @Tenant() partnerId: string,
    @Param('id', MEMBER_ID) id: string,
  ): Promise<StaffMemberDto> {
    this.invitations.requireMail();
    await this.invitations.resend(partnerId, id);
    return StaffMemberDto.from(await this.members.get(partnerId, id));
  }
}
