import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { StudioDto } from './studio.dto.js';
import { Studios } from './studios.js';

/** The public profile of a gym (`open-api.md` section 3, O-14). */
@ApiTags('Open API')
@Controller('v1/studios')
export class StudiosController {
  constructor(private readonly studios: Studios) {}

  @Get('information')
  @Requires('STUDIO_READ')
  async information(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Query('studioId') studioId?: string,
  ) {
    return StudioDto.from(await this.studios.get(partnerId, caller, studioId));
  }
}
