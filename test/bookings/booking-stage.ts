import { eventually } from '../support/eventually.js';
import type { BookingCommand } from '../../src/simulator/bookings/booking-commands.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

export interface BookingRow {
  id: number;
  state: string;
  decision: string | null;
  requested_at: Date | null;
  customer_id: number;
  wellhub_id: string;
  holds_seat: boolean;
  attempts: number;
  next_attempt_at: Date | null;
  last_status: number | null;
  reason_category: string | null;
  reason: string | null;
}

let next = Math.floor(Math.random() * 1e6);

/** Bookings between one partner and the simulated Wellhub. */
export class BookingWorld {
  private constructor(
    readonly stage: CheckInStage,
    readonly given: CheckInWorld,
  ) {}

  static async open(
    gym: Record<string, unknown> = {},
    settings: Parameters<typeof CheckInStage.open>[0] = {},
  ): Promise<BookingWorld> {
    const stage = await CheckInStage.open(settings);
    return new BookingWorld(stage, await stage.partner({ gym }));
  }

  close(): Promise<void> {
    return this.stage.close();
  }

  get admin() {
    return this.given.world.admin;
  }

  get wellhub() {
    return this.stage.simulator.bookings;
  }

  get gymPath(): string {
    return `/admin/v1/gyms/${this.given.world.gymId}`;
  }

  /** A person, a booking number and a slot that no other test has. */
  place(): { wellhubId: string; bookingNumber: string; classId: number; slotId: number } {
    next += 1;
    const bookingNumber = `BK_${next}`;
    return { wellhubId: newWellhubId(), bookingNumber, classId: next, slotId: next + 1 };
  }

  send(place: ReturnType<BookingWorld['place']>, event: BookingCommand['event'] = 'requested') {
    return this.wellhub.send({ ...place, event, name: 'Ana Prado' });
  }

  async requested(place = this.place()): Promise<{ place: typeof place; booking: BookingRow }> {
    await this.send(place);
    const booking = await this.until(place.bookingNumber, () => true);
    return { place, booking };
  }

  /** Reserved, with Wellhub's confirmation. */
  async reserved(totals: { totalBooked?: number } = {}) {
    const { place, booking } = await this.requested();
    await this.decide(booking.id, { status: 'RESERVED', ...totals });
    await this.until(place.bookingNumber, ({ state }) => state === 'RESERVED');
    return { place, booking };
  }

  decide(id: number, body: object) {
    return this.admin.post(`/admin/v1/bookings/${id}/decision`, body);
  }

  async row(bookingNumber: string): Promise<BookingRow | undefined> {
    const text = 'select * from bookings where partner_id = $1 and booking_number = $2';
    const values = [this.given.world.partnerId, bookingNumber];
    const [row] = await this.stage.app.sql<BookingRow>(text, values);
    return row && { ...row, id: Number(row.id) };
  }

  async until(number: string, fits: (row: BookingRow) => boolean): Promise<BookingRow> {
    const read = () => this.row(number);
    const row = await eventually(read, (found) => found !== undefined && fits(found));
    if (!row) throw new Error(`no booking ${number}`);
    return row;
  }

  /** Moves the end of a booking's 15 minutes to so many minutes from now. */
  async leave(id: number, minutes: number): Promise<void> {
    await this.stage.app.sql(
      `update bookings set decide_before = clock_timestamp() + make_interval(mins => $2) where id = $1`,
      [id, minutes],
    );
  }

  /** Lets a planned retry come now, also at a gym that is red. */
  async hurry(id: number): Promise<void> {
    await this.stage.app.sql('update wellhub_pauses set paused_until = clock_timestamp()');
    await this.stage.app.sql(
      'update bookings set next_attempt_at = clock_timestamp() where id = $1 and next_attempt_at is not null',
      [id],
    );
  }

  /** The bodies of the calls about a booking, or a slot as `class/slot`. */
  calls(name: string): unknown[] {
    return this.wellhub.view().calls.flatMap((call) => (call.name === name ? [call.body] : []));
  }

  slotCalls({ classId, slotId }: { classId: number; slotId: number }): unknown[] {
    return this.calls(`${classId}/${slotId}`);
  }

  untilCalls(read: () => unknown[], count: number): Promise<unknown[]> {
    return eventually(
      async () => read(),
      (calls) => calls.length >= count,
    );
  }

  events(id: number): Promise<{ type: string; gym_id: number; content: object }[]> {
    return this.stage.app.sql(
      `select type, gym_id, content from events where partner_id = $1 and entity_id = $2
        and type like 'WELLHUB_BOOKING%' order by occurred_at`,
      [this.given.world.partnerId, id],
    );
  }

  async count({ classId, slotId }: { classId: number; slotId: number }, body: object) {
    return this.admin.put(`${this.gymPath}/classes/${classId}/slots/${slotId}`, body);
  }
}

/** Long enough for something to happen that must not. */
export const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));
