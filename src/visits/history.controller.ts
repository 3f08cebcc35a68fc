import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { ApiQuery, ApiTags } from '@nestjs/swagger';
import { CustomerErrors } from '../customers/index.js';
import { GymErrors, Studios } from '../partners/index.js';
import { Clock } from '../platform/clock/clock.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation } from '../platform/http/operation.js';
import { OpenApiIdPipe } from '../platform/http/parameters.js';
import { HistoryDto, readSlice, type HistoryQuery } from './dto/history.dto.js';
import { HistoryRepository } from './history.repository.js';

/**
 * A customer's past visits (`open-api.md` 4.1, O-39, O-40): slices in the order of ids, so that none is lost between
 * two.
 */
@ApiTags('Open API')
@Controller('v1/customers')
export class HistoryController {
  constructor(
    private readonly visits: HistoryRepository,
    private readonly studios: Studios,
    private readonly clock: Clock,
  ) {}

  @Operation('openApi.customers.listCheckIns', {
    summary: 'List the past visits of a customer',
    description:
      'Slices in the order in which people came: go on with the `offset` that you got while `hasNext` is true. `fromDate` and `toDate` are local days of the studio, at most 365 days apart.',
    answer: HistoryDto,
    errors: [CustomerErrors.notFound, GymErrors.notFound],
  })
  @Get(':customerId/activities/checkins')
  @Header('Cache-Control', 'no-store')
  @Requires('CHECKIN_READ')
  @ApiQuery({ name: 'fromDate', required: false, schema: { type: 'string', format: 'date' } })
  @ApiQuery({ name: 'toDate', required: false, schema: { type: 'string', format: 'date' } })
  @ApiQuery({ name: 'sliceSize', required: false, schema: { type: 'integer', default: 10 } })
  @ApiQuery({ name: 'offset', required: false, schema: { type: 'string', default: '0' } })
  @ApiQuery({ name: 'studioId', required: false, schema: { type: 'integer' } })
  async list(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('customerId', OpenApiIdPipe) customerId: number,
    @Query() query: HistoryQuery & { readonly studioId?: unknown },
  ) {
    const slice = readSlice(query, this.clock.now());
    const visits = await this.visits.read({
      partnerId,
      customerId,
      ...slice,
      limit: slice.limit + 1,
      gymId: await this.namedGym(partnerId, caller, query.studioId),
      callerGymId: caller.gymId ?? null,
    });
    if (!visits) throw new DomainError(CustomerErrors.notFound);
    return HistoryDto.from(visits, slice);
  }

  /** A narrowed key sees the visits of its gym, any other key those of all gyms unless it names one. */
  private async namedGym(
    partnerId: string,
    caller: Caller,
    studioId: unknown,
  ): Promise<number | null> {
    if (studioId === undefined) return caller.gymId ?? null;
    return (await this.studios.get(partnerId, caller, studioId)).id;
  }
}
