import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
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

  describe('at gyms with access rules', () => {
    const policyOf = (gymId: number, body: object) =>
      world.admin.put(`/admin/v1/gyms/${gymId}/access-policy`, body, { 'If-Match': '*' });
    const rule = (gymId: number, body: object) =>
      world.admin.post(`/admin/v1/gyms/${gymId}/access-rules`, body);
    const said = async (visitor: Visitor, language: string) => {
      const { body } = await visitor.get(`/${world.slug}/code/state`, {
        'Accept-Language': language,
      });
      return (body as Record<string, unknown>)['adviceText'] as string | undefined;
    };

    it('A-31 say when a door opens again, in the language of the page, where all gyms agree', async () => {
      const own = await givenADoor(app);
      world = own;
      const [visitor, id] = await givenAMember();
      await own.withContract(id);
      const { gymId } = own;
      expect(await said(visitor, 'en')).toBeUndefined();
      await policyOf(gymId, { outsideRules: 'DENY' });
      const always = { name: 'All', effect: 'ALLOW', who: { rights: ['CONTRACT'] } };
      const made = (await rule(gymId, always)).body;
      expect(await said(visitor, 'en')).toBeUndefined();
      const patch = (when: object) =>
        own.admin.patch(`/admin/v1/access-rules/${made.id}`, { when }, { 'If-Match': '*' });
      // Two days from now, so that no midnight comes between.
      const then = new Date(Date.now() + 2 * 86_400_000);
      const day = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'][
        new Date(then.toLocaleString('en-US', { timeZone: 'America/Sao_Paulo' })).getDay()
      ];
      await patch({ days: [day], from: '09:00', to: '16:00' });
      const until = async (language: string, shape: RegExp) =>
        eventually(
          () => said(visitor, language),
          (text) => shape.test(text ?? ''),
        );
      expect(await until('en', /09:00/)).toMatch(
        /^Your plan does not include this time\. Open for you from \w{3} 09:00\.$/,
      );
      expect(await said(visitor, 'pt')).toMatch(
        /^Seu plano não inclui este horário\. Aberto para você a partir de \S+ 09:00\.$/,
      );
      expect(await said(visitor, 'de')).toMatch(/Für dich offen ab \w{2} 09:00\.$/);
      expect(await said(visitor, 'es')).toMatch(/Abierto para ti desde \S+ 09:00\.$/);
      const { content } = (await visitor.get(`/${own.slug}/code/current`)).body as {
        content: string;
      };
      expect((await own.scan(content)).body).toMatchObject({ errorCode: 'ACCESS_OUTSIDE_HOURS' });
      await own.gym();
      await eventually(
        () => said(visitor, 'en'),
        (text) => text === undefined,
      );
    });

    it('A-31 say on a closing day when the gym opens again, in four languages', async () => {
      const own = await givenADoor(app);
      world = own;
      const [visitor, id] = await givenAMember();
      await own.withContract(id);
      // Closed for three local days, so that no midnight comes between.
      const dayOf = (shift: number) =>
        new Date(Date.now() + shift * 86_400_000 - 3 * 3_600_000).toISOString().slice(0, 10);
      const closingDays = [-1, 0, 1].map((shift) => ({ date: dayOf(shift) }));
      await policyOf(own.gymId, { closingDays });
      const until = async (language: string, shape: RegExp) =>
        eventually(
          () => said(visitor, language),
          (text) => shape.test(text ?? ''),
        );
      expect(await until('en', /00:00/)).toMatch(
        /^The gym is closed now\. Open for you from \w{3} 00:00\.$/,
      );
      expect(await said(visitor, 'pt')).toMatch(
        /^A unidade está fechada agora\. Aberto para você a partir de \S+ 00:00\.$/,
      );
      expect(await said(visitor, 'de')).toMatch(
        /^Das Studio ist gerade geschlossen\. Für dich offen ab \w{2} 00:00\.$/,
      );
      expect(await said(visitor, 'es')).toMatch(
        /^El centro está cerrado ahora\. Abierto para ti desde \S+ 00:00\.$/,
      );
      await policyOf(own.gymId, {});
      await eventually(
        () => said(visitor, 'en'),
        (text) => text === undefined,
      );
      expect(await said(visitor, 'en')).toBeUndefined();
    });

    it('A-31 name how many are inside only where the gym shows it', async () => {
      const own = await givenADoor(app);
      world = own;
      const [visitor, id] = await givenAMember();
      await own.withContract(id);
      const other = await own.customer();
      await own.withContract(other);
      expect((await own.scan(await own.fetchCode(other))).status).toBe(200);
      await policyOf(own.gymId, { capacity: { max: 1 } });
      const shows = (shape: RegExp) =>
        eventually(
          () => said(visitor, 'en'),
          (text) => shape.test(text ?? ''),
        );
      expect(await shows(/full/)).toBe('The gym is full; please wait a moment.');
      await policyOf(own.gymId, { capacity: { max: 1 }, showOccupancy: true });
      expect(await shows(/inside/)).toBe(
        'The gym is full; please wait a moment. Now 1 of 1 inside.',
      );
    });
  });
});
