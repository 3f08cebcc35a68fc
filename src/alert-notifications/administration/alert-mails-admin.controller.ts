import { Body, Controller, Get, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PartnerErrors, Partners } from '../../partners/index.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { Operation } from '../../platform/http/operation.js';
import { AlertMailSettingsRepository } from '../mails/alert-mail-settings.repository.js';
import { AlertMailTimesDto, PutAlertMailTimesDto } from './alert-mails.dto.js';

/** When mails about the partner's alerts may come. */
@ApiTags('Alerts')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/alert-mails')
export class AlertMailsAdminController {
  constructor(
    private readonly settings: AlertMailSettingsRepository,
    private readonly partners: Partners,
  ) {}

  @Operation('alertMails.get', {
    summary: 'Read when mails about alerts may come',
    description: 'Times of the day in the time zone of the partner.',
    answer: AlertMailTimesDto,
    errors: [PartnerErrors.notFound],
  })
  @Get()
  async get(
    @Tenant() partnerId: string,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<AlertMailTimesDto> {
    await this.partners.get(partnerId);
    return tags.add(AlertMailTimesDto.from(await this.settings.times(partnerId)));
  }

  @Operation('alertMails.replace', {
    summary: 'Set when mails about alerts may come',
    description: 'All of it is replaced: what is absent goes back to its default.',
    answer: AlertMailTimesDto,
    errors: [PartnerErrors.notFound],
  })
  @Put()
  async put(
    @Tenant() partnerId: string,
    @Body() body: PutAlertMailTimesDto,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<AlertMailTimesDto> {
    await this.partners.get(partnerId);
    const wanted = body.toCommand();
    await this.settings.putTimes(partnerId, wanted, (present) =>
      tags.check(AlertMailTimesDto.from(present)),
    );
    return tags.add(AlertMailTimesDto.from(wanted));
  }
}
