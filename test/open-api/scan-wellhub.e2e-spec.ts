import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { Database, type Queries } from '../../src/platform/database/database.js';
import { runOutsideRequests } from '../../src/platform/deadline/request-context.js';
import { Visits } from '../../src/visits/index.js';
import { PresenceRepository } from '../../src/visits/presence.repository.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

const LOCK_WAITED_FOR = `select from pg_stat_activity
  where wait_event_type = 'Lock' and datname = current_database()`;

describe('POST /open-api/device/cardreader/identification of a Wellhub customer', () => {
  let door: WellhubDoor;
  let next = 1;

  beforeAll(async () => {
    door = await givenAWellhubDoor({}, PROMISED_DEADLINES);
  });
  afterAll(() => door.close());

  const freshId = () => String((next += 1)).padStart(13, '0');
  const scan = async (customerId: number) =>
    door.world.scan(await door.world.fetchCode(customerId));
  const stored = (customerId: number) =>
    eventually(
      () => door.states(customerId),
      (states) => states.length > 0,
    );

  it('O-26 validates a waiting check-in once, opens, and opens again the same day without a call', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId });
    expect(await stored(id)).toEqual(['PENDING']);
    const first = await scan(id);
    expect([first.status, first.body.provisional]).toEqual([200, false]);
    expect(await door.states(id)).toEqual(['VALIDATED']);
    expect((await scan(id)).status).toBe(200);
    expect(door.simulator.ledger(wellhubId).calls).toBe(1);
  });

  it('O-25 without a check-in: 403, not consumed, one call in 10 s; the same code opens once it has arrived', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    const code = await door.world.fetchCode(id);
    for (let n = 0; n < 2; n += 1)
      expect((await door.world.scan(code)).body.errorCode).toBe('WELLHUB_CHECKIN_REQUIRED');
    expect(door.simulator.ledger(wellhubId).calls).toBe(1);
    await door.simulator.checkIn({ wellhubId });
    await eventually(
      () => door.states(id),
      (states) => states.includes('PENDING'),
    );
    expect((await door.world.scan(code)).status).toBe(200);
  });

  it('O-25 opens when Wellhub validates although no webhook arrived', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId, deliver: false });
    expect((await scan(id)).status).toBe(200);
    expect(await door.states(id)).toEqual(['VALIDATED']);
  });

  it.each([
    ['expired', 'WELLHUB_CHECKIN_EXPIRED'],
    ['canceled', 'WELLHUB_CHECKIN_CANCELED'],
    ['rejected', 'WELLHUB_CHECKIN_REJECTED'],
  ] as const)(
    'O-28 when Wellhub answers %s the door stays shut with %s',
    async (answer, errorCode) => {
      const wellhubId = freshId();
      const id = await door.wellhubCustomer(wellhubId);
      await door.simulator.checkIn({ wellhubId });
      await stored(id);
      door.simulator.planAnswer({ wellhubId, answer });
      const refused = await scan(id);
      expect([refused.status, refused.body.errorCode]).toEqual([403, errorCode]);
    },
  );

  it('O-27 with Wellhub hanging and DENY: 503, the code is not consumed, a later scan opens', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId });
    await stored(id);
    door.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
    const code = await door.world.fetchCode(id);
    const down = await door.world.scan(code);
    expect([down.status, down.body.errorCode]).toEqual([503, 'WELLHUB_UNAVAILABLE']);
    expect(down.headers.get('retry-after')).toBeTruthy();
    const open = await eventually(
      () => door.world.scan(code),
      ({ status }) => status === 200,
    );
    expect(open.status).toBe(200);
  });

  it('W-51 a check-in of 23:58 that waits past midnight opens when Wellhub validates it', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId });
    await stored(id);
    await door.app.sql('update check_ins set local_day = local_day - 1 where customer_id = $1', [
      id,
    ]);
    expect((await scan(id)).status).toBe(200);
    expect(await door.states(id)).toEqual(['VALIDATED']);
  });

  it('O-33 a current contract opens without waiting, and the waiting check-in is validated by the worker', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.world.withContract(id);
    await door.simulator.checkIn({ wellhubId });
    await stored(id);
    expect((await scan(id)).status).toBe(200);
    const states = await eventually(
      () => door.states(id),
      (found) => found.includes('VALIDATED'),
    );
    expect(states).toEqual(['VALIDATED']);
  });

  it('O-33 a scan that takes over the visit of the desk hands over the check-in that still waits', async () => {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    const gym = `/admin/v1/gyms/${door.world.gymId}`;
    await door.simulator.checkIn({ wellhubId, bookingNumber: `BK_1${wellhubId}` });
    await stored(id);
    const desk = await door.world.admin.post(`${gym}/check-ins/validate`, { gympassId: wellhubId });
    expect(desk.body.state).toBe('VALIDATED');
    await door.simulator.checkIn({ wellhubId, bookingNumber: `BK_2${wellhubId}` });
    await eventually(
      () => door.states(id),
      (found) => found.includes('PENDING'),
    );
    expect((await scan(id)).status).toBe(200);
    const states = await eventually(
      () => door.states(id),
      (found) => !found.includes('PENDING'),
    );
    expect(states).toEqual(['VALIDATED', 'VALIDATED']);
    expect(await door.app.sql('select source from visits where customer_id = $1', [id])).toEqual([
      { source: 'DESK' },
    ]);
  });

  it.each([
    ['the first visit', false],
    ['while a visit was open at another gym', true],
  ])(
    'O-20 W-71 a scan in flight while the desk admitted the person takes the visit over: %s',
    async (_, isElsewhere) => {
      const { world, app } = door;
      const id = await world.customer();
      await world.withContract(id);
      const db = app.app.get(Database);
      const visits = app.app.get(Visits);
      const enter = (gymId: number) => (tx: Queries) =>
        visits.openAtDesk(tx, world.partnerId, id, gymId);
      // A presence row, as every customer has after the first visit.
      await db.transaction((tx) => app.app.get(PresenceRepository).lock(tx, world.partnerId, id));
      if (isElsewhere) await db.transaction(enter(await world.gym()));
      const code = await world.fetchCode(id);
      const { scanning, visitId } = await db.transaction(async (tx) => {
        const entered = await enter(world.gymId)(tx);
        const scanning = runOutsideRequests(() => world.scan(code));
        await eventually(
          () => app.sql(LOCK_WAITED_FOR),
          (rows) => rows.length > 0,
        );
        return { scanning, visitId: entered.visitId };
      });
      const { status, body } = await scanning;
      expect([status, body.visitId ?? visitId]).toEqual([200, visitId]);
      const open = 'select id::int, source from visits where customer_id = $1 and left_at is null';
      expect(await app.sql(open, [id])).toEqual([{ id: visitId, source: 'DESK' }]);
      expect((await world.scan(code)).body.errorCode).toBe('ACCESS_CODE_ALREADY_USED');
    },
  );

  it('O-25 a Wellhub customer without a known Wellhub id must check in first, and Wellhub is not called', async () => {
    const id = await door.world.customer({ gympassUserId: 'gpw-without-number' });
    expect((await scan(id)).body.errorCode).toBe('WELLHUB_CHECKIN_REQUIRED');
  });
});

describe('a gym that lets people in while Wellhub is down', () => {
  let door: WellhubDoor;

  beforeAll(async () => {
    const gym = { whenWellhubIsDown: 'ADMIT_AND_VALIDATE_LATER' };
    door = await givenAWellhubDoor({ gym }, PROMISED_DEADLINES);
  });
  afterAll(() => door.close());

  it('O-27 opens provisionally, and the worker validates later', async () => {
    const wellhubId = '0000000000900';
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId });
    await eventually(
      () => door.states(id),
      (states) => states.length > 0,
    );
    door.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
    const { status, body } = await door.world.scan(await door.world.fetchCode(id));
    expect([status, body.provisional]).toEqual([200, true]);
    const states = await eventually(
      () => door.states(id),
      (found) => found.includes('VALIDATED'),
    );
    expect(states).toEqual(['VALIDATED']);
  });

  it('O-25 a probe is refused under this policy too', async () => {
    const wellhubId = '0000000000901';
    const id = await door.wellhubCustomer(wellhubId);
    door.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
    const { status, body } = await door.world.scan(await door.world.fetchCode(id));
    expect([status, body.errorCode]).toEqual([403, 'WELLHUB_CHECKIN_REQUIRED']);
  });
});
