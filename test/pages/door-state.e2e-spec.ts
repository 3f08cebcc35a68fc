import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { givenWellhub } from '../support/registration.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { Visitor } from '../support/visitor.js';

describe('what the code screen shows of the door', () => {
  let app: TestApp;
  let world: GateWorld;
  let member: Visitor;
  let customerId: number;
  let count = 0;

  beforeAll(async () => {
    app = await startApp();
    world = await givenADoor(app);
    [member, customerId] = await givenAMember();
  });
  afterAll(() => app.close());

  /** Came through Wellhub: no contract, no check-in yet. */
  async function givenAMember(): Promise<[Visitor, number]> {
    const email = `ana.${(count += 1)}@example.com`;
    const token = await (await givenWellhub(app, world)).token({ email });
    const visitor = new Visitor(app.api);
    const form = { token, email, password: 'a quiet river at noon' };
    expect((await visitor.submit(`/${world.slug}/join`, form)).status).toBe(303);
    const [row] = await app.sql<{ id: string }>('select max(id) as id from customers');
    return [visitor, Number(row?.id)];
  }
  const state = async (visitor = member) =>
    (await visitor.get(`/${world.slug}/code/state`)).body as Record<string, unknown>;
  const code = async () => {
    const { body } = await member.get(`/${world.slug}/code/current`);
    return body as { content: string };
  };
  const checkIn = (gymId: number, state = 'PENDING') =>
    app.sql(
      `insert into check_ins (partner_id, id, gym_id, customer_id, wellhub_id, state, cause, event_at,
         local_day, expires_at, deadline_at)
       select $1, gen_random_uuid(), $2, $3, '0000000000001', $4, 'WEBHOOK', at,
         (at at time zone 'America/Sao_Paulo')::date, at + interval '1 hour', at + interval '1 hour'
       from clock_timestamp() at`,
      [world.partnerId, gymId, customerId, state],
    );

  it('is for the person of the session only', async () => {
    const stranger = new Visitor(app.api);
    expect((await stranger.get(`/${world.slug}/code/state`)).status).toBe(401);
    const { status, headers } = await member.get(`/${world.slug}/code/state`);
    expect([status, headers.get('cache-control')]).toEqual([200, 'no-store']);
  });

  it('O-25 tells a Wellhub customer without contract and check-in to check in first, at any gym', async () => {
    expect(await state()).toMatchObject({ openedAt: null, way: null, advice: 'CHECK_IN_FIRST' });
    const elsewhere = await world.gym();
    await checkIn(elsewhere);
    expect((await state())['advice']).toBeNull();
    await app.sql('delete from check_ins where customer_id = $1', [customerId]);
    expect((await state())['advice']).toBe('CHECK_IN_FIRST');
    await checkIn(world.gymId, 'CANCELED');
    expect((await state())['advice']).toBe('CHECK_IN_FIRST');
  });

  it('O-33 shows what the gate would decide: no contract, a contract, a restriction', async () => {
    await app.sql(
      `update customers set origin = 'DIRECT', wellhub_id = null, gpw_active = false where id = $1`,
      [customerId],
    );
    expect((await state())['advice']).toBe('NO_CONTRACT');
    const refused = await world.scan((await code()).content);
    expect(refused.body.errorCode).toBe('CONTRACT_REQUIRED');
    await world.withContract(customerId);
    expect((await state())['advice']).toBeNull();
    await world.admin.put(`/admin/v1/customers/${customerId}/restriction`, { reason: 'asked' });
    expect((await state())['advice']).toBe('RESTRICTED');
    expect((await world.scan((await code()).content)).body.errorCode).toBe(
      'CUSTOMER_ACCESS_RESTRICTED',
    );
    expect((await state())['openedAt']).toBeNull();
    await app.sql('delete from restrictions where customer_id = $1', [customerId]);
  });

  it('reports each opening once with its direction, and neither person nor gym', async () => {
    await world.scan((await code()).content);
    const inside = await state();
    expect(inside).toEqual({
      serverNow: expect.any(String),
      openedAt: expect.any(String),
      way: 'IN',
      advice: null,
    });
    expect(await state()).toMatchObject({ openedAt: inside['openedAt'] });
    const exit = await world.device('OUT');
    await world.scan((await code()).content, { token: exit });
    const outside = await state();
    expect(outside['way']).toBe('OUT');
    expect(outside['openedAt']).not.toBe(inside['openedAt']);
  });

  it('shows no advice when the gym is unknown among many', async () => {
    const [other] = await givenAMember();
    expect((await state(other))['advice']).toBe('CHECK_IN_FIRST');
    await app.sql(
      `insert into gyms (partner_id, name, time_zone, hook_production, hook_test)
       select $1, 'Gym ' || n, 'America/Sao_Paulo', 'hp-' || n, 'ht-' || n from generate_series(1, 20) n`,
      [world.partnerId],
    );
    expect((await state(other))['advice']).toBeNull();
  });
});
