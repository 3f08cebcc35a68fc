import { Body, Controller, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { GoLiveItemDto, ConfirmBackupsDto } from './dto/go-live.dto.js';
import { GoLive } from './go-live.js';

/** `admin-api.md`, go live: a checklist that knows the truth. */
@ApiTags('Go live')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/go-live')
export class GoLiveController {
  constructor(private readonly goLive: GoLive) {}

  @Get()
  list(@Tenant() partnerId: string) {
    return this.shown(partnerId);
  }

  /** To the caller's own address; the result is kept. */
  @Post('test-mail')
  @HttpCode(200)
  async mail(@Tenant() partnerId: string, @CallerOf() caller: Caller) {
    return { to: await this.goLive.mail(partnerId, caller) };
  }

  @Put('backups')
  async confirmBackups(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() { confirmed }: ConfirmBackupsDto,
  ) {
    await this.goLive.confirmBackups(partnerId, caller, confirmed);
    return this.shown(partnerId);
  }

  private async shown(partnerId: string) {
    const items = await this.goLive.items(partnerId);
    return { items: items.map(GoLiveItemDto.from) };
  }
}
