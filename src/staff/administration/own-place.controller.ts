import { Body, Controller, Get, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { PartnerErrors } from '../../partners/index.js';
import { ConsoleCookie, ConsoleSessions } from '../../partner-auth/index.js';
import { clientNetwork } from '../../platform/http/client-address.js';
import { itemsOf, Operation } from '../../platform/http/operation.js';
import { OwnAccount } from '../../platform/http/declarations.js';
import { StaffErrors } from '../people/staff.errors.js';
import { StaffWorkplaces } from '../people/staff-workplaces.js';
import { PlaceChanges } from '../sessions/place-changes.js';
import { ChangePlaceDto, OpenedPlaceDto, WorkplaceDto } from './own-place.dto.js';
import { SeatedCallers } from './seated-callers.js';

/** Where the person who calls works, and may work. */
@ApiTags('Own account')
@OwnAccount()
@Controller('admin/v1/me')
export class OwnPlaceController {
  constructor(
    private readonly callers: SeatedCallers,
    private readonly console: ConsoleSessions,
    private readonly cookie: ConsoleCookie,
    private readonly places: StaffWorkplaces,
    private readonly changes: PlaceChanges,
  ) {}

  @Operation('me.listPlaces', {
    summary: 'List where I may work',
    description:
      'At every partner, test environments included. `isCurrent` is the one where this session works.',
    answer: itemsOf(WorkplaceDto),
  })
  @Get('places')
  async list(@Req() request: FastifyRequest) {
    const { session } = await this.callers.of(request);
    const places = await this.places.list(session.personId);
    return { items: places.map((place) => WorkplaceDto.from(session, place)) };
  }

  @Operation('me.changePlace', {
    summary: 'Go to another place of mine',
    description: 'Under a new cookie; the former session ends.',
    answer: OpenedPlaceDto,
    errors: [StaffErrors.placeNotFound, StaffErrors.mayNotLookIn, PartnerErrors.notFound],
  })
  @Put('place')
  async change(
    @Body() body: ChangePlaceDto,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<OpenedPlaceDto> {
    const { session, token: former } = await this.callers.of(request);
    const opened = await this.changes.open(session, body.toCommand(), clientNetwork(request));
    await this.console.close(former);
    this.cookie.set(reply, opened.token);
    return { awaits: opened.awaits };
  }
}
