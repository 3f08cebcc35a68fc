import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors, Gyms } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import { DEFAULT_LIMIT, NUMBER_CURSOR, pageOf, readCursor } from '../platform/http/paging.js';
import { IdPipe } from '../platform/http/parameters.js';
import type { Booking } from './booking.js';
import { BookingErrors } from './bookings.errors.js';
import { Bookings } from './bookings.js';
import { CONFIRMED } from './decisions.repository.js';
import { BookingsQuery, BookingDto, BookingDecisionDto } from './dto/booking.dto.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const BOOKING_ID = new IdPipe(BookingErrors.notFound);

@ApiTags('Bookings')
@Controller('admin/v1')
export class BookingsAdminController {
  constructor(
    private readonly bookings: Bookings,
    private readonly gyms: Gyms,
  ) {}

  @Operation('gyms.listBookings', {
    summary: 'List the bookings of a gym',
    description: 'Newest first.',
    answer: pagesOf(BookingDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/bookings')
  @Requires('CHECKIN_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor, state }: BookingsQuery,
  ) {
    await this.gyms.get(partnerId, gymId);
    const before = readCursor(cursor, NUMBER_CURSOR);
    const rows = await this.bookings.list(partnerId, {
      gymId,
      state: state ?? null,
      before: before === undefined ? null : Number(before),
      limit: limit + 1,
    });
    return pageOf(rows, { limit, position: (row) => row.id, shape: BookingDto.from });
  }

  @Operation('bookings.get', {
    summary: 'Read a booking',
    description: '`decideBefore` is the moment until which Wellhub waits for a decision.',
    answer: BookingDto,
    errors: [BookingErrors.notFound],
  })
  @Get('bookings/:id')
  @Requires('CHECKIN_READ')
  async get(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', BOOKING_ID) id: number,
  ) {
    return BookingDto.from(await this.seen(partnerId, caller, id));
  }

  @Operation('bookings.decide', {
    summary: 'Reserve or reject a place that was requested',
    description:
      'Wellhub is notified at once. 202 while it has not confirmed: the call is retried until it does.',
    answer: BookingDto,
    also: { 202: BookingDto },
    errors: [BookingErrors.notFound, BookingErrors.notOpen, BookingErrors.decided],
  })
  @Post('bookings/:id/decision')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async decide(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', BOOKING_ID) id: number,
    @Body() body: BookingDecisionDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.seen(partnerId, caller, id);
    const booking = await this.bookings.decide(partnerId, id, body.toCommand());
    return answer(booking, reply);
  }

  @Operation('bookings.cancel', {
    summary: 'Cancel a reserved place for the gym',
    description: '202 while Wellhub has not confirmed: the call is retried until it does.',
    answer: BookingDto,
    also: { 202: BookingDto },
    errors: [BookingErrors.notFound, BookingErrors.notReserved],
  })
  @Post('bookings/:id/cancel')
  @HttpCode(200)
  @Requires('CHECKIN_WRITE')
  async cancel(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', BOOKING_ID) id: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.seen(partnerId, caller, id);
    return answer(await this.bookings.cancel(partnerId, id), reply);
  }

  /** A narrowed key does not know other gyms' bookings. */
  private async seen(partnerId: string, caller: Caller, id: number): Promise<Booking> {
    const booking = await this.bookings.get(partnerId, id);
    if (caller.gymId !== undefined && caller.gymId !== booking.gymId)
      throw new DomainError(BookingErrors.notFound);
    return booking;
  }
}

function answer(booking: Booking, reply: FastifyReply) {
  const isConfirmed = booking.decision !== null && CONFIRMED[booking.decision] === booking.state;
  void reply.status(isConfirmed ? 200 : 202);
  return BookingDto.from(booking);
}
