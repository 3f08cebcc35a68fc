import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { StudioDto } from './studio.dto.js';
import { GymErrors } from '../partners/partners.errors.js';
import { StudioErrors, Studios } from './studios.js';

/** The public profile of a gym (`open-api.md` section 3, O-14). */
@ApiTags('Open API')
@Controller('v1/studios')
export class StudiosController {
  constructor(private readonly studios: Studios) {}

  @Operation('openApi.studios.get', {
    summary: 'Read the public profile of a studio',
    description: 'What is not known is left out.',
    answer: StudioDto,
    errors: [GymErrors.notFound, StudioErrors.required],
  })
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
