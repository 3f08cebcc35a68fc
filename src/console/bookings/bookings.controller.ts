import { Get, Param, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { noGymScreen } from '../check-ins/check-ins-screen.js';
import type { ConsolePage } from '../frame/console-page.js';
import { gymIn } from '../frame/gym-field.js';
import { namesOfPeople } from '../frame/people.js';
import { OnPage, Screens } from '../frame/screens.js';
import { BOOKINGS, bookingsScreen } from './bookings-screen.js';
import {
  BOOKING_STATE_NAMES,
  REJECT_REASONS,
  type ListedBooking,
  type Paged,
} from './listed-booking.js';

const MOST_WAITING = 200;

/** Requests for places: decided, canceled, listed. */
@Screens('console/bookings')
export class BookingScreensController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.bookings));
    const state = BOOKING_STATE_NAMES.find((name) => name === page.query.text('state')) ?? '';
    const path = `gyms/${gym.id}/bookings`;
    const cursor = page.query.text('cursor');
    const found = await page.get<Paged<ListedBooking>>(path, { state, cursor });
    const open = { state: 'REQUESTED', limit: MOST_WAITING };
    const { items: requested } = await page.get<Paged<ListedBooking>>(path, open);
    const waiting = requested.toSorted((a, b) => endOf(a) - endOf(b));
    const people = [...found.items, ...waiting].map(({ customerId }) => customerId);
    const names = await namesOfPeople(page, people);
    return page.show(bookingsScreen(page, { gyms, gym, state, waiting, found, names }));
  }

  @Post(':id/accept')
  @RequiresSession('CHECKIN_WRITE')
  accept(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return this.change(page, `${id}/decision`, { status: 'RESERVED' });
  }

  @Post(':id/reject')
  @RequiresSession('CHECKIN_WRITE')
  reject(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    const chosen = page.form.text('reasonCategory');
    const reasonCategory = REJECT_REASONS.find((name) => name === chosen) ?? 'GENERAL_ERROR';
    return this.change(page, `${id}/decision`, { status: 'REJECTED', reasonCategory });
  }

  @Post(':id/cancel')
  @RequiresSession('CHECKIN_WRITE')
  cancel(@OnPage() page: ConsolePage, @Param('id') id: string): Promise<string> {
    return this.change(page, `${id}/cancel`);
  }

  private async change(page: ConsolePage, path: string, body?: object): Promise<string> {
    const answer = await page.send<ListedBooking>('POST', `bookings/${path}`, body);
    const gymId = page.form.text('gymId');
    const back = /^\d{1,16}$/.test(gymId) ? `${BOOKINGS}?gymId=${gymId}` : BOOKINGS;
    if (!answer.ok) return page.goTo(back, 'late');
    if (answer.status === 202) return page.goTo(back, 'sending');
    return page.goTo(back, path.endsWith('/cancel') ? 'canceled' : 'decided');
  }
}

const endOf = ({ decideBefore }: ListedBooking) =>
  decideBefore === null ? Number.MAX_SAFE_INTEGER : Date.parse(decideBefore);
