import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import { CheckInStage, newWellhubId, type CheckInWorld } from '../support/check-in-stage.js';

const isEnded = ({ state }: { state: string }) => state !== 'PENDING';

describe('events of one visit', () => {
  let stage: CheckInStage;
  let gate: CheckInWorld;
  let wellhubId: string;

  beforeAll(async () => {
    stage = await CheckInStage.open({ wellhubCallsPerGym: 1_000, wellhubCallsTotal: 1_000 });
    gate = await stage.partner({ gym: { validationMode: 'GATE' } });
  });
  afterAll(() => stage.close());
  beforeEach(() => {
    wellhubId = newWellhubId();
  });

  const settled = async (n: number) => {
    await eventually(
      () =>
        stage.app.sql<{ n: string }>(
          `select count(*) as n from wellhub_events where state = 'RECEIVED'`,
        ),
      ([row]) => Number(row?.n) === 0,
    );
    const rows = await gate.rows(wellhubId);
    expect(rows).toHaveLength(n);
    return rows;
  };

  it.each([
    ['checkin first', ['plain', 'booked']],
    ['booked first', ['booked', 'plain']],
  ])('W-39 makes one check-in of both, linked to the booking: %s', async (_, order) => {
    const number = `BK_${wellhubId}`;
    for (const kind of order)
      await gate.posts.send(
        kind === 'plain'
          ? gate.posts.checkIn(wellhubId)
          : gate.posts.booked(wellhubId, number, {
              expires_at: Math.floor(Date.now() / 1000) + 5_400,
            }),
      );
    const [row] = await settled(1);
    expect(row).toMatchObject({ booking_number: number, state: 'PENDING' });
    expect(row!.expires_at.getTime() - Date.now()).toBeGreaterThan(5_000_000);
    const events = await gate.events(row!.customer_id);
    expect(events.map(({ type }) => type)).toEqual(['WELLHUB_CHECKIN_RECEIVED']);
  });

  it('W-39 makes two check-ins and two calls of two booked classes, the second flagged and not published', async () => {
    await gate.posts.send(gate.posts.booked(wellhubId, 'BK_1' + wellhubId));
    const [first] = await settled(1);
    stage.simulator.planAnswer({ wellhubId, answer: 'ok', times: 1 });
    stage.simulator.planAnswer({ wellhubId, answer: 'already', times: 1 });
    expect(await gate.ask(first!.customer_id)).toMatchObject({ kind: 'validated' });
    await gate.posts.send(gate.posts.booked(wellhubId, 'BK_2' + wellhubId));
    const [, second] = await settled(2);
    const answer = await gate.world.admin.post(`/admin/v1/check-ins/${second!.id}/validate`);
    expect(answer.body).toMatchObject({ state: 'VALIDATED', alreadyValidated: true });
    expect(gate.calls(wellhubId)).toBe(2);
    const types = (await gate.events(first!.customer_id)).map(({ type }) => type);
    expect(types.filter((type) => type === 'WELLHUB_CHECKIN_VALIDATED')).toHaveLength(1);
  });

  it('joins a late event to the check-in validated today, and makes a new one of a later event', async () => {
    const start = Math.floor(Date.now() / 1000);
    await gate.posts.send(gate.posts.checkIn(wellhubId, { timestamp: start }));
    const [row] = await settled(1);
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    expect(await gate.ask(row!.customer_id)).toMatchObject({ kind: 'validated' });
    await gate.posts.send(gate.posts.checkIn(wellhubId, { timestamp: start - 1 }));
    await settled(1);
    await gate.posts.send(gate.posts.checkIn(wellhubId, { timestamp: start + 120 }));
    await settled(2);
  });

  it('makes a new check-in after any other state', async () => {
    await gate.posts.send(gate.posts.checkIn(wellhubId, { timestamp: nowSeconds() - 2 }));
    const [row] = await settled(1);
    stage.simulator.planAnswer({ wellhubId, answer: 'canceled', times: 1 });
    expect(await gate.ask(row!.customer_id)).toMatchObject({ kind: 'canceled' });
    await gate.posts.send(gate.posts.checkIn(wellhubId));
    const rows = await settled(2);
    expect(rows.map(({ state }) => state)).toEqual(['CANCELED', 'PENDING']);
  });

  it('W-38 handles one person’s events that arrive at once as one check-in and one customer', async () => {
    const variants = Array.from({ length: 12 }, (_, n) =>
      gate.posts.checkIn(wellhubId, { timestamp: nowSeconds() - n }),
    );
    await Promise.all(variants.map((event) => gate.posts.send(event)));
    await settled(1);
    const people = await stage.app.sql('select 1 from customers where wellhub_id = $1', [
      wellhubId,
    ]);
    expect(people).toHaveLength(1);
  });

  it('W-42 assigns the id to the one customer with that confirmed e-mail and an active gpw link', async () => {
    const email = `Ana.${wellhubId}@Example.com`;
    const [linked] = await stage.app.sql<{ id: number }>(
      `insert into customers (partner_id, origin, status, email, email_key, email_confirmed, gpw_id)
        values ($1, 'DIRECT', 'ACTIVE', $2, lower($2), true, $3) returning id`,
      [gate.world.partnerId, email, `gpw-${wellhubId}`],
    );
    const user = { unique_token: wellhubId, email: email.toUpperCase() };
    await gate.posts.send(gate.posts.checkIn(wellhubId, { user }));
    const [row] = await settled(1);
    expect(Number(row!.customer_id)).toBe(Number(linked!.id));
  });

  it('W-42 merges a pending profile when a later check-in brings the confirmed e-mail', async () => {
    await gate.posts.send(gate.posts.checkIn(wellhubId, { timestamp: nowSeconds() - 5 }));
    const [before] = await settled(1);
    const email = `eva.${wellhubId}@example.com`;
    const [linked] = await stage.app.sql<{ id: number }>(
      `insert into customers (partner_id, origin, status, email, email_key, email_confirmed, gpw_id)
        values ($1, 'DIRECT', 'ACTIVE', $2, $2, true, $3) returning id`,
      [gate.world.partnerId, email, `gpw-${wellhubId}`],
    );
    await gate.posts.send(
      gate.posts.checkIn(wellhubId, { user: { unique_token: wellhubId, email } }),
    );
    const [row] = await settled(1);
    expect(Number(row!.customer_id)).toBe(Number(linked!.id));
    const [gone] = await stage.app.sql('select status, merged_into from customers where id = $1', [
      before!.customer_id,
    ]);
    expect(gone).toMatchObject({ status: 'ERASED', merged_into: expect.anything() });
  });

  it('W-42 never joins by name or by an unconfirmed e-mail, nor when two customers fit', async () => {
    const email = `two.${wellhubId}@example.com`;
    for (const [confirmed, gpw] of [
      [false, 'a'],
      [true, null],
    ])
      await stage.app.sql(
        `insert into customers (partner_id, origin, status, first_name, email, email_key, email_confirmed, gpw_id)
          values ($1, 'DIRECT', 'ACTIVE', 'Ana', $2, $2, $3, $4)`,
        [gate.world.partnerId, email, confirmed, gpw && `gpw-${gpw}${wellhubId}`],
      );
    const user = { unique_token: wellhubId, email, first_name: 'Ana' };
    await gate.posts.send(gate.posts.checkIn(wellhubId, { user }));
    const [row] = await settled(1);
    const [customer] = await stage.app.sql('select origin, status from customers where id = $1', [
      row!.customer_id,
    ]);
    expect(customer).toEqual({ origin: 'WELLHUB', status: 'PENDING' });
  });

  it('W-70 clears the bodies and the id of an erased person; the state stays', async () => {
    await gate.posts.send(gate.posts.checkIn(wellhubId));
    const [row] = await settled(1);
    stage.simulator.planAnswer({ wellhubId, answer: 'ok' });
    await gate.ask(row!.customer_id);
    const erased = await gate.world.admin.delete(`/admin/v1/customers/${row!.customer_id}`);
    expect(erased.status).toBe(204);
    const [after] = await stage.app.sql('select state, wellhub_id from check_ins where id = $1', [
      row!.id,
    ]);
    expect(after).toMatchObject({ state: 'VALIDATED' });
    expect(JSON.stringify(after)).not.toContain(wellhubId);
    const cleared = await stage.app.sql('select 1 from wellhub_events where payload is null');
    expect(cleared.length).toBeGreaterThan(0);
    expect(isEnded(row!)).toBe(false);
  });
});

const nowSeconds = () => Math.floor(Date.now() / 1000);
