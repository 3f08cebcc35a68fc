import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { UnconfirmedPassagesWorker } from '../../src/control-id/turns/unconfirmed-passages.worker.js';
import { DeviceLogs } from '../support/control-id-logs.js';
import { controlIdStage, givenAControlIdDevice } from '../support/control-id-stage.js';
import { createDatabase } from '../support/databases.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let world: GateWorld;

beforeAll(async () => {
  app = await startApp();
  world = await givenADoor(app);
});
afterAll(() => app.close());

interface Card {
  readonly customerId: number;
  readonly value: string;
}

async function aCard(): Promise<Card> {
  const value = String(Math.floor(1e8 + Math.random() * 9e8));
  const customerId = await world.customer({ cardNumber: { value } });
  await world.withContract(customerId);
  return { customerId, value };
}

/** A device, and the turns that it reports. */
class Turnstile extends DeviceLogs {
  async show({ value }: Card, uuid = ''): Promise<{ event: number; message: string }> {
    const { body } = await this.device.call('new_card.fcgi', { card_value: value, uuid });
    return body.result;
  }

  /** The report, once it is handled. The time makes each one another. */
  async turns(name: string, uuid?: string): Promise<void> {
    const event = { type: 7, name, time: (this.time += 1), ...(uuid !== undefined && { uuid }) };
    await this.report('catra_event', { event, access_event_id: 15, device_id: 478435 });
    await this.handled();
  }

  async passage({ customerId }: Card): Promise<string | null> {
    const { body } = await world.admin.get(`/admin/v1/gyms/${world.gymId}/visits`);
    const own = body.items.filter((visit: Card) => visit.customerId === customerId);
    expect(own).toHaveLength(1);
    return own[0].passage;
  }

  private time = 1_484_126_902;
}

async function aTurnstile(device: Record<string, unknown> = {}, gymId = world.gymId) {
  const made = { direction: 'BOTH', repeatWindowSeconds: 0, ...device };
  return new Turnstile(app, world, await givenAControlIdDevice(app, { ...world, gymId }, made));
}

const types = async (turnstile: Turnstile, { customerId }: Card) =>
  (await turnstile.published(customerId)).map(({ type }) => type);

/** What the person did so far is that much longer ago. */
async function age({ customerId }: Card, by: string) {
  const earlier = (columns: string[]) =>
    columns.map((column) => `${column} = ${column} - interval '${by}'`).join(', ');
  const presence = ['last_scan_at', 'gave_up_at', 'moved_at', 'entered_at'];
  const times = ['granted_at', 'waits_until', 'ended_at'];
  await app.sql(`update presence set ${earlier(presence)} where customer_id = $1`, [customerId]);
  await app.sql(`update gate_passages set ${earlier(times)} where customer_id = $1`, [customerId]);
}

const nobodyReports = () => app.app.get(UnconfirmedPassagesWorker, { strict: false }).run();

