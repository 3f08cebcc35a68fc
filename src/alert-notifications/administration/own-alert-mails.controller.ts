import { Body, Controller, Get, Put, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { OwnAccount } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import {
  mayReadAlerts,
  SeatedCallers,
  StaffSessions,
  type LiveStaffSession,
} from '../../staff/index.js';
import { AlertMailSettingsRepository } from '../mails/alert-mail-settings.repository.js';
import { AlertMailErrors } from './alert-mail.errors.js';
import { OwnAlertMailsDto, PutOwnAlertMailsDto } from './alert-mails.dto.js';

/** How often the person who calls gets mails about alerts, where they work now. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me/alert-mails')
export class OwnAlertMailsController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly sessions: StaffSessions,
    private readonly settings: AlertMailSettingsRepository,
  ) {}

  @Operation('me.getAlertMails', {
    summary: 'Read how often you get mails about alerts',
    description: '`frequency` is null for a role that may not read alerts.',
    answer: OwnAlertMailsDto,
  })
  @Get()
  async get(@Req() request: FastifyRequest): Promise<OwnAlertMailsDto> {
    const { session } = await this.callers.of(request);
    const frequency = mayRead(session) ? await this.settings.frequency(session.memberId) : null;
    return OwnAlertMailsDto.from(frequency);
  }

  @Operation('me.replaceAlertMails', {
    summary: 'Choose how often you get mails about alerts',
    description:
      '`AT_ONCE` sends within seconds, but not in the quiet hours of the partner; `DAILY` sends one mail a day with what is open and what was closed since; `NEVER` none.',
    answer: OwnAlertMailsDto,
    errors: [AlertMailErrors.notForRole],
  })
  @Put()
  async put(
    @Body() { frequency }: PutOwnAlertMailsDto,
    @Req() request: FastifyRequest,
  ): Promise<OwnAlertMailsDto> {
    const { session } = await this.callers.of(request);
    if (!mayRead(session)) throw new DomainError(AlertMailErrors.notForRole);
    await this.settings.putFrequency(session.memberId, frequency);
    await this.sessions.record(session, 'staff.alert-mails-changed');
    return OwnAlertMailsDto.from(frequency);
  }
}

const mayRead = ({ role }: LiveStaffSession): boolean => mayReadAlerts(role);
