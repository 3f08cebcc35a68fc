import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { givenAControlIdDevice } from '../support/control-id-stage.js';
import { DeviceLogs, minutesAgo } from '../support/control-id-logs.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

describe('access logs of a contingency', () => {
  let door: WellhubDoor;
  let nextCard = 700_000;

  beforeAll(async () => {
    door = await givenAWellhubDoor({ gym: { visitClosesAfterMinutes: 120, timeZone: 'UTC' } });
  });
  afterAll(() => door.close());

  const logsOf = async (device: Record<string, unknown> = {}) =>
    new DeviceLogs(door.app, door.world, await givenAControlIdDevice(door.app, door.world, device));
  const withCard = async () => {
    const card = String((nextCard += 1));
    const id = await door.world.customer({ cardNumber: { value: card, format: 'DECIMAL' } });
    return { id, card };
  };
  const granted = (deviceId: number, customerId: number, at: Date) =>
    door.app.sql(
      `insert into gate_decisions (partner_id, gym_id, device_id, result, customer_id, at, value_hash_prefix)
        values ($1, $2, $3, 'OPEN', $4, $5, 'aaaaaaaaaaaa')`,
      [door.world.partnerId, door.world.gymId, deviceId, customerId, at],
    );
  const skew = (deviceId: number, seconds: number) =>
    door.app.sql(
      `update control_id_contacts set clock_skew_seconds = $2, clock_offsets = array[$2::int] where device_id = $1`,
      [deviceId, seconds],
    );

  const scan = async (logs: DeviceLogs, fields: Record<string, string>) => {
    const answer = await logs.device.call('new_card.fcgi', { device_id: '478435', ...fields });
    return answer.body.result.event as number;
  };
  const now = () => Math.floor(Date.now() / 1_000);

  it.each([
    ['4 hours back', -14_400],
    ['a day ahead', 86_400],
    ['right', 0],
  ])('D-18 a clock that is %s changes no verdict, and is shown', async (_, ahead) => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await door.world.withContract(id);
    const time = String(now() + ahead);
    expect(await scan(logs, { card_value: card, uuid: 'a', time })).toBe(7);
    expect(await scan(logs, { card_value: '123456', uuid: 'b', time })).toBe(3);
    const { clockSkewSeconds } = await logs.contact();
    expect(Math.abs(Number(clockSkewSeconds) - ahead)).toBeLessThan(15);
    const [visit] = await logs.visits(id);
    expect(Math.abs((visit?.entered_at.getTime() ?? 0) - Date.now())).toBeLessThan(30_000);
  });

  it('D-18 a scan without a time is decided, and says nothing about the clock', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await door.world.withContract(id);
    expect(await scan(logs, { card_value: card })).toBe(7);
    expect(await logs.contact()).toMatchObject({ mode: 'ONLINE', clockSkewSeconds: null });
  });

  it('D-18 a clock that moves is an alert until it is right; one odd reading is none', async () => {
    const logs = await logsOf();
    const read = async (...offsets: readonly number[]) => {
      for (const offset of offsets)
        await scan(logs, { card_value: '123456789', time: String(now() + offset) });
      await logs.contact();
      return (await logs.alerts('control-id.clock')).filter((one) => one.closed_at === null);
    };
    expect(await read(0, 0, 0, 0, -14_400, 0, 0, 0)).toEqual([]);
    expect(await read(-14_400, -14_400, -14_400, -14_400, -14_400)).toMatchObject([
      { count: 1, detail: expect.stringMatching(/is -14[34]\d\d s ahead/) },
    ]);
    expect(await read(0, 0, 0, 0, 0)).toEqual([]);
  });

  it('D-20 the logs of real scans are linked, whether they name the person, the card or the code', async () => {
    const logs = await logsOf();
    const people = [await withCard(), await withCard(), await withCard()] as const;
    for (const { id } of people) await door.world.withContract(id);
    const [byName, byCard, byCode] = people;
    const code = BigInt(await door.world.fetchCode(byCode.id)).toString();
    const time = () => String(now() - 14_400);
    for (const value of [byName.card, byCard.card, code])
      expect(await scan(logs, { card_value: value, time: time() })).toBe(7);
    const at = new Date(Number(time()) * 1_000);
    const found = await logs.took(
      { id: logs.newId, at, userId: byName.id },
      { id: logs.newId, at, card: byCard.card },
      { id: logs.newId, at, card: code },
      { id: logs.newId, at, card: byCard.card },
    );
    expect(found.map(({ type }) => type)).toEqual(['LINKED', 'LINKED', 'LINKED', 'OFFLINE_ENTRY']);
    expect(await logs.visits(byCode.id)).toMatchObject([{ offline: false }]);
  });

  it('D-20 an entry becomes a visit at its time, with an event of that time', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    const at = minutesAgo(25);
    const [event] = await logs.took({ id: logs.newId, at, card });
    const [visit] = await logs.visits(id);
    expect(visit).toMatchObject({ entered_at: at, left_at: null, offline: true });
    expect(event).toMatchObject({
      type: 'OFFLINE_ENTRY',
      at: at.toISOString(),
      customerId: id,
      visitId: visit?.id,
    });
    expect(await logs.published(id)).toEqual([
      { type: 'CUSTOMER_CHECKIN', occurred_at: at, content: { offline: true } },
    ]);
    const path = `/admin/v1/gyms/${door.world.gymId}/visits?open=true`;
    const shown = (await door.world.admin.get(path)).body.items;
    expect(shown).toContainEqual(expect.objectContaining({ customerId: id, offline: true }));
  });

  it('D-20 a device that counts from the beginning again is reported, one that repeats a log is not', async () => {
    const logs = await logsOf();
    const reported = () => logs.alerts('control-id.logs-restarted');
    for (const minutes of [90, 91]) await logs.took({ id: 1, at: minutesAgo(minutes) });
    expect(await reported()).toEqual([]);
    await logs.send({ id: 1, at: minutesAgo(1) });
    expect(await eventually(reported, ({ length }) => length > 0)).toHaveLength(1);
  });

  it('D-20 its time is corrected by how wrong the clock of the device is', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await logs.report('door', { door: { id: 1, open: true } });
    await eventually(
      () => logs.contact(),
      ({ lastSeenAt }) => lastSeenAt !== null,
    );
    await skew(logs.device.id, -14_400);
    await logs.took({ id: logs.newId, at: minutesAgo(25 + 240), card });
    const [visit] = await logs.visits(id);
    expect(Math.abs((visit?.entered_at.getTime() ?? 0) - minutesAgo(25).getTime())).toBeLessThan(
      30_000,
    );
  });

  it('D-20 one log told twice, in other words and again, is one visit', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    const first = { id: logs.newId, at: minutesAgo(20), card };
    const second = { id: logs.newId, at: minutesAgo(19), event: 6 };
    await logs.send(first);
    await logs.send(first, second);
    await logs.send(second, first);
    await logs.of(first.id, second.id);
    await logs.handled();
    expect(await logs.visits(id)).toHaveLength(1);
    expect(await logs.published(id)).toHaveLength(1);
    expect(await logs.events()).toHaveLength(2);
  });

  it('D-20 the log of a scan that we decided is linked to it, and is no visit', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await granted(logs.device.id, id, minutesAgo(10));
    const [event, second] = await logs.took(
      { id: logs.newId, at: minutesAgo(9), card },
      { id: logs.newId, at: minutesAgo(9), card },
    );
    expect(event).toMatchObject({ type: 'LINKED', customerId: id, visitId: null });
    expect(event?.decisionId).toMatch(/^[0-9a-f-]{36}$/);
    // One grant has one log: the other one is a second time that the device opened.
    expect(second).toMatchObject({ type: 'OFFLINE_ENTRY', decisionId: null });
    const [far] = await logs.took({ id: logs.newId, at: minutesAgo(13), userId: id });
    expect(far).toMatchObject({ type: 'ANONYMOUS', customerId: null });
    await granted(logs.device.id, id, minutesAgo(4));
    const [named] = await logs.took({ id: logs.newId, at: minutesAgo(3), userId: id });
    expect(named).toMatchObject({ type: 'LINKED', customerId: id });
  });

  it('D-20 while its clock is unknown, a log that comes right after a grant belongs to it', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await granted(logs.device.id, id, new Date());
    const [event] = await logs.took({ id: logs.newId, at: minutesAgo(240), card });
    expect(event).toMatchObject({ type: 'LINKED', customerId: id });
    expect(await logs.visits(id)).toEqual([]);
  });

  it('D-20 who is unknown, what was refused and what has no time make no visit', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    const found = await logs.took(
      { id: logs.newId, at: minutesAgo(5), card: '999999' },
      { id: logs.newId, at: minutesAgo(5) },
      { id: logs.newId, at: minutesAgo(5), userId: id },
      { id: logs.newId, at: minutesAgo(5), event: 12 },
      { id: logs.newId, at: minutesAgo(5), event: 6, card },
      { id: logs.newId, at: minutesAgo(8 * 1_440), card },
      { id: logs.newId, at: minutesAgo(-6), card },
      { id: logs.newId, at: minutesAgo(8 * 1_440), event: 3 },
    );
    expect(found.map(({ type, timeUnknown }) => [type, timeUnknown])).toEqual([
      ['ANONYMOUS', false],
      ['ANONYMOUS', false],
      ['ANONYMOUS', false],
      ['ANONYMOUS', false],
      ['REFUSED', false],
      ['TIME_UNKNOWN', true],
      ['TIME_UNKNOWN', true],
      ['REFUSED', true],
    ]);
    expect(await logs.visits(id)).toEqual([]);
    expect(await logs.events('&type=TIME_UNKNOWN')).toHaveLength(2);
  });

  it('D-20 a user of the device is our customer where it is set up so', async () => {
    const logs = await logsOf({ controlId: { userIdIs: 'CUSTOMER_ID' } });
    const { id } = await withCard();
    await logs.took({ id: logs.newId, at: minutesAgo(5), userId: id });
    expect(await logs.visits(id)).toMatchObject([{ offline: true }]);
  });

  it('D-20 an exit ends the visit before it, at the time when it was', async () => {
    const into = await logsOf();
    const out = await logsOf({ direction: 'OUT' });
    const { id, card } = await withCard();
    await into.took({ id: into.newId, at: minutesAgo(28), card });
    const [event] = await out.took({ id: out.newId, at: minutesAgo(8), card });
    const [visit] = await into.visits(id);
    expect(visit?.left_at).toEqual(new Date(event?.at ?? 0));
    expect(event).toMatchObject({ type: 'OFFLINE_EXIT', visitId: visit?.id });
    expect((await into.published(id)).map(({ type }) => type)).toEqual([
      'CUSTOMER_CHECKIN',
      'CUSTOMER_CHECKOUT',
    ]);
    const [nobody] = await out.took({ id: out.newId, at: minutesAgo(7), card });
    expect(nobody).toMatchObject({ type: 'OFFLINE_EXIT', visitId: null });
    expect(await into.published(id)).toHaveLength(2);
  });

  it('D-20 at a door for both ways who is inside leaves', async () => {
    const logs = await logsOf({ direction: 'BOTH' });
    const { id, card } = await withCard();
    const times = [27, 17, 7].map(minutesAgo);
    // Told backwards within the report: the device's times count.
    const told = times.map((at) => ({ id: logs.newId, at, card }));
    await logs.took(...told.toReversed());
    expect(await logs.visits(id)).toMatchObject([
      { entered_at: times[0], left_at: times[1] },
      { entered_at: times[2], left_at: null },
    ]);
  });

  it('D-20 a visit of days ago ends by itself, or when the device tells that they left', async () => {
    const logs = await logsOf({ direction: 'BOTH' });
    const { id, card } = await withCard();
    const at = minutesAgo(2 * 1_440);
    await logs.took({ id: logs.newId, at, card });
    const end = new Date(at.getTime() + 120 * 60_000);
    expect(await logs.visits(id)).toMatchObject([{ entered_at: at, left_at: end }]);
    expect(await logs.published(id)).toMatchObject([
      { type: 'CUSTOMER_CHECKIN', occurred_at: at },
      { type: 'AUTOMATIC_CUSTOMER_CHECKOUT', occurred_at: end },
    ]);
    const left = new Date(at.getTime() + 60 * 60_000);
    await logs.took({ id: logs.newId, at: left, card });
    expect(await logs.visits(id)).toMatchObject([{ entered_at: at, left_at: left }]);
    await logs.took({ id: logs.newId, at: new Date(at.getTime() + 61 * 60_000), card });
    expect(await logs.visits(id)).toHaveLength(2);
  });

  it('D-20 what happened later stays as it is', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await door.world.withContract(id);
    const scanned = await door.world.scan(card, { type: 'NUMBER' });
    expect(scanned.status).toBe(200);
    const [now] = await logs.visits(id);
    const at = minutesAgo(20);
    await logs.took({ id: logs.newId, at, card });
    const [past, still] = await logs.visits(id);
    expect(past).toMatchObject({ entered_at: at, left_at: now?.entered_at, offline: true });
    expect(still).toEqual(now);
    expect(await logs.published(id)).toMatchObject([
      { type: 'CUSTOMER_CHECKIN', occurred_at: at, content: { offline: true } },
      { type: 'CUSTOMER_CHECKOUT', occurred_at: past?.left_at },
      { type: 'CUSTOMER_CHECKIN', content: null },
    ]);
  });

  it('D-20 A-25 a full gym does not undo an entry, and counts it', async () => {
    const into = await logsOf();
    const out = await logsOf({ direction: 'OUT' });
    const inside = async () => {
      const path = `/admin/v1/gyms/${door.world.gymId}/occupancy`;
      return (await door.world.admin.get(path)).body.inside as number;
    };
    const before = await inside();
    await door.app.sql(
      `insert into gym_occupancy (partner_id, gym_id, inside, capacity, recount_at)
        values ($1, $2, $3, 1, clock_timestamp() + interval '1 hour')`,
      [door.world.partnerId, door.world.gymId, before],
    );
    const { id, card } = await withCard();
    await into.took({ id: into.newId, at: minutesAgo(20), card });
    await into.took({ id: into.newId, at: minutesAgo(18), card });
    const open = (await into.visits(id)).filter(({ left_at }) => left_at === null);
    expect(open).toHaveLength(1);
    expect(await inside()).toBe(before + 1);
    await out.took({ id: out.newId, at: minutesAgo(10), card });
    expect(await inside()).toBe(before);
    await door.app.sql('delete from gym_occupancy where gym_id = $1', [door.world.gymId]);
  });

  it('D-20 a visit that the desk opened before is the same visit', async () => {
    const logs = await logsOf();
    const { id, card } = await withCard();
    await door.app.sql(
      `with v as (insert into visits (partner_id, customer_id, gym_id, source, entered_at)
          values ($1, $2, $3, 'DESK', $4) returning id)
        insert into presence (partner_id, customer_id, visit_id, visit_gym_id, visit_source, entered_at)
        select $1, $2, id, $3, 'DESK', $4 from v`,
      [door.world.partnerId, id, door.world.gymId, minutesAgo(22)],
    );
    const [event] = await logs.took({ id: logs.newId, at: minutesAgo(20), card });
    const visits = await logs.visits(id);
    expect(visits).toHaveLength(1);
    expect(event).toMatchObject({ type: 'OFFLINE_ENTRY', visitId: visits[0]?.id });
    expect(await logs.published(id)).toEqual([]);
  });

  describe('of Wellhub people', () => {
    const member = async () => {
      const card = String((nextCard += 1));
      const wellhubId = String(9_100_000_000_000 + nextCard);
      const id = await door.world.customer({
        cardNumber: { value: card, format: 'DECIMAL' },
        gympassId: wellhubId,
        origin: 'WELLHUB',
      });
      return { id, card, wellhubId };
    };
    const calls = (wellhubId: string) =>
      door.simulator.ledger(wellhubId).people[wellhubId]?.calls ?? 0;

    it('D-21 a waiting check-in is validated by the worker, once', async () => {
      const logs = await logsOf();
      const { id, card, wellhubId } = await member();
      await door.simulator.checkIn({ wellhubId });
      await eventually(
        () => door.states(id),
        (states) => states.length === 1,
      );
      const log = { id: logs.newId, at: minutesAgo(1), card };
      await logs.took(log);
      await logs.send(log, { ...log, id: logs.newId, event: 6 });
      const states = await eventually(
        () => door.states(id),
        ([state]) => state === 'VALIDATED',
      );
      await logs.handled();
      expect(states).toEqual(['VALIDATED']);
      expect(calls(wellhubId)).toBe(1);
    });

    it('D-21 one that our deadline ended is validated too', async () => {
      const logs = await logsOf();
      const { id, card, wellhubId } = await member();
      await door.simulator.checkIn({ wellhubId });
      await eventually(
        () => door.states(id),
        (states) => states.length === 1,
      );
      await door.app.sql(
        `update check_ins set state = 'EXPIRED', cause = 'DEADLINE', expires_at = clock_timestamp(),
          next_attempt_at = null where customer_id = $1`,
        [id],
      );
      await logs.took({ id: logs.newId, at: minutesAgo(1), card });
      const states = await eventually(
        () => door.states(id),
        ([state]) => state === 'VALIDATED',
      );
      expect(states).toEqual(['VALIDATED']);
      const [row] = await door.app.sql('select cause from check_ins where customer_id = $1', [id]);
      expect(row).toEqual({ cause: 'SCAN' });
    });

    it('D-21 without one Wellhub is not asked', async () => {
      const logs = await logsOf();
      const { id, card, wellhubId } = await member();
      await logs.took({ id: logs.newId, at: minutesAgo(1), card });
      await logs.handled();
      expect(await logs.visits(id)).toHaveLength(1);
      expect(await door.states(id)).toEqual([]);
      expect(calls(wellhubId)).toBe(0);
    });
  });
});
