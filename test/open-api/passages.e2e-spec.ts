import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Passages } from '../../src/gate/index.js';
import { OccupancyWorker } from '../../src/visits/occupancy.worker.js';
import { givenAPass, givenAPolicy } from '../support/access-policies.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';
import {
  ageOf,
  NOT_PASSED as GAVE_UP,
  openTurnstile,
  PASSED as TURNED,
  type Turnstile,
} from '../support/turnstile.js';

let app: TestApp;
let world: GateWorld;

beforeAll(async () => {
  app = await startApp();
  world = await givenADoor(app);
});
afterAll(() => app.close());

describe('a door that reports what happens after a grant', () => {
  it('D-24 counts the visit at the grant and shows how the passage ended', async () => {
    const door = await givenATurnstile('BOTH');
    const card = await givenACard();
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'IN' });
    expect(await door.state()).toBe('WAITING');
    await door.report(GAVE_UP);
    const [visit] = await visitsOf(card);
    expect(visit).toMatchObject({ passage: 'GAVE_UP', leftAt: null });
    expect(await door.state()).toBe('GAVE_UP');
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'IN' });
    await door.report(TURNED);
    expect(await visitsOf(card)).toEqual([{ ...visit, passage: 'TURNED' }]);
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN']);
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'OUT' });
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it('A-21 who gave up to pass comes in again in spite of HARD, who turned does not', async () => {
    const gym = { partnerId: world.partnerId, gymId: world.gymId };
    const antiPassback = { mode: 'HARD', minutes: null, scope: 'GYM' } as const;
    await givenAPolicy(app, gym, { antiPassback });
    const door = await givenATurnstile('IN');
    const card = await givenACard();
    await door.show(card);
    await door.report(GAVE_UP);
    expect(await door.show(card)).toMatchObject({ kind: 'open' });
    await door.report(TURNED);
    expect(await door.show(card)).toMatchObject({ why: 'ACCESS_ANTI_PASSBACK' });
    expect(await visitsOf(card)).toHaveLength(1);
    await givenAPolicy(app, gym, {});
  });

  it('D-24 lets a person out again who gave up 16 minutes ago', async () => {
    const door = await givenATurnstile('BOTH');
    const card = await givenACard();
    await door.show(card);
    await door.report(GAVE_UP);
    await age(card, '16 minutes');
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'OUT' });
  });

  it('D-24 takes silence for no confirmation', async () => {
    const door = await givenATurnstile('IN');
    const card = await givenACard();
    await door.show(card);
    expect(await passages().endOverdue()).toEqual([]);
    await age(card, '31 seconds');
    const overdue = { deviceId: door.id, before: 'WAITING', state: 'UNCONFIRMED' };
    expect(await passages().endOverdue()).toEqual([expect.objectContaining(overdue)]);
    expect(await passages().endOverdue()).toEqual([]);
    expect(await visitsOf(card)).toMatchObject([{ passage: 'UNCONFIRMED', leftAt: null }]);
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN']);
  });

  it('D-26 finds the passage by the scan, else the only one that waits', async () => {
    const door = await givenATurnstile('IN');
    const [one, other] = [await givenACard(), await givenACard()];
    const nonce = randomUUID();
    await door.show(one, nonce);
    await door.show(other);
    expect(await door.report({ ...TURNED, nonce: randomUUID() })).toBeUndefined();
    expect(await door.report({ ...TURNED, nonce })).toMatchObject({
      before: 'WAITING',
      state: 'TURNED',
    });
    expect(await door.report({ ...TURNED, nonce })).toMatchObject({
      before: 'TURNED',
      state: 'TURNED',
    });
    expect(await door.report({ ...GAVE_UP, nonce: randomUUID() })).toMatchObject({
      state: 'GAVE_UP',
    });
    expect(await door.report(TURNED)).toBeUndefined();
    expect(await visitsOf(one)).toMatchObject([{ passage: 'TURNED' }]);
    expect(await visitsOf(other)).toMatchObject([{ passage: 'GAVE_UP' }]);
  });

  it('D-27 shows who passed to the other side, and that no passage is confirmed any more', async () => {
    const door = await givenATurnstile('IN');
    const card = await givenACard();
    await door.show(card);
    const state = { state: 'OTHER_SIDE' };
    expect(await door.report({ ...TURNED, isEntrySide: false })).toMatchObject(state);
    expect(await visitsOf(card)).toMatchObject([{ passage: 'OTHER_SIDE', leftAt: null }]);
    const isSilent = () => passages().areUnconfirmed(world.partnerId, door.id, 2);
    await pass(door, card);
    expect(await isSilent()).toBe(false);
    await pass(door, card);
    expect(await isSilent()).toBe(true);
  });

  it('repeats a grant by its nonce and within the window, and the passage waits again', async () => {
    const door = await givenATurnstile('IN', { repeatWindowSeconds: 5 });
    const card = await givenACard();
    const [first, second] = [randomUUID(), randomUUID()];
    const answer = { ...(await door.show(card, first)), repeated: true };
    expect(await door.show(card, first)).toEqual(answer);
    expect(await door.show(card, second)).toEqual(answer);
    await door.report(GAVE_UP);
    await age(card, '10 seconds');
    expect(await door.show(card, second)).toEqual(answer);
    expect(await door.report({ ...TURNED, nonce: second })).toMatchObject({ before: 'WAITING' });
    expect(await visitsOf(card)).toMatchObject([{ passage: 'TURNED' }]);
    expect(await door.show(await givenACard(), first)).toMatchObject({ why: 'NONCE_REUSED' });
  });

  it('repeats the answer to a nonce that knows no passage, and none waits again for it', async () => {
    const door = await givenATurnstile('IN');
    const card = await givenACard();
    const nonce = randomUUID();
    await door.show(card, nonce);
    await door.report(GAVE_UP);
    await app.sql(`update gate_nonces set answer = answer - 'passageId' where nonce = $1`, [nonce]);
    expect(await door.show(card, nonce)).toMatchObject({ kind: 'open', repeated: true });
    expect(await visitsOf(card)).toMatchObject([{ passage: 'GAVE_UP' }]);
    expect(await door.report(TURNED)).toBeUndefined();
  });
});

