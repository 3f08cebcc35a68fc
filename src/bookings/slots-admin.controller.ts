import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, Gyms } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Requires, Tenant } from '../platform/http/declarations.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import { DEFAULT_LIMIT, pageOf, PageQuery, readCursor } from '../platform/http/paging.js';
import { IdPipe } from '../platform/http/parameters.js';
import { WELLHUB_ID } from '../wellhub/index.js';
import { BookingErrors } from './bookings.errors.js';
import { Bookings } from './bookings.js';
import { ListedSlotDto, ShownSlotDto, SlotDto } from './dto/booking.dto.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
/** When the last change of a slot was, its class and its id. */
const SLOT_CURSOR = /^\d{1,16}\/\d{1,20}\/\d{1,20}$/;

@ApiTags('Bookings')
@Controller('admin/v1/gyms/:gymId')
export class SlotsAdminController {
  constructor(
    private readonly bookings: Bookings,
    private readonly gyms: Gyms,
  ) {}

  @Operation('gyms.listSlots', {
    summary: 'List the slots of classes that Wellhub users requested, or you counted',
    description: 'Of the last 30 days; the last change first.',
    answer: pagesOf(ListedSlotDto),
    errors: [GymErrors.notFound],
  })
  @Get('slots')
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.gyms.get(partnerId, gymId);
    const [micros, classId, slotId] = readCursor(cursor, SLOT_CURSOR)?.split('/') ?? [];
    const before = micros && classId && slotId ? { micros: Number(micros), classId, slotId } : null;
    const rows = await this.bookings.slotsOf({ partnerId, gymId }, { before, limit: limit + 1 });
    return pageOf(rows, {
      limit,
      position: (row) => `${row.micros}/${row.classId}/${row.slotId}`,
      shape: ListedSlotDto.from,
    });
  }

  @Operation('slots.count', {
    summary: 'Say how many places of a slot are taken',
    description:
      'Until the next number each reservation adds one, and each cancellation takes one off.',
    answer: ShownSlotDto,
    errors: [GymErrors.notFound, BookingErrors.slotNotFound],
  })
  @Put('classes/:classId/slots/:slotId')
  @Requires('CHECKIN_WRITE')
  async count(
    @Tenant() partnerId: string,
    @Param() { gymId, classId, slotId }: Record<'gymId' | 'classId' | 'slotId', string>,
    @Body() body: SlotDto,
  ) {
    const gym = GYM_ID.transform(gymId);
    await this.gyms.get(partnerId, gym);
    if (![classId, slotId].every((id) => WELLHUB_ID.test(id)))
      throw new DomainError(BookingErrors.slotNotFound);
    const slot = { partnerId, gymId: gym, classId, slotId };
    return ShownSlotDto.from(await this.bookings.count(slot, body.toCommand()));
  }
}
