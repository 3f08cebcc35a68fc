import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import {
  givenAControlIdDevice,
  type CallOptions,
  type ControlIdStage,
} from '../support/control-id-stage.js';
import { eventually } from '../support/eventually.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

const CARD = '528280977448';

describe('a Control iD device that learns a card', () => {
  let app: TestApp;
  let replica: TestApp;
  let world: GateWorld;

  beforeAll(async () => {
    app = await startApp();
    replica = await startApp({ databaseUrl: app.settings.databaseUrl });
    world = await givenADoor(app);
  });
  afterAll(async () => {
    await replica.close();
    await app.close();
  });

  const aTurnstile = () => givenAControlIdDevice(app, world);
  const learn = ({ id }: ControlIdStage) =>
    world.admin.post(`/admin/v1/devices/${id}/control-id/learn-card`);
  const unknownCard = async ({ id }: ControlIdStage) =>
    (await world.admin.get(`/admin/v1/devices/${id}/control-id/setup`)).body.check.unknownCard;
  const show = async (at: ControlIdStage, card: string, options: CallOptions = {}) => {
    const { body } = await at.call('new_card.fcgi', { card_value: card }, options);
    return body.result.event as number;
  };
  const kept = ({ id }: ControlIdStage) =>
    app.sql<{ sealed_card: Buffer | null }>(
      'select sealed_card from control_id_card_learning where device_id = $1',
      [id],
    );
  const numbersOf = (shown: { readings: { cardNumber: string | null }[] }) =>
    shown.readings.map(({ cardNumber }) => cardNumber);

  it('D-9 D-31 shows an unknown card once, in the four formats, and keeps it sealed until then', async () => {
    const [at, other] = [await aTurnstile(), await aTurnstile()];
    expect([await show(at, CARD), await unknownCard(at)]).toEqual([3, null]);
    const { status, body } = await learn(at);
    expect([status, body.id]).toEqual([200, at.id]);
    const lasts = Date.parse(body.learnsCardsUntil) - Date.now();
    expect(lasts > 0 && lasts <= 61_000).toBe(true);
    expect(await unknownCard(at)).toBeNull();
    expect([await show(at, CARD), await show(other, CARD)]).toEqual([3, 3]);
    const [row] = await kept(at);
    expect(row?.sealed_card?.length).toBeGreaterThan(100);
    expect(row?.sealed_card?.toString('latin1')).not.toMatch(/528280977448|8060968|RAW/);
    expect(await unknownCard(other)).toBeNull();
    expect(await unknownCard(at)).toEqual({
      value: CARD,
      scannedAt: expect.any(String),
      readings: [
        { cardFormat: 'RAW', cardNumber: '528280977448' },
        { cardFormat: 'WIEGAND_26', cardNumber: '8060968' },
        { cardFormat: 'FACILITY_CODE', cardNumber: '12300040' },
        { cardFormat: 'CODE_ONLY', cardNumber: '40' },
      ],
    });
    await show(at, CARD);
    expect([await unknownCard(at), await kept(at)]).toEqual([null, []]);
    const { text: log } = await world.admin.get(
      `/admin/v1/partners/${world.partnerId}/audit-log?limit=200`,
    );
    expect(log).toContain('device.card-learning-started');
    expect(log).not.toContain(CARD);
  });

  it('D-9 the format that was chosen by it finds the customer', async () => {
    const at = await aTurnstile();
    const customerId = await world.customer({ cardNumber: { value: '12300041' } });
    await world.withContract(customerId);
    await learn(at);
    expect(await show(at, '528280977449')).toBe(3);
    const chosen = (await unknownCard(at)).readings.find(
      ({ cardNumber }: { cardNumber: string }) => cardNumber === '12300041',
    );
    const { cardFormat } = chosen;
    await world.admin.patch(`/admin/v1/devices/${at.id}`, { controlId: { cardFormat } });
    await learn(at);
    expect([await show(at, '528280977449'), await unknownCard(at)]).toEqual([7, null]);
  });

  it('D-9 keeps the last of several, and neither codes nor what was kept before', async () => {
    const at = await aTurnstile();
    await learn(at);
    for (const card of ['11', '-1', 'ABC 9']) expect(await show(at, card)).toBe(3);
    const text = await unknownCard(at);
    expect([text.value, ...numbersOf(text)]).toEqual(['ABC 9', null, null, null, null]);
    await learn(at);
    await show(at, '-1');
    for (const code of ['123456789012345678', '1234567890123456789']) await show(at, code);
    await at.call('new_qrcode.fcgi', { qrcode_value: 'https://example.com/7' });
    await at.call('new_user_identified.fcgi', { user_id: '7' });
    const last = '18446744073709551615';
    const negative = await unknownCard(at);
    expect([negative.value, ...numbersOf(negative)]).toEqual([
      '-1',
      last,
      last,
      last,
      '4294967295',
    ]);
    await learn(at);
    await show(at, '12');
    await learn(at);
    expect(await unknownCard(at)).toBeNull();
  });

  it('D-9 learns tags, numbers behind a QR code, and cards of devices that recognise by themselves', async () => {
    const at = await aTurnstile();
    for (const [path, fields, shown] of [
      ['new_uhf_tag.fcgi', { uhf_tag: '045EA19C2F6680' }, '1229948109940352'],
      ['new_uhf_tag.fcgi', { uhf_tag: 'tag 7' }, null],
      ['new_qrcode.fcgi', { qrcode_value: '77' }, '77'],
      ['new_user_identified.fcgi', { user_id: '0', card_value: '78' }, '78'],
    ] as const) {
      await learn(at);
      await at.call(path, fields);
      const card = await unknownCard(at);
      expect(Object.values(fields)).toContain(card.value);
      expect(numbersOf(card)[0]).toBe(shown);
    }
  });

  it('D-31 shows a card to one of several readers at once', async () => {
    const at = await aTurnstile();
    await learn(at);
    await show(at, CARD);
    const answers = await Promise.all(Array.from({ length: 8 }, () => unknownCard(at)));
    expect(answers.filter((card) => card !== null)).toMatchObject([{ value: CARD }]);
  });

  it('D-31 shows none after a minute, keeps none then, and forgets it', async () => {
    const at = await aTurnstile();
    await learn(at);
    await show(at, CARD);
    const end = `update control_id_card_learning set ends_at = clock_timestamp() where device_id = $1`;
    await app.sql(end, [at.id]);
    expect(await unknownCard(at)).toBeNull();
    const before = await kept(at);
    await show(at, '12');
    expect([[], before]).toContainEqual(await kept(at));
    const left = await eventually(
      () => kept(at),
      (rows) => rows.length === 0,
    );
    expect(left).toEqual([]);
  });

  it('D-31 changes no answer at the door, and costs other devices no statement', async () => {
    const [at, other] = [await aTurnstile(), await aTurnstile()];
    await learn(at);
    expect([await show(other, '12'), await show(at, '12')]).toEqual([3, 3]);
    const direct = new pg.Client({ connectionString: app.settings.databaseUrl });
    await direct.connect();
    await direct.query('begin; lock table control_id_card_learning in share mode');
    const waiting = `select from pg_stat_activity where datname = current_database()
      and wait_event_type = 'Lock' and query like '%control_id_card_learning set%'`;
    expect(await show(other, CARD)).toBe(3);
    expect(await app.sql(waiting)).toHaveLength(0);
    expect(await show(at, CARD)).toBe(3);
    expect(await app.sql(waiting)).toHaveLength(1);
    await direct.query('rollback');
    await direct.end();
  });

  it('D-31 learns at another replica within seconds, and shows at the first', async () => {
    const at = await aTurnstile();
    const via = replica.api;
    expect(await show(at, CARD, { via })).toBe(3);
    await learn(at);
    const card = await eventually(
      async () => {
        await show(at, CARD, { via });
        return unknownCard(at);
      },
      (found) => found !== null,
    );
    expect(card.value).toBe(CARD);
  });
});
