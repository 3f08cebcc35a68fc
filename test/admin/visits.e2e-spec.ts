import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { VisitClosingWorker } from '../../src/visits/visit-closing.worker.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { inLine } from '../support/in-line.js';
import { startApp, type TestApp } from '../support/test-app.js';

describe('visits', () => {
  let app: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const member = async () => {
    const id = await world.customer();
    await world.withContract(id);
    return id;
  };
  /** In the order of their ids, in which lists show them. */
  const members = async (count: number) =>
    (await Promise.all(Array.from({ length: count }, member))).sort((a, b) => a - b);
  const enter = async (id: number, token = world.deviceToken) => {
    const { status, body } = await world.scan(await world.fetchCode(id), { token });
    expect([status, body.direction]).toEqual([200, 'IN']);
    return body.checkinId as number;
  };
  const path = (query = '') => `/admin/v1/gyms/${world.gymId}/visits${query}`;
  const listed = async (query: string) => {
    const { body } = await world.admin.get(path(query));
    return body.items.map(({ id }: { id: number }) => id);
  };
  const since = (minutes: number, ids: number[]) =>
    app.sql(
      `with aged as (update visits set entered_at = entered_at - make_interval(mins => $1)
         where id = any($2) returning id, entered_at)
       update presence p set entered_at = a.entered_at from aged a where p.visit_id = a.id`,
      [minutes, ids],
    );
  const events = (type: string) =>
    app.sql<{ entity_id: number; gym_id: number; content: never }>(
      `select entity_id::int, gym_id::int, content from events where partner_id = $1 and type = $2
       order by occurred_at`,
      [world.partnerId, type],
    );
  const isOpen = async (id: number) => {
    const [row] = await app.sql<{ open: boolean }>(
      'select left_at is null as open from visits where id = $1',
      [id],
    );
    return row?.open;
  };
  const AUTOMATIC = 'AUTOMATIC_CUSTOMER_CHECKOUT';

  it('O-38 closes the visits over the limit of each gym in one batch, with one event', async () => {
    world = await givenADoor(app, { gym: { visitClosesAfterMinutes: 90 } });
    const second = await world.gym();
    const there = await world.device('IN', second);
    const [a = 0, b = 0, c = 0, d = 0, e = 0] = await members(5);
    const over = [await enter(a), await enter(b)];
    const young = await enter(c);
    const [elsewhere, patient] = [await enter(d, there), await enter(e, there)];
    await since(91, [...over, patient]);
    await since(89, [young]);
    await since(241, [elsewhere]);
    await app.app.get(VisitClosingWorker).closeOverdue();
    const told = await events(AUTOMATIC);
    const moment = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/);
    const left = (customerId: number) => ({ customerId, checkoutTime: moment });
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { entity_id: world.gymId, gym_id: world.gymId, content: { checkouts: [a, b].map(left) } },
        { entity_id: second, gym_id: second, content: { checkouts: [left(d)] } },
      ]),
    );
    expect(await events('CUSTOMER_CHECKOUT')).toEqual([]);
    expect(await Promise.all([...over, elsewhere, young, patient].map(isOpen))).toEqual([
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(await app.app.get(VisitClosingWorker).closeOverdue()).toBe(0);
    await enter(a);
    expect(await events('CUSTOMER_CHECKOUT')).toEqual([]);
  });

  it('O-38 closes nothing twice over two replicas, and a replica that starts polls at once', async () => {
    world = await givenADoor(app);
    const visits = await Promise.all((await members(8)).map((id) => enter(id)));
    const replica = { databaseUrl: app.settings.databaseUrl };
    const second = await startApp(replica);
    await since(241, visits);
    const closed = await Promise.all(
      [app, second, app, second].map((one) => one.app.get(VisitClosingWorker).closeOverdue()),
    );
    expect(closed.reduce((sum, n) => sum + n)).toBe(8);
    expect(await events(AUTOMATIC)).toHaveLength(1);
    await second.close();
    const late = await enter(world.customerId);
    await since(241, [late]);
    const third = await startApp(replica);
    await eventually(
      () => isOpen(late),
      (open) => open === false,
    );
    await third.close();
    expect(await events(AUTOMATIC)).toHaveLength(2);
  });

  it('O-38 a scan that races with the closing ends the visit once, and the person is inside or not', async () => {
    world = await givenADoor(app);
    const [there, exit] = [await world.device('IN'), await world.device('OUT')];
    const ids = await members(12);
    const visits = await Promise.all(ids.map((id) => enter(id)));
    const codes = await Promise.all(ids.map((id) => world.fetchCode(id)));
    await since(241, visits);
    const [answers] = await Promise.all([
      Promise.all(codes.map((code, n) => world.scan(code, { token: n % 2 ? there : exit }))),
      app.app.get(VisitClosingWorker).closeOverdue(),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(ids.map(() => 200));
    const left = (await events(AUTOMATIC)).flatMap(
      ({ content }) => (content as { checkouts: { customerId: number }[] }).checkouts,
    );
    const byScan = (await events('CUSTOMER_CHECKOUT')).map(({ entity_id: id }) => id);
    expect([...byScan, ...left.map(({ customerId }) => customerId)].sort()).toEqual(
      [...ids].sort(),
    );
    const inside = await app.sql<{ id: number }>(
      `select p.customer_id::int as id from presence p join visits v on v.id = p.visit_id and v.left_at is null
       where p.customer_id = any($1) order by 1`,
      [ids],
    );
    expect(inside.map(({ id }) => id)).toEqual(ids.filter((_, n) => n % 2));
    expect((await listed('?open=true')).length).toBe(6);
  });

  it.each(['the scan', 'the closing'])(
    'O-38 when %s comes first, the other one finds the visit ended',
    async (first) => {
      world = await givenADoor(app);
      const exit = await world.device('OUT');
      const [a = 0, b = 0] = await members(2);
      await since(241, [await enter(a), await enter(b)]);
      const code = await world.fetchCode(a);
      const leave = async () => (await world.scan(code, { token: exit })).status;
      const close = () => app.app.get(VisitClosingWorker).closeOverdue();
      const order = first === 'the scan' ? [leave, close] : [close, leave];
      const answers = await inLine(app, a, ...order);
      const scanIsFirst = first === 'the scan';
      expect(answers).toEqual(scanIsFirst ? [200, 1] : [2, 200]);
      const [told] = await events(AUTOMATIC);
      const left = (told?.content as { checkouts: { customerId: number }[] } | undefined)
        ?.checkouts;
      expect(left?.map(({ customerId }) => customerId)).toEqual(scanIsFirst ? [b] : [a, b]);
      expect(await events('CUSTOMER_CHECKOUT')).toHaveLength(scanIsFirst ? 1 : 0);
    },
  );

  it('a second entry closes the visit that was open at the other gym, with an event that names that gym', async () => {
    world = await givenADoor(app);
    const second = await world.gym();
    const first = await enter(world.customerId);
    const next = await enter(world.customerId, await world.device('IN', second));
    expect([await isOpen(first), await isOpen(next)]).toEqual([false, true]);
    expect(await events('CUSTOMER_CHECKOUT')).toMatchObject([
      { entity_id: world.customerId, gym_id: world.gymId },
    ]);
  });

  it('are listed newest first in pages, all, open or ended ones, of a time', async () => {
    world = await givenADoor(app);
    const ids: number[] = [];
    for (const id of await members(5)) ids.unshift(await enter(id));
    const [newest, , , , oldest] = ids;
    await world.admin.post(`/admin/v1/visits/${oldest}/leave`);
    expect(await listed('')).toEqual(ids);
    expect(await listed('?open=true')).toEqual(ids.slice(0, 4));
    expect(await listed('?open=false')).toEqual([oldest]);
    const first = (await world.admin.get(path('?limit=3'))).body;
    await enter(world.customerId);
    const rest = (await world.admin.get(path(`?limit=3&cursor=${first.nextCursor}`))).body;
    expect([...first.items, ...rest.items].map(({ id }) => id)).toEqual(ids);
    expect(rest.nextCursor).toBeNull();
    await since(600, [newest ?? 0]);
    const earlier = new Date(Date.now() - 300 * 60_000).toISOString();
    expect(await listed(`?to=${earlier}`)).toEqual([newest]);
    expect(await listed(`?from=${earlier}&open=false`)).toEqual([oldest]);
    expect(first.items[0]).toEqual({
      id: newest,
      customerId: expect.any(Number),
      gymId: world.gymId,
      source: 'GATE',
      enteredAt: expect.stringMatching(/Z$/),
      leftAt: null,
      passage: null,
      offline: false,
    });
  });

  it('leave ends a visit once with one event, and answers the same again', async () => {
    world = await givenADoor(app);
    const id = await enter(world.customerId);
    const leave = (api = world.admin) => api.post(`/admin/v1/visits/${id}/leave`);
    const narrowed = await world.keyed(['CHECKIN_WRITE'], { gymId: await world.gym() });
    const other = await givenADoor(app);
    for (const api of [narrowed, other.admin]) expect((await leave(api)).status).toBe(404);
    expect((await leave(await world.keyed(['CHECKIN_READ']))).status).toBe(403);
    const answers = await Promise.all([leave(), leave(), leave()]);
    answers.push(await leave());
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.body).toMatchObject({ id, leftAt: expect.stringMatching(/Z$/) });
    expect(await events('CUSTOMER_CHECKOUT')).toHaveLength(1);
    expect((await narrowed.get(path())).status).toBe(403);
    await enter(world.customerId);
    for (const bad of ['0', 'abc', '99999999999'])
      expect((await world.admin.post(`/admin/v1/visits/${bad}/leave`)).status).toBe(404);
  });
});
