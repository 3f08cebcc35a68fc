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
import { Settings } from '../../platform/config/settings.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { requireRecentProof } from '../../platform/http/recent-proof.js';
import { ChangeGymDto, CreateGymDto, GymDto } from './gym.dto.js';
import { GymSecretsBox } from './gym-secrets.js';
import type { Gym } from '../gyms/gym.js';
import { Gyms } from '../gyms/gyms.js';
import { Partners } from '../partners/partners.js';
import { ConnectionErrors, GymErrors } from '../partners/partners.errors.js';
import { WellhubHooks } from '../wellhub-connections/wellhub-hooks.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';

const GYM_ID = new IdPipe(GymErrors.notFound);

const namesSecret = ({ wellhubAccessToken, webhookSecret }: ChangeGymDto): boolean =>
  wellhubAccessToken !== undefined || webhookSecret !== undefined;

@ApiTags('Gyms')
@Controller('admin/v1')
export class GymsAdminController {
  constructor(
    private readonly gyms: Gyms,
    private readonly partners: Partners,
    private readonly secrets: GymSecretsBox,
    private readonly hooks: WellhubHooks,
    private readonly settings: Settings,
  ) {}

  @Operation('gyms.create', {
    summary: 'Add a gym',
    description: 'Secrets of its own need a recent proof of who calls.',
    answer: GymDto,
    errors: [GymErrors.wellhubGymIdTaken, ConnectionErrors.weakSecret],
  })
  @Post('partners/:partnerId/gyms')
  @Requires('STUDIO_WRITE')
  async create(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: CreateGymDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    if (namesSecret(body)) requireRecentProof(caller);
    const values = { ...this.secrets.encrypt(body.toCommand()), name: body.name };
    const row = await this.gyms.create(partnerId, values);
    void reply.header('Location', `/admin/v1/gyms/${row.id}`);
    return this.shown(row);
  }

  @Operation('gyms.list', {
    summary: 'List the gyms of a partner',
    description: 'A key that is narrowed to one gym gets that one.',
    answer: pagesOf(GymDto),
  })
  @Get('partners/:partnerId/gyms')
  @Requires('STUDIO_READ')
  async list(
    @Tenant() partnerId: string,
    @CallerOf() { gymId: only }: Caller,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.partners.get(partnerId);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.gyms.list(partnerId, { after, only }, limit + 1);
    return pageOf(rows, {
      limit,
      position: (row) => row.id,
      shape: (row) => this.shown(row),
    });
  }

  @Operation('gyms.get', {
    summary: 'Get a gym',
    description:
      'Secrets are write-only. `urls` has the hook of the gym, for gyms with a secret of their own.',
    answer: GymDto,
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId')
  @Requires('STUDIO_READ')
  async get(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return tags.add(this.shown(await this.gyms.get(partnerId, gymId)));
  }

  @Operation('gyms.update', {
    summary: 'Change a gym',
    description: 'A merge patch. Secrets need a recent proof of who calls; null takes one away.',
    answer: GymDto,
    errors: [
      GymErrors.notFound,
      GymErrors.wellhubGymIdTaken,
      ConnectionErrors.weakSecret,
      RequestErrors.proofRequired,
    ],
  })
  @Patch('gyms/:gymId')
  @Requires('STUDIO_WRITE')
  async change(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('gymId', GYM_ID) gymId: number,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangeGymDto,
  ) {
    if (namesSecret(body)) requireRecentProof(caller);
    const row = await this.gyms.change(partnerId, gymId, (old) => {
      tags.check(this.shown(old));
      return this.secrets.encrypt(body.toCommand(), old);
    });
    this.hooks.forgetAll();
    return tags.add(this.shown(row));
  }

  @Operation('gyms.delete', {
    summary: 'Remove a gym',
    description:
      'It lets nobody in any more; what was validated or decided there is still sent to Wellhub.',
    errors: [GymErrors.notFound],
  })
  @Delete('gyms/:gymId')
  @HttpCode(204)
  @Requires('STUDIO_WRITE')
  async remove(@Tenant() partnerId: string, @Param('gymId', GYM_ID) gymId: number): Promise<void> {
    await this.gyms.remove(partnerId, gymId);
    this.hooks.forgetAll();
  }

  private shown(row: Gym) {
    return GymDto.from(row, this.settings.wellhubPublicUrl);
  }
}
