import { Controller, Get, Query } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import { Partners } from '../../partners/index.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../../platform/http/paging.js';
import {
  REFUSAL_REASONS,
  RefusalsRepository,
  type DayOfRefusals,
} from '../storage/refusals.repository.js';

class RefusalsDto {
  @ApiProperty({ format: 'date', description: 'UTC' })
  day!: string;

  @ApiProperty({ enum: ['production', 'test'] })
  environment!: string;

  /** Null: the partner's address. */
  gymId!: number | null;

  @ApiProperty({ enum: REFUSAL_REASONS })
  reason!: string;

  @ApiProperty({ type: 'integer' })
  refused!: number;

  firstAt!: Date;
  lastAt!: Date;

  static from({ id: _place, ...shown }: DayOfRefusals): RefusalsDto {
    return shown;
  }
}

@ApiTags('Webhooks of Wellhub')
@Controller('admin/v1/partners/:partnerId/wellhub-refusals')
export class RefusalsAdminController {
  constructor(
    private readonly partners: Partners,
    private readonly rows: RefusalsRepository,
  ) {}

  /** How many webhooks were refused at each address, by day and reason. What they said is proven by nothing, so it is not kept. */
  @Get()
  @Requires('CHECKIN_READ')
  async list(
    @CurrentActor() { partnerId, gymId }: Actor,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.partners.get(partnerId);
    const page = { before: readCursor(cursor, UUID_CURSOR), limit: limit + 1 };
    const rows = await this.rows.list(partnerId, gymId, page);
    return pageOf(rows, { limit, position: ({ id }) => id, shape: RefusalsDto.from });
  }
}