describe('a gym that counts visits when people have turned', () => {
  beforeAll(() => countVisitsOn('TURN'));
  afterAll(() => countVisitsOn('GRANT'));

  it('D-25 knows no visit and no event before the report', async () => {
    const door = await givenATurnstile('BOTH');
    const card = await givenACard();
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'IN' });
    expect([await visitsOf(card), await eventsOf(card)]).toEqual([[], []]);
    await door.report(TURNED);
    const [visit] = await visitsOf(card);
    expect(visit).toMatchObject({ passage: 'TURNED', leftAt: null });
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN']);
    await door.report(TURNED);
    expect(await eventsOf(card)).toHaveLength(1);
  });

  it('D-25 begins no visit and ends none where the person gives up', async () => {
    const door = await givenATurnstile('BOTH');
    const card = await givenACard();
    await door.show(card);
    await door.report(GAVE_UP);
    expect([await visitsOf(card), await eventsOf(card)]).toEqual([[], []]);
    await door.show(card);
    await door.report(TURNED);
    expect(await door.show(card)).toMatchObject({ direction: 'OUT' });
    await door.report(GAVE_UP);
    expect(await visitsOf(card)).toMatchObject([{ passage: 'TURNED', leftAt: null }]);
    expect(await door.show(card)).toMatchObject({ direction: 'OUT' });
    await door.report(TURNED);
    const [visit] = await visitsOf(card);
    expect(visit).toMatchObject({ passage: 'TURNED', leftAt: expect.any(String) });
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it('D-25 counts silence from the grant on, and a report after it changes no visit', async () => {
    const door = await givenATurnstile('IN');
    const card = await givenACard();
    const nonce = randomUUID();
    await door.show(card, nonce);
    await age(card, '31 seconds');
    await passages().endOverdue();
    const [visit] = await visitsOf(card);
    const ago = Date.now() - Date.parse(visit.enteredAt);
    expect(ago).toBeGreaterThan(30_000);
    expect(await door.report({ ...GAVE_UP, nonce })).toMatchObject({ before: 'UNCONFIRMED' });
    expect(await visitsOf(card)).toEqual([{ ...visit, passage: 'GAVE_UP' }]);
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN']);
  });

  it('keeps one waiting passage of a person, whichever way the report names', async () => {
    const door = await givenATurnstile('BOTH');
    const card = await givenACard();
    const nonce = randomUUID();
    await door.show(card, nonce);
    expect(await door.show(card)).toMatchObject({ kind: 'open', direction: 'IN' });
    expect(await door.report({ ...TURNED, nonce })).toMatchObject({ before: 'WAITING' });
    expect(await visitsOf(card)).toHaveLength(1);
    expect(await eventsOf(card)).toEqual(['CUSTOMER_CHECKIN']);
  });

  it('A-23 A-24 a waiting passage has a place, which giving up frees and turning keeps', async () => {
    const door = await givenATurnstile('IN');
    const [one, other] = [await givenACard(), await givenACard()];
    const inside = async () => {
      const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}/occupancy`);
      return body.inside as number;
    };
    const before = await inside();
    const gym = { partnerId: world.partnerId, gymId: world.gymId };
    await givenAPolicy(app, gym, { capacity: { max: before + 1, warnAtPercent: null } });
    const nonce = randomUUID();
    await door.show(one, nonce);
    expect(await inside()).toBe(before + 1);
    expect(await door.show(other)).toMatchObject({ why: 'ACCESS_FULL' });
    const checked = async ({ customerId }: Card) => {
      const check = `/admin/v1/gyms/${world.gymId}/access-policy/check`;
      return (await world.admin.post(check, { customerId })).body.result as string;
    };
    expect([await checked(one), await checked(other)]).toEqual(['OPEN', 'ACCESS_FULL']);
    expect(await door.show(one)).toMatchObject({ kind: 'open' });
    await door.report(GAVE_UP);
    expect(await inside()).toBe(before);
    expect(await door.show(other)).toMatchObject({ kind: 'open' });
    await app.sql('update gym_occupancy set recount_at = now(), counted_at = now()');
    await app.app.get(OccupancyWorker, { strict: false }).run();
    expect(await inside()).toBe(before + 1);
    await door.report(TURNED);
    expect([await inside(), (await visitsOf(other)).length]).toEqual([before + 1, 1]);
    expect(await door.show(one)).toMatchObject({ why: 'ACCESS_FULL' });
    expect(await app.sql(`select from alerts where code = 'gate.occupancy-drift'`)).toEqual([]);
    await givenAPolicy(app, gym, {});
  });

  it('A-23 D-25 silence keeps the place: the visit began at the grant', async () => {
    const door = await givenATurnstile('IN');
    const [one, other] = [await givenACard(), await givenACard()];
    const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}/occupancy`);
    const gym = { partnerId: world.partnerId, gymId: world.gymId };
    await givenAPolicy(app, gym, { capacity: { max: body.inside + 1, warnAtPercent: null } });
    await door.show(one);
    await age(one, '31 seconds');
    expect(await door.show(other)).toMatchObject({ why: 'ACCESS_FULL' });
    await passages().endOverdue();
    expect(await visitsOf(one)).toMatchObject([{ passage: 'UNCONFIRMED', leftAt: null }]);
    expect(await door.show(other)).toMatchObject({ why: 'ACCESS_FULL' });
    const exit = await givenATurnstile('OUT');
    await exit.show(one);
    await exit.report(TURNED);
    expect(await door.show(other)).toMatchObject({ kind: 'open' });
    await door.report(GAVE_UP);
    await givenAPolicy(app, gym, {});
  });

  it('A-17 a guest uses an entry when they have turned, and none when they gave up', async () => {
    const door = await givenATurnstile('IN');
    const cardNumber = String(Math.floor(Math.random() * 1e9));
    const customerId = await world.customer({ cardNumber: { value: cardNumber } });
    const pass = await givenAPass(app, { partnerId: world.partnerId, customerId }, {});
    const used = async () => {
      const [row] = await app.sql('select entries_used from access_passes where id = $1', [pass]);
      return row?.['entries_used'];
    };
    await door.show({ cardNumber });
    await door.report(GAVE_UP);
    expect(await used()).toBe(0);
    await door.show({ cardNumber });
    expect(await used()).toBe(0);
    await door.report(TURNED);
    expect(await used()).toBe(1);
  });

  it('D-28 counts at the grant where the device reports nothing', async () => {
    const door = await givenATurnstile('IN', {}, {});
    const card = await givenACard();
    await door.show(card);
    expect(await visitsOf(card)).toMatchObject([{ passage: null, leftAt: null }]);
    expect(await door.state()).toBeNull();
  });
});

