import { Body, Controller, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { GymErrors, StudioErrors, Studios } from '../../partners/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { Aggregator } from './aggregator.js';
import { EntryDto, MemberDto, readAggregatorId, readTheirCustomerId } from './aggregator.dto.js';
import { AggregatorErrors, MemberErrors, REFUSALS } from '../scan/gate.errors.js';

const AGGREGATOR_ID = { type: 'string', description: 'Wellhub id', example: '0012345678905' };
const CUSTOMER_ID = { type: 'integer', description: 'the caller’s own number of the person' };

/** The gym's software knows no 503. */
const ENTRY_ERRORS = { ...REFUSALS, WELLHUB_UNAVAILABLE: AggregatorErrors.wellhubUnavailable };

/** What a gym's own software requests before it opens its own door (O-42, O-43). It gives up after 750 ms. */
@ApiTags('Open API')
@Controller('aggregator')
export class AggregatorController {
  constructor(
    private readonly aggregator: Aggregator,
    private readonly studios: Studios,
  ) {}

  @Operation('openApi.aggregator.validateCheckIn', {
    summary: 'Ask whether a Wellhub member may enter now',
    description:
      'For gym software with doors of its own: 200 means that the person may enter, and a waiting check-in is validated at Wellhub. It gives up after 750 ms.',
    answer: EntryDto,
    errors: [...Object.values(ENTRY_ERRORS), GymErrors.notFound, StudioErrors.required],
  })
  @Post('checkin-validation')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('CHECKIN_WRITE', 'key')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['aggregatorId', 'customerId'],
      properties: { aggregatorId: AGGREGATOR_ID, customerId: CUSTOMER_ID },
    },
  })
  async checkIn(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: unknown,
    @Query('studioId') studioId?: string,
  ) {
    const aggregatorId = readAggregatorId(body);
    const theirCustomerId = readTheirCustomerId(body);
    const { id: gymId } = await this.studios.get(partnerId, caller, studioId);
    const member = { partnerId, gymId, wellhubId: aggregatorId, theirCustomerId };
    const refusal = await this.aggregator.mayEnter(member);
    if (refusal) {
      const { why, message } = refusal;
      throw new DomainError(ENTRY_ERRORS[why], message ? { texts: message } : {});
    }
    return EntryDto.from(aggregatorId);
  }

  @Operation('openApi.aggregator.validateMember', {
    summary: 'Read who a Wellhub member is',
    description: 'What is not known is left out, except a name.',
    answer: MemberDto,
    errors: [MemberErrors.notFound, GymErrors.notFound, StudioErrors.required],
  })
  @Post('member-validation')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('CUSTOMER_READ', 'key')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['aggregatorId'],
      properties: { aggregatorId: AGGREGATOR_ID },
    },
  })
  async member(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: unknown,
    @Query('studioId') studioId?: string,
  ) {
    const aggregatorId = readAggregatorId(body);
    await this.studios.get(partnerId, caller, studioId);
    const member = await this.aggregator.member(partnerId, aggregatorId);
    if (!member) throw new DomainError(MemberErrors.notFound);
    return MemberDto.from(aggregatorId, member);
  }
}
