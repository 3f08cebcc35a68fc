import { Get, Post } from '@nestjs/common';
import { RequiresSession } from '../../platform/http/declarations.js';
import { noGymScreen } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import type { FormState } from '../frame/form-state.js';
import { gymIn } from '../frame/gym-field.js';
import { OnPage, Screens } from '../frame/screens.js';
import { BOOKINGS } from './bookings-screen.js';
import type { Paged, SlotOfGym } from './listed-booking.js';
import { keyOfSlot, seatsScreen } from './seats-screen.js';

/** The classes of a gym and how full they are. */
@Screens('console/bookings/seats')
export class SeatsController {
  @Get()
  @RequiresSession('CHECKIN_READ')
  async list(@OnPage() page: ConsolePage): Promise<string> {
    const gyms = await page.gyms();
    const gym = gymIn(page, gyms) ?? gyms[0];
    if (!gym) return page.show(noGymScreen(page, page.words.sections.bookings));
    return this.show(page, gym);
  }

  /** Wellhub is notified of the number. */
  @Post()
  @RequiresSession('CHECKIN_WRITE')
  async count(@OnPage() page: ConsolePage): Promise<string> {
    const [gymId, classId, slotId] = ['gymId', 'classId', 'slotId'].map((name) =>
      encodeURIComponent(page.form.text(name)),
    );
    const [booked, capacity] = ['totalBooked', 'totalCapacity'].map((name) => page.form.text(name));
    const path = `gyms/${gymId}/classes/${classId}/slots/${slotId}`;
    const answer = await page.send('PUT', path, {
      totalBooked: wholeOf(booked),
      ...(capacity && { totalCapacity: wholeOf(capacity) }),
    });
    if (answer.ok) return page.goTo(`${BOOKINGS}/seats?gymId=${gymId}`, 'saved');
    const gym = (await page.gyms()).find(({ id }) => String(id) === gymId);
    if (!gym) return page.goTo(`${BOOKINGS}/seats`);
    const slot = keyOfSlot({ classId: classId ?? '', slotId: slotId ?? '' });
    const values = { slot, totalBooked: booked ?? '', totalCapacity: capacity ?? '' };
    return this.show(page, gym, { values, problem: { ...answer.problem, errors: [] } });
  }

  private async show(page: ConsolePage, gym: ListedGym, refused?: FormState): Promise<string> {
    const cursor = page.query.text('cursor');
    const found = await page.get<Paged<SlotOfGym>>(`gyms/${gym.id}/slots`, { cursor });
    const view = { gym, found, ...(refused && { refused }) };
    return page.show(seatsScreen(page, view), refused ? 'form-refused' : 'ok');
  }
}

/** What is no number goes to the API as it was typed, which refuses it. */
const wholeOf = (text = ''): number | string => (/^\d+$/.test(text) ? Number(text) : text);
