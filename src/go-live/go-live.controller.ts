import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MailErrors, MailTemplateErrors, TestMailDto } from '../mail/index.js';
import { PartnerErrors } from '../partners/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { ConfirmBackupsDto, GoLiveItemDto, GoLiveListDto } from './dto/go-live.dto.js';
import { GoLive } from './go-live.js';

/** `admin-api.md`, go live: a checklist that knows the truth. */
@ApiTags('Go live')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/go-live')
export class GoLiveController {
  constructor(private readonly goLive: GoLive) {}

  @Operation('goLive.list', {
    summary: 'List what is left to do before the partner opens',
    description: 'Computed from what is there: nothing is ticked off by hand but backups.',
    answer: GoLiveListDto,
    errors: [PartnerErrors.notFound],
  })
  @Get()
  list(@Tenant() partnerId: string) {
    return this.shown(partnerId);
  }

  @Operation('goLive.sendTestMail', {
    summary: 'Send a mail to your own address',
    description: 'The result is kept, and decides the item `MAIL`.',
    answer: TestMailDto,
    errors: [PartnerErrors.notFound, MailErrors.notAccepted, MailTemplateErrors.noRecipient],
  })
  @Post('test-mail')
  @HttpCode(200)
  async mail(@Tenant() partnerId: string, @CallerOf() caller: Caller): Promise<TestMailDto> {
    return { to: await this.goLive.mail(partnerId, caller) };
  }

  @Operation('goLive.confirmBackups', {
    summary: 'Say that backups are made, and that one was restored',
    description: '`false` takes it back. Who said so is kept.',
    answer: GoLiveListDto,
    errors: [PartnerErrors.notFound],
  })
  @Put('backups')
  async confirmBackups(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() { confirmed }: ConfirmBackupsDto,
  ) {
    await this.goLive.confirmBackups(partnerId, caller, confirmed);
    return this.shown(partnerId);
  }

  private async shown(partnerId: string): Promise<GoLiveListDto> {
    const items = await this.goLive.items(partnerId);
    return { items: items.map(GoLiveItemDto.from) };
  }
}
