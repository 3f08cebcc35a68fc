import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OwnAccount } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { itemsOf, Operation } from '../../platform/http/operation.js';
import { UuidPipe } from '../../platform/http/parameters.js';
import { StaffErrors } from '../people/staff.errors.js';
import type { OwnProfile } from '../people/staff-people.repository.js';
import { LogInSteps } from '../second-factors/log-in-steps.js';
import { SecondFactors } from '../second-factors/second-factors.js';
import type { LiveStaffSession } from '../sessions/staff-sessions.repository.js';
import { OwnProfiles } from '../sessions/own-profiles.js';
import { StaffSessions } from '../sessions/staff-sessions.js';
import { ChangeOwnAccountDto, OwnAccountDto, OwnSessionDto } from './own-account.dto.js';
import { SeatedCallers } from './seated-callers.js';

const SESSION_ID = new UuidPipe(StaffErrors.sessionNotFound);

/** What an ETag stands for. */
const changeable = ({ name, language }: OwnProfile): OwnProfile => ({ name, language });

/** The person who calls: their name, their language, and where they are logged in. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me')
export class OwnAccountController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly sessions: StaffSessions,
    private readonly profiles: OwnProfiles,
    private readonly factors: SecondFactors,
    private readonly steps: LogInSteps,
  ) {}

  @Operation('me.get', {
    summary: 'Read who I am',
    description:
      'The person of the session, the place where it works, and whether a second factor is set or required. A key has no account: 403.',
    answer: OwnAccountDto,
  })
  @Get()
  async get(
    @Req() request: FastifyRequest,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<OwnAccountDto> {
    return this.shown((await this.callers.of(request)).session, tags);
  }

  @Operation('me.update', {
    summary: 'Change my name or language',
    description: 'Everywhere that the person works.',
    answer: OwnAccountDto,
  })
  @Patch()
  async change(
    @Body() body: ChangeOwnAccountDto,
    @Req() request: FastifyRequest,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<OwnAccountDto> {
    const { session } = await this.callers.of(request);
    const isExpected = (present: OwnProfile) => tags.check(changeable(present));
    await this.profiles.change(session, body.toCommand(), isExpected);
    return this.shown((await this.callers.of(request)).session, tags);
  }

  @Operation('me.listSessions', {
    summary: 'List where I am logged in',
    description: 'At every partner.',
    answer: itemsOf(OwnSessionDto),
  })
  @Get('sessions')
  async list(@Req() request: FastifyRequest) {
    const { session } = await this.callers.of(request);
    const rows = await this.sessions.listOfPerson(session.personId);
    return { items: rows.map((row) => OwnSessionDto.ofOwn(row, session)) };
  }

  @Operation('me.endSession', {
    summary: 'End one of my sessions',
    description: 'Anywhere, also at another partner. The session of somebody else is not found.',
    errors: [StaffErrors.sessionNotFound],
  })
  @Delete('sessions/:id')
  @HttpCode(204)
  async end(@Param('id', SESSION_ID) id: string, @Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.callers.of(request);
    if (!(await this.sessions.endOfPerson(session.personId, id)))
      throw new DomainError(StaffErrors.sessionNotFound);
    await this.sessions.record(session, 'staff.sessions-ended');
  }

  @Operation('me.endSessions', {
    summary: 'End all my sessions',
    description: 'Everywhere, the one of this request included.',
  })
  @Delete('sessions')
  @HttpCode(204)
  async endAll(@Req() request: FastifyRequest): Promise<void> {
    const { session } = await this.callers.of(request);
    await this.sessions.endOfPerson(session.personId);
    await this.sessions.record(session, 'staff.sessions-ended');
  }

  private async shown(session: LiveStaffSession, tags: EntityTags): Promise<OwnAccountDto> {
    tags.add(changeable(session));
    const isSet = await this.factors.has(session.personId);
    const hasApp = isSet && (await this.factors.hasApp(session.personId));
    const isRequired = !(await this.steps.mayRemove(session.personId));
    return OwnAccountDto.from(session, { isSet, hasApp, isRequired });
  }
}
