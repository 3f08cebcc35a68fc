import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { Scope } from '../../src/platform/http/declarations.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';
import { Visitor } from '../support/visitor.js';
import { givenAPartner } from '../support/world.js';

const DESK: Scope[] = ['CHECKIN_WRITE', 'CUSTOMER_READ', 'CUSTOMER_WRITE'];

describe('the front desk', () => {
  let stage: CheckInStage;
  let world: CheckInWorld;
  let wellhubId: string;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    world = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone: 'UTC' } });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    wellhubId = newWellhubId();
  });

  const arrived = async (data: object = {}) => {
    await stage.simulator.checkIn({ wellhubId, ...data });
    return (await world.until(wellhubId, () => true))!;
  };
  const press = (id: string) => world.world.admin.post(`/admin/v1/check-ins/${id}/validate`);
  const type = (gympassId: string, more: object = {}) =>
    world.world.admin.post(`/admin/v1/gyms/${world.world.gymId}/check-ins/validate`, {
      gympassId,
      ...more,
    });
  const visits = (customerId: number) =>
    stage.app.sql('select source from visits where customer_id = $1', [customerId]);

  it('W-50 W-71 validates a waiting check-in, with cause DESK, and opens one visit', async () => {
    const row = await arrived();
    const { status, body } = await press(row.id);
    expect([status, body.state, body.reentry]).toEqual([200, 'VALIDATED', false]);
    expect(body).toMatchObject({ alreadyValidated: false, overdue: false, probe: false });
    expect(await visits(row.customer_id)).toEqual([{ source: 'DESK' }]);
    const entries = await stage.app.sql(
      `select 1 from events where type = 'CUSTOMER_CHECKIN' and entity_id = $1`,
      [row.customer_id],
    );
    expect(entries).toHaveLength(1);
    expect((await world.trail(row.id)).at(-1)).toMatchObject({ cause: 'DESK' });
  });

  it('W-51 answers a check-in validated today as re-entry, without a call', async () => {
    const row = await arrived();
    await press(row.id);
    const again = await press(row.id);
    expect([again.status, again.body.state, again.body.reentry]).toEqual([200, 'VALIDATED', true]);
    expect((await type(wellhubId)).body).toMatchObject({ id: row.id, reentry: true });
    expect(world.calls(wellhubId)).toBe(1);
    expect(await visits(row.customer_id)).toHaveLength(1);
  });

  it('W-51 counts days in the zone of the gym', async () => {
    const kiritimati = await stage.partner({
      gym: { validationMode: 'ATTENDANCE', timeZone: 'Pacific/Kiritimati' },
    });
    await stage.simulator.checkIn({ wellhubId });
    const row = await kiritimati.until(wellhubId, () => true);
    const [day] = await stage.app.sql<{ same: boolean }>(
      `select local_day = (event_at at time zone 'Pacific/Kiritimati')::date as same from check_ins where id = $1`,
      [row!.id],
    );
    expect(day).toEqual({ same: true });
    await kiritimati.world.admin.post(`/admin/v1/check-ins/${row!.id}/validate`);
    await stage.app.sql('update check_ins set local_day = local_day - 1 where id = $1', [row!.id]);
    const again = await kiritimati.world.admin.post(`/admin/v1/check-ins/${row!.id}/validate`);
    expect(again.body).toMatchObject({ state: 'VALIDATED', reentry: false });
    world = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone: 'UTC' } });
  });

  it('W-51 takes 23:30 and 00:10 for two days of the gym, and a check-in for the day of its event', async () => {
    const noon = 12 - new Date().getUTCHours();
    const timeZone = noon < 0 ? `Etc/GMT+${-noon}` : `Etc/GMT-${noon}`;
    const gym = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone } });
    const midnight = Date.UTC(...today(noon)) / 1000 - noon * 3_600;
    const ids: string[] = [];
    for (const minutes of [-30, 10]) {
      const timestamp = midnight + minutes * 60;
      await gym.posts.send(gym.posts.checkIn(wellhubId, { timestamp }));
      const rows = await eventually(
        () => gym.rows(wellhubId),
        (found) => found.length > ids.length && found.every(({ state }) => state === 'EXPIRED'),
      );
      ids.push(rows.at(-1)?.id ?? '');
    }
    const days = await stage.app.sql<{ day: string }>(
      `select (local_day - (clock_timestamp() at time zone $2)::date)::int as day
        from check_ins where wellhub_id = $1 order by event_at`,
      [wellhubId, timeZone],
    );
    expect(days).toEqual([{ day: -1 }, { day: 0 }]);
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    const validate = async (at: number) =>
      (await gym.world.admin.post(`/admin/v1/check-ins/${ids[at]}/validate`)).body;
    const yesterdays = await validate(0);
    expect(yesterdays).toMatchObject({ state: 'VALIDATED', reentry: false });
    expect((await validate(0)).reentry).toBe(false);
    expect(await validate(1)).toMatchObject({ state: 'VALIDATED', reentry: false });
    expect((await validate(1)).reentry).toBe(true);
    expect(gym.calls(wellhubId)).toBe(2);
    world = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone: 'UTC' } });
  });

  it.each([
    ['EXPIRED', 'DEADLINE', 'DEADLINE'],
    ['NOT_FOUND', 'RETRY', 'WEBHOOK'],
  ])('W-52 opens %s (%s) again: one call, and its answer decides', async (state, cause) => {
    const row = await arrived();
    await stage.app.sql('update check_ins set state = $2, cause = $3 where id = $1', [
      row.id,
      state,
      cause,
    ]);
    stage.simulator.planAnswer({ wellhubId, answer: 'notfound', times: 1 });
    const refused = await press(row.id);
    expect([refused.status, refused.body.state]).toEqual([200, 'NOT_FOUND']);
    expect(world.calls(wellhubId)).toBe(1);
    const { body } = await press(row.id);
    expect(body.state).toBe('VALIDATED');
    expect((await world.trail(row.id)).map(({ to_state }) => to_state)).toEqual([
      'PENDING',
      'PENDING',
      'NOT_FOUND',
      'PENDING',
      'VALIDATED',
    ]);
  });

  it.each(['CANCELED', 'REJECTED', 'EXPIRED'])(
    'leaves Wellhub’s own %s as it is',
    async (state) => {
      const row = await arrived();
      await stage.app.sql(`update check_ins set state = $2, cause = 'SCAN' where id = $1`, [
        row.id,
        state,
      ]);
      expect((await press(row.id)).body).toMatchObject({ state });
      expect(world.calls(wellhubId)).toBe(0);
    },
  );

  it('W-71 answers 202 while Wellhub does not answer, and the worker finishes without a visit', async () => {
    const row = await arrived();
    stage.simulator.planAnswer({ wellhubId, answer: '500', times: 1 });
    const { status, body } = await press(row.id);
    expect([status, body.state]).toEqual([202, 'PENDING']);
    const after = await world.until(wellhubId, ({ state }) => state !== 'PENDING');
    expect(after).toMatchObject({ state: 'VALIDATED', cause: 'RETRY' });
    expect(await visits(row.customer_id)).toEqual([]);
    const entries = `select 1 from events where type = 'CUSTOMER_CHECKIN' and entity_id = $1`;
    expect(await stage.app.sql(entries, [row.customer_id])).toEqual([]);
  });

  it('W-53 validates a typed id without its spaces and points, and makes the customer', async () => {
    await stage.simulator.checkIn({ wellhubId, deliver: false });
    const spaced = `${wellhubId.slice(0, 3)} ${wellhubId.slice(3, 6)}-${wellhubId.slice(6)}.`;
    const { status, body } = await type(spaced, { firstName: 'Ana' });
    expect([status, body.state, body.gympassId]).toEqual([200, 'VALIDATED', wellhubId]);
    const [customer] = await stage.app.sql(
      'select first_name, status from customers where id = $1',
      [body.customerId],
    );
    expect(customer).toEqual({ first_name: 'Ana', status: 'PENDING' });
  });

  it.each(['a..b@x.com', 'ana@.com', '', 'ana'])(
    'W-53 refuses the e-mail %j before any call',
    async (email) => {
      const { status, body } = await type(wellhubId, { email });
      expect([status, body.errors[0].pointer]).toEqual([400, '/email']);
      expect(body.errors[0].detail).toMatch(/^must be an e-mail address/);
      expect(world.calls(wellhubId)).toBe(0);
    },
  );

  it('W-53 finds who checked in by the id as it is typed, in digits of any width', async () => {
    const { world: gym } = world;
    await arrived({ firstName: 'Iracema' });
    const desk = new Visitor(stage.app.api);
    await desk.submit('/console/desk/log-in', { key: (await gym.keyed(DESK)).key, name: 'Rita' });
    const wide = [...wellhubId]
      .map((digit) => String.fromCharCode(0xff10 + Number(digit)))
      .join('');
    for (const q of [wellhubId, wide, wellhubId.replace(/^(...)(...)/, '$1 $2.')]) {
      const page = await desk.submit(`/console/desk/${gym.gymId}/search`, { q });
      expect([q, page.status, page.text.includes('Iracema')]).toEqual([q, 200, true]);
    }
  });

  it('W-53 refuses a name with half a character, before any call', async () => {
    await stage.simulator.checkIn({ wellhubId, deliver: false });
    const { status, body } = await type(wellhubId, { firstName: 'Ana \ud83d' });
    expect([status, body.code]).toEqual([400, 'request.invalid']);
    expect(body.errors).toEqual([
      { pointer: '/firstName', detail: expect.stringContaining('half of a character pair') },
    ]);
  });

  it.each(['12345', 'gpw-0012345678905', '00123456789051', 'x'])(
    'W-53 refuses the typed id %s before any call',
    async (typed) => {
      const { status, body } = await type(typed);
      expect([status, body.code]).toEqual([400, 'request.invalid']);
    },
  );

  it('W-47 a typed id that Wellhub does not know is NOT_FOUND at once', async () => {
    expect((await type(wellhubId)).body).toMatchObject({ state: 'NOT_FOUND', attempts: 1 });
  });

  it('lists newest first, by state and time, with probes only on request', async () => {
    const gym = (await stage.partner({ gym: { validationMode: 'GATE' } })) satisfies CheckInWorld;
    const ids = [newWellhubId(), newWellhubId(), newWellhubId()];
    for (const id of ids) {
      await stage.simulator.checkIn({ wellhubId: id });
      await gym.until(id, () => true);
    }
    const customerId = await gym.customer(wellhubId);
    await gym.ask(customerId, { mayProbe: true });
    const list = async (query: string) =>
      (await gym.world.admin.get(`/admin/v1/gyms/${gym.world.gymId}/check-ins${query}`)).body;
    const all = await list('');
    expect(all.items.map(({ gympassId }: { gympassId: string }) => gympassId)).toEqual(
      ids.toReversed(),
    );
    expect((await list('?probe=true')).items).toHaveLength(4);
    expect((await list('?state=VALIDATED')).items).toEqual([]);
    const first = await list('?limit=2');
    const second = await list(`?limit=2&cursor=${first.nextCursor}`);
    expect([...first.items, ...second.items]).toEqual(all.items);
    expect(
      (await list(`?to=${all.items[0].receivedAt}&from=2020-01-01T00:00:00Z`)).items,
    ).toHaveLength(2);
    world = await stage.partner({ gym: { validationMode: 'ATTENDANCE', timeZone: 'UTC' } });
  });

  it('C-61 lists those of a day by what they mean for the money, and says why one was lost', async () => {
    const ids: Record<string, string> = {};
    const day = '2025-03-10';
    for (const [name, change] of Object.entries({
      paid: `state = 'VALIDATED'`,
      waiting: 'deadline_step = 0',
      risk: 'deadline_step = 1',
      never: `state = 'EXPIRED', cause = 'DEADLINE'`,
      late: `state = 'EXPIRED', cause = 'RETRY'`,
    })) {
      wellhubId = newWellhubId();
      const row = await arrived();
      ids[name] = row.id;
      await stage.app.sql(
        `update check_ins set local_day = $2::date, received_at = $2::date, event_at = $2::date, deadline_at = 'infinity', ${change}
          where id = $1`,
        [row.id, day],
      );
    }
    const path = `/admin/v1/gyms/${world.world.gymId}/check-ins?day=${day}`;
    const listed = async (result: string) =>
      (await world.world.admin.get(`${path}&result=${result}`)).body.items;
    expect(await listed('PAID')).toMatchObject([{ id: ids['paid'], lostBecause: null }]);
    expect(await listed('WAITING')).toMatchObject([{ id: ids['waiting'], isValidatable: true }]);
    expect(await listed('AT_RISK')).toMatchObject([{ id: ids['risk'], isValidatable: true }]);
    expect(new Set(await listed('LOST'))).toEqual(
      new Set([
        expect.objectContaining({
          id: ids['never'],
          lostBecause: 'NEVER_REQUESTED',
          isValidatable: true,
        }),
        expect.objectContaining({
          id: ids['late'],
          lostBecause: 'TOO_LATE_FOR_WELLHUB',
          isValidatable: false,
        }),
      ]),
    );
    const { body } = await world.world.admin.get(path);
    expect(body.items).toHaveLength(5);
    for (const wrong of ['day=2025-02-30', 'result=GONE'])
      expect((await world.world.admin.get(`${path}&${wrong}`)).status).toBe(400);
  });

  it('W-56 shows a check-in with its trail, and none of another gym or partner', async () => {
    const row = await arrived({ productId: 31, productDescription: 'Gym floor' });
    await press(row.id);
    const { body } = await world.world.admin.get(`/admin/v1/check-ins/${row.id}`);
    expect(body).toMatchObject({ productId: '31', productDescription: 'Gym floor' });
    expect(body.trail).toMatchObject([
      { from: null, to: 'PENDING', cause: 'WEBHOOK' },
      { from: 'PENDING', to: 'VALIDATED', cause: 'DESK', attempts: 1, wellhubStatus: 200 },
    ]);
    const stranger = await givenAPartner(stage.app);
    const hidden = await stranger.admin.get(`/admin/v1/check-ins/${row.id}`);
    const unknown = await stranger.admin.get(
      '/admin/v1/check-ins/018f0000-0000-7000-8000-000000000000',
    );
    expect([hidden.status, hidden.body.code]).toEqual([404, 'check-in.not-found']);
    expect({ ...hidden.body, instance: '', traceId: '' }).toEqual({
      ...unknown.body,
      instance: '',
      traceId: '',
    });
    expect((await stranger.admin.post(`/admin/v1/check-ins/${row.id}/validate`)).status).toBe(404);
    const elsewhere = await world.world.admin.post(
      `/admin/v1/partners/${world.world.partnerId}/gyms`,
      { name: 'Other' },
    );
    const narrowed = await world.world.keyed(['CHECKIN_WRITE', 'CHECKIN_READ'], {
      gymId: elsewhere.body.id,
    });
    expect((await narrowed.get(`/admin/v1/check-ins/${row.id}`)).status).toBe(404);
    expect((await narrowed.get(`/admin/v1/gyms/${world.world.gymId}/check-ins`)).status).toBe(404);
  });

  it.each([
    ['notfound', 'OK'],
    ['unauthorized', 'CREDENTIALS_REFUSED'],
    ['forbidden', 'GYM_NOT_ALLOWED'],
    ['500', 'UNREACHABLE'],
    ['ok', 'UNREACHABLE'],
  ] as const)(
    'W-55 reads %s in the connection test as %s and makes no check-in',
    async (answer, result) => {
      const nobody = '0000000000000';
      stage.simulator.planAnswer({ wellhubId: nobody, answer, times: 1 });
      const { status, body } = await world.world.admin.post(
        `/admin/v1/gyms/${world.world.gymId}/wellhub/test`,
      );
      expect([status, body]).toEqual([200, { result }]);
      expect(await world.rows(nobody)).toEqual([]);
      expect(
        await eventually(
          () => world.rows(nobody),
          () => true,
        ),
      ).toEqual([]);
    },
  );
});

/** Year, month and day at a gym that many hours ahead of UTC, as `Date.UTC` takes them. */
function today(hoursAhead: number): [number, number, number] {
  const there = new Date(Date.now() + hoursAhead * 3_600_000);
  return [there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate()];
}
