import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { SecretBox } from '../../src/platform/crypto/secret-box.js';
import { BookingWorld } from './booking-stage.js';

const LIMIT = 60_000;

describe('calls about bookings', () => {
  let world: BookingWorld;

  beforeAll(async () => {
    world = await BookingWorld.open({}, { wellhubCallsPerGym: 2 });
  });
  afterAll(() => world.close());

  const credentials = () => world.given.alerts('wellhub.credentials-refused');
  const looks = async (): Promise<string> =>
    (await world.admin.post(`${world.gymPath}/wellhub/test`)).body.result;

  /** Whichever booking comes first after the pause is the one call; the other waits for it. */
  const hurriedUntilReserved = ({ place, booking }: Awaited<ReturnType<typeof world.requested>>) =>
    eventually(
      async () => {
        await world.hurry(booking.id);
        return world.row(place.bookingNumber);
      },
      (row) => row?.state === 'RESERVED',
      30_000,
    );

  it(
    'W-58 keep to the limit of the gym; what waits is sent later and has lost no attempt',
    async () => {
      const many = await Promise.all(Array.from({ length: 7 }, () => world.requested()));
      await Promise.all(
        many.map(({ booking }) => world.decide(booking.id, { status: 'RESERVED' })),
      );
      for (const { place } of many)
        expect(
          await world.until(place.bookingNumber, ({ state }) => state === 'RESERVED'),
        ).toMatchObject({ attempts: 1 });
      const names = new Set(many.map(({ place }) => place.bookingNumber));
      const calls = world.wellhub.view().calls.filter(({ name }) => names.has(name));
      expect(calls).toHaveLength(many.length);
      // 2 at once and 2 a second: the seventh cannot come before 2 s have passed.
      const times = calls.map(({ at }) => at.getTime()).sort((a, b) => a - b);
      expect(times.at(-1)! - times[0]!).toBeGreaterThan(1_900);
    },
    LIMIT,
  );

  it.each([401, 403])(
    'W-48 answered %s pause the gym: one call a minute until a good answer',
    async (status) => {
      const [first, second] = [await world.requested(), await world.requested()];
      world.wellhub.plan({ name: first.place.bookingNumber, answer: status });
      await world.decide(first.booking.id, { status: 'RESERVED' });
      await eventually(credentials, (rows) => rows.some(({ closed_at: at }) => at === null));
      expect(await credentials()).toContainEqual(
        expect.objectContaining({ object: `gym/${world.given.world.gymId}`, closed_at: null }),
      );
      await world.decide(second.booking.id, { status: 'RESERVED' });
      await world.until(second.place.bookingNumber, ({ next_attempt_at: at, attempts }) => {
        return attempts === 0 && at !== null && at.getTime() - Date.now() > 5_000;
      });
      expect(world.calls(second.place.bookingNumber)).toHaveLength(0);
      expect(await hurriedUntilReserved(second)).toMatchObject({ state: 'RESERVED', attempts: 1 });
      await eventually(credentials, (rows) => rows.every(({ closed_at: at }) => at !== null));
      expect(await hurriedUntilReserved(first)).toMatchObject({ state: 'RESERVED' });
      expect(world.calls(first.place.bookingNumber)).toHaveLength(2);
    },
    LIMIT,
  );

  it(
    'W-48 that cannot be made pause the gym, name the field and cost no attempt',
    async () => {
      const { partnerId } = world.given.world;
      const box = new SecretBox(world.stage.app.settings.secretsKeys, 'wellhub-connection');
      const store = (token: string) =>
        world.stage.app.sql(
          'update wellhub_connections set access_token = $2 where partner_id = $1',
          [partnerId, box.seal(token)],
        );
      await store('to’ken');
      const one = await world.requested();
      await world.decide(one.booking.id, { status: 'RESERVED' });
      await eventually(credentials, (rows) => rows.some(({ closed_at: at }) => at === null));
      expect((await credentials()).at(-1)?.detail).toContain('accessToken of the connection holds');
      expect(world.calls(one.place.bookingNumber)).toHaveLength(0);
      await store('simulator-token');
      expect(await hurriedUntilReserved(one)).toMatchObject({ state: 'RESERVED', attempts: 1 });
    },
    LIMIT,
  );

  it(
    'W-63 wait while the breaker is open, as if they had not been tried',
    async () => {
      const { place, booking } = await world.requested();
      await world.count(place, { totalBooked: 4 });
      await world.untilCalls(() => world.slotCalls(place), 1);
      world.stage.simulator.planAnswer({ wellhubId: '*', answer: 'reset', times: 5 });
      for (let n = 0; n < 5; n += 1) expect(await looks()).toBe('UNREACHABLE');
      world.wellhub.plan({ name: place.bookingNumber, answer: 409 });
      await world.decide(booking.id, { status: 'RESERVED' });
      // Refused at what is its first try, however often it was put off before.
      expect(
        await world.until(place.bookingNumber, ({ state }) => state !== 'REQUESTED'),
      ).toMatchObject({ state: 'REJECTED', attempts: 1 });
      expect(world.calls(place.bookingNumber)).toHaveLength(1);
    },
    LIMIT,
  );
});