const passages = () => app.app.get(Passages, { strict: false });
const countVisitsOn = (countVisitOn: string) =>
  world.admin.patch(`/admin/v1/gyms/${world.gymId}`, { countVisitOn });

/** A grant that nobody confirms. */
async function pass(door: Door, card: Card) {
  await door.show(card);
  await age(card, '31 seconds');
  await passages().endOverdue();
}

const age = ({ customerId }: Card, by: string) => ageOf(app, customerId, by);
const givenATurnstile = (direction: string, settings = {}, abilities?: object) =>
  openTurnstile(app, world, { direction, ...settings }, abilities);

type Card = Awaited<ReturnType<typeof givenACard>>;
type Door = Turnstile;

async function givenACard() {
  const cardNumber = String(Math.floor(Math.random() * 1e9));
  const customerId = await world.customer({ cardNumber: { value: cardNumber } });
  await world.withContract(customerId);
  return { customerId, cardNumber };
}

async function visitsOf({ customerId }: Card) {
  const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}/visits`);
  return body.items.filter((visit: { customerId: number }) => visit.customerId === customerId);
}

async function eventsOf({ customerId }: Card): Promise<string[]> {
  const rows = await app.sql<{ type: string }>(
    `select type from events where entity_id = $1 and type like 'CUSTOMER_CHECK%' order by occurred_at, type`,
    [customerId],
  );
  return rows.map(({ type }) => type);
}