describe('the turns of a Control iD turnstile', () => {
  it('D-24 are shown on the visit, which counted at the grant', async () => {
    const turnstile = await aTurnstile();
    const [one, other, third] = [await aCard(), await aCard(), await aCard()];
    expect(await turnstile.show(one)).toMatchObject({ event: 7, message: 'Welcome' });
    expect(await types(turnstile, one)).toEqual(['CUSTOMER_CHECKIN']);
    await turnstile.turns('TURN LEFT');
    expect(await turnstile.passage(one)).toBe('TURNED');
    await turnstile.show(other);
    await turnstile.turns('GIVE UP');
    expect(await turnstile.passage(other)).toBe('GAVE_UP');
    expect(await turnstile.visits(other.customerId)).toMatchObject([{ left_at: null }]);
    expect(await types(turnstile, other)).toEqual(['CUSTOMER_CHECKIN']);
    await turnstile.show(third);
    await age(third, '31 seconds');
    await nobodyReports();
    expect(await turnstile.passage(third)).toBe('UNCONFIRMED');
  });

  it('D-24 lead the same way again after the person gave up, until 16 minutes are over', async () => {
    const turnstile = await aTurnstile({ repeatWindowSeconds: 1 });
    const card = await aCard();
    await turnstile.show(card);
    await turnstile.turns('GIVE UP');
    await age(card, '2 seconds');
    expect(await turnstile.show(card)).toMatchObject({ event: 7, message: 'Welcome' });
    expect(await turnstile.visits(card.customerId)).toMatchObject([{ left_at: null }]);
    expect(await types(turnstile, card)).toEqual(['CUSTOMER_CHECKIN']);
    await turnstile.turns('GIVE UP');
    await age(card, '16 minutes');
    expect(await turnstile.show(card)).toMatchObject({ event: 7, message: 'Goodbye' });
    expect(await types(turnstile, card)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it('D-26 belong to the scan of the same uuid, else to the only one that waits', async () => {
    const turnstile = await aTurnstile();
    const [one, other] = [await aCard(), await aCard()];
    await turnstile.show(one, 'scan 1');
    await turnstile.show(other, 'scan 2');
    await turnstile.turns('TURN LEFT', 'another');
    await turnstile.turns('TURN LEFT');
    const events = async () => (await turnstile.events()).map(({ type }) => type);
    expect(await events()).toEqual(['TURN_UNKNOWN', 'TURN_UNKNOWN']);
    await turnstile.turns('EVENT_GIVE_UP', 'scan 2');
    await turnstile.turns('give up', 'scan 2');
    expect(await turnstile.passage(other)).toBe('GAVE_UP');
    await turnstile.turns('TURN RIGHT', 'unknown');
    expect(await turnstile.passage(one)).toBe('TURNED');
    await turnstile.turns('TURN SOMEHOW');
    expect(await events()).toHaveLength(2);
  });

  it('D-27 to the wrong side are one alert, and count', async () => {
    const turnstile = await aTurnstile({ controlId: { entryTurnEvent: 'TURN_LEFT' } });
    const [one, other] = [await aCard(), await aCard()];
    await turnstile.show(one);
    await turnstile.turns('TURN RIGHT');
    expect(await turnstile.passage(one)).toBe('OTHER_SIDE');
    expect(await turnstile.visits(one.customerId)).toMatchObject([{ left_at: null }]);
    const alerts = () => turnstile.alerts('control-id.wrong-direction');
    expect(await alerts()).toMatchObject([{ count: 1, closed_at: null }]);
    await turnstile.show(one);
    await turnstile.turns('TURN RIGHT');
    expect(await alerts()).toMatchObject([{ count: 1 }]);
    await turnstile.show(other);
    await turnstile.turns('TURN LEFT');
    expect(await turnstile.passage(other)).toBe('TURNED');
    expect(await alerts()).toMatchObject([{ closed_at: expect.any(Date) }]);
  });

  it('D-27 that do not come five times in a row are one alert, until one comes', async () => {
    const turnstile = await aTurnstile();
    const card = await aCard();
    const alerts = () => turnstile.alerts('control-id.no-turns');
    for (let no = 1; no <= 6; no += 1) {
      expect(await alerts()).toHaveLength(no > 5 ? 1 : 0);
      await turnstile.show(card);
      await age(card, '31 seconds');
      await nobodyReports();
    }
    expect(await alerts()).toMatchObject([{ closed_at: null }]);
    expect((await turnstile.contact())['firstUnconfirmed']).toEqual(expect.any(String));
    await turnstile.show(card);
    await turnstile.turns('TURN LEFT');
    expect(await alerts()).toMatchObject([{ closed_at: expect.any(Date) }]);
    expect((await turnstile.contact())['firstUnconfirmed']).toBeNull();
  });
});

describe('a gym where visits count when people have turned', () => {
  beforeAll(() => countVisitsOn('TURN'));
  afterAll(() => countVisitsOn('GRANT'));

  it('D-25 begins a visit with one event at the turn, and ends it there', async () => {
    const turnstile = await aTurnstile();
    const card = await aCard();
    expect(await turnstile.show(card)).toMatchObject({ event: 7, message: 'Welcome' });
    expect(await turnstile.visits(card.customerId)).toEqual([]);
    await turnstile.turns('TURN RIGHT');
    await turnstile.turns('TURN RIGHT');
    expect(await turnstile.visits(card.customerId)).toMatchObject([{ left_at: null }]);
    expect(await types(turnstile, card)).toEqual(['CUSTOMER_CHECKIN']);
    expect(await turnstile.show(card)).toMatchObject({ event: 7, message: 'Goodbye' });
    await turnstile.turns('GIVE UP');
    expect(await turnstile.visits(card.customerId)).toMatchObject([{ left_at: null }]);
    await turnstile.show(card);
    await turnstile.turns('TURN LEFT');
    expect(await turnstile.visits(card.customerId)).toMatchObject([{ left_at: expect.any(Date) }]);
    expect(await types(turnstile, card)).toEqual(['CUSTOMER_CHECKIN', 'CUSTOMER_CHECKOUT']);
  });

  it('D-25 counts silence at the time of the grant', async () => {
    const turnstile = await aTurnstile({ controlId: { turnTimeoutSeconds: 5 } });
    const card = await aCard();
    await turnstile.show(card);
    await age(card, '1 minute');
    await nobodyReports();
    const [visit] = await turnstile.visits(card.customerId);
    expect(Date.now() - Number(visit?.entered_at)).toBeGreaterThan(59_000);
    expect(await turnstile.passage(card)).toBe('UNCONFIRMED');
  });

  it('D-28 counts at the grant at doors, and at devices of other vendors', async () => {
    const [other, ...cards] = [await aCard(), await aCard(), await aCard()];
    const door = await aTurnstile({ controlId: { model: 'IDACCESS' } });
    const box = await aTurnstile({ controlId: { model: 'IDFLEX' } });
    for (const [no, place] of [door, box].entries()) {
      const card = cards[no] as Card;
      await place.show(card);
      expect(await place.visits(card.customerId)).toHaveLength(1);
      expect(await types(place, card)).toEqual(['CUSTOMER_CHECKIN']);
      expect(await place.passage(card)).toBeNull();
    }
    await world.scan(other.value, { type: 'NUMBER' });
    expect(await door.visits(other.customerId)).toHaveLength(1);
  });

  it('D-25 D-12 counts a turn once, whichever replicas took the scan and the report', async () => {
    const other = await startApp({ databaseUrl: app.settings.databaseUrl });
    try {
      const here = await aTurnstile();
      const there = new Turnstile(other, world, controlIdStage(other.api, here.device));
      const card = await aCard();
      const event = { type: 7, name: 'TURN LEFT', time: 1, uuid: 'across' };
      const scans = await Promise.all([here.show(card, 'across'), there.show(card, 'across')]);
      expect(scans[1]).toEqual(scans[0]);
      expect(scans[0]).toMatchObject({ event: 7, message: 'Welcome' });
      await Promise.all([
        here.report('catra_event', { event, device_id: 478435 }),
        there.report('catra_event', { event: { ...event, time: 2 }, device_id: 478435 }),
      ]);
      await here.handled();
      expect(await here.visits(card.customerId)).toMatchObject([{ left_at: null }]);
      expect(await types(here, card)).toEqual(['CUSTOMER_CHECKIN']);
      expect(await there.passage(card)).toBe('TURNED');
      expect(await there.show(card, 'back')).toMatchObject({ message: 'Goodbye' });
      await here.turns('TURN RIGHT', 'back');
      expect(await here.visits(card.customerId)).toMatchObject([{ left_at: expect.any(Date) }]);
    } finally {
      await other.close();
    }
  });

  it('D-25 counts the turn after a crash, and answers a repeated scan alike', async () => {
    const databaseUrl = await createDatabase();
    const first = await startApp({ databaseUrl });
    const there = await givenADoor(first, { gym: { countVisitOn: 'TURN' } });
    const device = await givenAControlIdDevice(first, there, { direction: 'BOTH' });
    const customerId = await there.customer({ cardNumber: { value: '4711' } });
    await there.withContract(customerId);
    const fields = { card_value: '4711', uuid: 'before the crash' };
    const before = await device.call('new_card.fcgi', fields);
    await first.close();
    const second = await startApp({ databaseUrl });
    try {
      const again = controlIdStage(second.api, device);
      expect((await again.call('new_card.fcgi', fields)).text).toBe(before.text);
      const turnstile = new Turnstile(second, there, again);
      await turnstile.turns('TURN LEFT', 'before the crash');
      expect(await turnstile.visits(customerId)).toMatchObject([{ left_at: null }]);
      expect(await types(turnstile, { customerId, value: '' })).toEqual(['CUSTOMER_CHECKIN']);
    } finally {
      await second.close();
    }
  });
});

const countVisitsOn = (countVisitOn: string) =>
  world.admin.patch(`/admin/v1/gyms/${world.gymId}`, { countVisitOn });
