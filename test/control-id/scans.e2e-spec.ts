import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MODELS } from '../../src/control-id/device-settings/control-id-settings.js';
import { givenAControlIdDevice, type ControlIdStage } from '../support/control-id-stage.js';
import { givenADoor, type GateWorld } from '../support/gate-world.js';
import { startApp, type TestApp } from '../support/test-app.js';

let app: TestApp;
let world: GateWorld;

beforeAll(async () => {
  app = await startApp();
  world = await givenADoor(app, { gym: { language: 'pt' } });
});
afterAll(() => app.close());

const QR = 'new_qrcode.fcgi';
const CARD = 'new_card.fcgi';
const USER = 'new_user_identified.fcgi';

const turnstile = (device: Record<string, unknown> = {}) =>
  givenAControlIdDevice(app, world, { repeatWindowSeconds: 0, ...device });

async function show(device: ControlIdStage, path: string, fields: Record<string, string>) {
  const answer = await device.call(path, { device_id: '478435', portal_id: '1', ...fields });
  expect(answer.status).toBe(200);
  return answer.body.result;
}

const granted = (customerId: number, more = {}) =>
  expect.objectContaining({ event: 7, user_id: customerId, message: 'Acesso liberado', ...more });
const denied = (event: number, message: string) => ({
  event,
  user_id: 0,
  user_name: '',
  user_image: false,
  portal_id: 1,
  actions: [],
  message,
});

/** Until its length is right: the digits of a code are random. */
async function aCode(customerId: number) {
  return world.fetchCode(customerId);
}

async function aMember(values = {}) {
  const customerId = await world.customer(values);
  await world.withContract(customerId);
  return customerId;
}

const aCardOf = (digits = 9) => String(Math.floor((1 + Math.random() * 8) * 10 ** (digits - 1)));

async function aMemberWithACard(value = aCardOf()) {
  return { value, customerId: await aMember({ cardNumber: { value } }) };
}

const dayFromNow = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Section 2 of the contract, model by model. */
const TURNS = { action: 'catra', texts: ['allow=clockwise', 'allow=anticlockwise'] };
const DOOR = { action: 'door', texts: ['door=1', 'door=1'] };
const BOX = { action: 'sec_box', texts: ['id=65793, reason=1', 'id=65793, reason=1'] };
const ENTERPRISE = { identification: 'ENTERPRISE' };
const PRO = { identification: 'PRO' };
const OF_MODELS: [string, typeof TURNS & typeof PRO][] = [
  ['IDBLOCK', { ...TURNS, ...ENTERPRISE }],
  ['IDBLOCK_NEXT', { ...TURNS, ...PRO }],
  ['IDACCESS', { ...DOOR, ...ENTERPRISE }],
  ['IDFIT', { ...DOOR, ...ENTERPRISE }],
  ['IDBOX', { ...DOOR, ...ENTERPRISE }],
  ['IDUHF', { ...DOOR, ...ENTERPRISE }],
  ['IDFLEX', { ...BOX, ...ENTERPRISE }],
  ['IDACCESS_PRO', { ...BOX, ...ENTERPRISE }],
  ['IDACCESS_NANO', { ...BOX, ...ENTERPRISE }],
  ['IDFACE', { ...BOX, ...PRO }],
  ['IDFACE_MAX', { ...BOX, ...PRO }],
  ['OTHER', { ...DOOR, ...ENTERPRISE }],
];

describe('a scan at a Control iD device', () => {
  it.each(OF_MODELS)(
    'D-7 opens a %s as its model needs',
    async (model, { action, texts, identification }) => {
      const device = await turnstile({ direction: 'BOTH', controlId: { model } });
      const { body } = await world.admin.get(`/admin/v1/devices/${device.id}`);
      expect(body.controlId).toMatchObject({ action, identification, entryTurn: 'CLOCKWISE' });
      const { value, customerId } = await aMemberWithACard();
      const [into, out] = texts;
      expect(await show(device, CARD, { card_value: value })).toEqual(
        granted(customerId, { actions: [{ action, parameters: into }] }),
      );
      expect(await show(device, CARD, { card_value: value })).toMatchObject({
        actions: [{ action, parameters: out }],
        message: 'Ate logo',
      });
    },
  );

  it('D-7 knows every model of the table', () => {
    expect(OF_MODELS.map(([model]) => model).toSorted()).toEqual(MODELS.toSorted());
  });

  it('D-7 turns the other way where the arm is mounted so, and sends an owner’s own text', async () => {
    const { value } = await aMemberWithACard();
    const controlId = { entryTurn: 'ANTICLOCKWISE' };
    const other = await turnstile({ direction: 'OUT', controlId });
    const parameters = async (device: ControlIdStage) =>
      (await show(device, CARD, { card_value: value })).actions[0].parameters;
    expect(await parameters(await turnstile({ controlId }))).toBe('allow=anticlockwise');
    expect(await parameters(other)).toBe('allow=clockwise');
    const actionParameters = { in: 'allow=x', out: 'allow=y' };
    expect(await parameters(await turnstile({ controlId: { actionParameters } }))).toBe('allow=x');
    const out = await turnstile({ direction: 'OUT', controlId: { actionParameters } });
    expect(await parameters(out)).toBe('allow=y');
    const both = { direction: 'BOTH', controlId: { model: 'IDFLEX', actionParameters } };
    const second = await aMemberWithACard();
    const flex = await turnstile(both);
    for (const text of ['allow=x', 'allow=y'])
      expect((await show(flex, CARD, { card_value: second.value })).actions).toEqual([
        { action: 'sec_box', parameters: text },
      ]);
  });

  it('D-8 finds a code whose zeros were lost, on every path', async () => {
    const device = await turnstile();
    for (const [path, field] of [
      [CARD, 'card_value'],
      [USER, 'card_value'],
      [QR, 'qrcode_value'],
      [USER, 'qrcode_value'],
    ] as const) {
      const code = await aCode(world.customerId);
      const shown = path === QR ? code : String(BigInt(code));
      const result = await show(device, path, { [field]: shown, user_id: '0' });
      expect(result).toEqual(granted(world.customerId));
    }
  });

  it.each([1, 2, 5])('D-8 finds a code with %i zeros in front', async (zeros) => {
    const device = await turnstile();
    const digits = `${aCardOf(9)}${aCardOf(10)}`.slice(0, 19 - zeros);
    const code = digits.padStart(19, '0');
    const customerId = await aMember();
    await plantCode(customerId, code);
    expect(await show(device, CARD, { card_value: digits })).toEqual(granted(customerId));
    expect(await show(device, CARD, { card_value: digits })).toEqual(denied(6, 'Codigo ja usado'));
  });

  it('D-9 finds a card in each format, and a tag', async () => {
    const numbers = {
      RAW: '528280977448',
      WIEGAND_26: '8060968',
      FACILITY_CODE: '12300040',
      CODE_ONLY: '40',
    };
    for (const [cardFormat, value] of Object.entries(numbers)) {
      const { customerId } = await aMemberWithACard(value);
      const device = await turnstile({ controlId: { cardFormat } });
      const result = await show(device, CARD, { card_value: '528280977448' });
      expect(result).toEqual(granted(customerId));
    }
    const { customerId } = await aMemberWithACard('1229948109940352');
    const tag = { uhf_tag: '045EA19C2F6680' };
    expect(await show(await turnstile(), 'new_uhf_tag.fcgi', tag)).toEqual(granted(customerId));
    expect(await show(await turnstile(), USER, tag)).toEqual(granted(customerId));
  });

  it('D-9 takes a number for a code first, and for a card where it is none', async () => {
    const { value, customerId: holder } = await aMemberWithACard(aCardOf(15));
    const customerId = await aMember();
    const device = await turnstile();
    await plantCode(customerId, value.padStart(19, '0'));
    expect(await show(device, CARD, { card_value: value })).toEqual(granted(customerId));
    await app.sql('delete from access_codes where customer_id = $1', [customerId]);
    expect(await show(device, CARD, { card_value: value })).toEqual(granted(holder));
  });

  it('D-11 closes for cards after ten unknown ones, but not for codes', async () => {
    const device = await turnstile();
    const { value, customerId } = await aMemberWithACard();
    for (let no = 0; no < 25; no += 1)
      await show(device, CARD, { card_value: `${no % 2 ? '' : '1'}${aCardOf(18)}` });
    expect(await show(device, CARD, { card_value: value })).toEqual(granted(customerId));
    for (let no = 0; no < 10; no += 1)
      expect(await show(device, CARD, { card_value: aCardOf(12) })).toEqual(
        denied(3, 'Codigo ou cartao desconhecido'),
      );
    const { value: known } = await aMemberWithACard();
    expect(await show(device, CARD, { card_value: known })).toEqual(denied(6, 'Espere um minuto'));
    expect(await show(device, CARD, { card_value: aCardOf(5) })).toMatchObject({ event: 6 });
    const member = await aMember();
    const digits = aCardOf(17);
    await plantCode(member, digits.padStart(19, '0'));
    expect(await show(device, CARD, { card_value: digits })).toEqual(granted(member));
    const code = { qrcode_value: await aCode(world.customerId) };
    expect(await show(device, QR, code)).toEqual(granted(world.customerId));
  });

  it('D-11 D-12 repeats a grant of every kind of value while it is closed for cards', async () => {
    const device = await turnstile();
    const shown = [
      [CARD, { card_value: aCardOf(9) }],
      [CARD, { card_value: '17000000000000000001' }],
      ['new_uhf_tag.fcgi', { uhf_tag: '0123456789ABCD' }],
      [USER, { uhf_tag: '0123456789ABCE' }],
      [QR, { qrcode_value: aCardOf(8) }],
    ] as const;
    const firsts: string[] = [];
    for (const [no, [path, fields]] of shown.entries()) {
      const [sent = ''] = Object.values<string>(fields);
      const value = 'uhf_tag' in fields ? String(BigInt(`0x${sent}`)) : sent;
      await aMemberWithACard(value);
      const { text, body } = await device.call(path, { ...fields, uuid: `locked ${no}` });
      expect(body.result.event).toBe(7);
      firsts.push(text);
    }
    await app.sql(
      `update devices set cards_locked_until = now() + interval '1 minute' where id = $1`,
      [device.id],
    );
    for (const [no, [path, fields]] of shown.entries()) {
      expect(await show(device, path, fields)).toEqual(denied(6, 'Espere um minuto'));
      const repeated = await device.call(path, { ...fields, uuid: `locked ${no}` });
      expect([path, fields, repeated.text]).toEqual([path, fields, firsts[no]]);
    }
    expect(await show(device, CARD, { card_value: '77', uuid: 'locked 1' })).toMatchObject({
      event: 2,
    });
  });

  it('D-12 answers the same uuid alike, and another value under it not at all', async () => {
    const device = await turnstile();
    const { value, customerId } = await aMemberWithACard();
    const fields = { card_value: value, uuid: 'scan 1' };
    const first = await device.call(CARD, fields);
    expect(first.body.result).toEqual(granted(customerId));
    const copies = await Promise.all(Array.from({ length: 50 }, () => device.call(CARD, fields)));
    for (const { text } of copies) expect(text).toBe(first.text);
    expect(await visitsOf(customerId)).toBe(1);
    expect(await show(device, CARD, { card_value: '77', uuid: 'scan 1' })).toEqual(
      denied(2, 'Equipamento nao configurado'),
    );
  });

  it('D-12 decides once for 50 copies at the same time', async () => {
    const device = await turnstile();
    const { value, customerId } = await aMemberWithACard();
    const fields = { card_value: value, uuid: randomUUID() };
    const copies = await Promise.all(Array.from({ length: 50 }, () => device.call(CARD, fields)));
    expect(new Set(copies.map(({ text }) => text)).size).toBe(1);
    expect(copies[0]?.body.result).toEqual(granted(customerId));
    expect(await visitsOf(customerId)).toBe(1);
    const opened = await app.sql(
      `select from gate_decisions where customer_id = $1 and result = 'OPEN'`,
      [customerId],
    );
    expect(opened).toHaveLength(1);
  });

  it('D-12 answers a picture that was read twice alike, within the window', async () => {
    const device = await turnstile({ repeatWindowSeconds: 5 });
    const code = await aCode(world.customerId);
    const first = await device.call(QR, { qrcode_value: code, uuid: 'a' });
    const second = await device.call(QR, { qrcode_value: code, uuid: 'b' });
    const third = await device.call(QR, { qrcode_value: code });
    expect([second.text, third.text]).toEqual([first.text, first.text]);
    const { rows } = { rows: await app.sql(AGE, [world.customerId]) };
    expect(rows).toHaveLength(1);
    expect(await show(device, QR, { qrcode_value: code, uuid: 'c' })).toEqual(
      denied(6, 'Codigo ja usado'),
    );
    expect((await device.call(QR, { qrcode_value: code, uuid: 'b' })).text).toBe(first.text);
  });

  it('D-12 decides a uuid anew after a refusal', async () => {
    const device = await turnstile();
    const customerId = await world.customer({ cardNumber: { value: '90210' } });
    const fields = { card_value: '90210', uuid: 'again' };
    expect(await show(device, CARD, fields)).toEqual(denied(6, 'Sem contrato vigente'));
    await world.withContract(customerId);
    expect(await show(device, CARD, fields)).toEqual(granted(customerId));
  });

  it('D-13 takes any uuid of up to 64 characters, or none', async () => {
    const device = await turnstile();
    const { value, customerId } = await aMemberWithACard();
    for (const uuid of ['', 'x'.repeat(64), 'ü', '{7A2B}'])
      expect(await show(device, CARD, { card_value: value, uuid })).toEqual(granted(customerId));
    const long = { card_value: value, uuid: 'x'.repeat(65) };
    expect(await show(device, CARD, long)).toEqual(denied(2, 'Equipamento nao configurado'));
  });

  it('D-14 serves no PIN, no password and no finger, and keeps nothing of them', async () => {
    const device = await turnstile();
    const refused = denied(3, 'Nao disponivel aqui');
    const before = await app.sql('select from gate_decisions');
    expect(await show(device, USER, { pin_value: '4711' })).toEqual(refused);
    const password = { user_id: '5', password: 'secret' };
    expect(await show(device, 'new_user_id_and_password.fcgi', password)).toEqual(refused);
    for (const what of ['image', 'template']) {
      const path = `new_biometric_${what}.fcgi?device_id=1&portal_id=2`;
      const answer = await device.send(path, Buffer.alloc(100_000, 7), {
        'Content-Type': 'application/octet-stream',
      });
      expect(answer.body.result).toEqual({ ...refused, portal_id: 2 });
    }
    expect(await app.sql('select from gate_decisions')).toHaveLength(before.length);
  });

  it('D-14 knows a person by their number only where the device is set up so', async () => {
    const unknown = denied(3, 'Codigo ou cartao desconhecido');
    const customerId = await aMember();
    const user = { user_id: String(customerId), identifier_id: '1651076864' };
    expect(await show(await turnstile(), USER, user)).toEqual(unknown);
    const device = await turnstile({ controlId: { userIdIs: 'CUSTOMER_ID', model: 'IDFACE' } });
    expect(await show(device, USER, user)).toEqual(granted(customerId));
    const { body } = await world.admin.get(
      `/admin/v1/gyms/${world.gymId}/gate-decisions?deviceId=${device.id}`,
    );
    expect(body.items[0]).toMatchObject({ result: 'OPEN', customerId, medium: 'bio' });
    const other = await givenADoor(app);
    expect(await show(device, USER, { user_id: String(other.customerId) })).toEqual(unknown);
    expect(await show(device, USER, { user_id: '999999999' })).toEqual(unknown);
    await world.admin.patch(`/admin/v1/customers/${customerId}`, { status: 'DISABLED' });
    expect(await show(device, USER, user)).toEqual(denied(6, 'Fale com a recepcao'));
  });

  it.each([
    ['from now on', {}, 6],
    ['these days', { startDate: dayFromNow(-1), endDate: dayFromNow(1) }, 6],
    ['from another day on', { startDate: dayFromNow(3), endDate: dayFromNow(9) }, 7],
    ['until a day that is over', { startDate: dayFromNow(-9), endDate: dayFromNow(-3) }, 7],
  ])('D-14 a person whom the device recognises is restricted %s', async (_, dates, event) => {
    const device = await turnstile({ controlId: { userIdIs: 'CUSTOMER_ID' } });
    const { customerId, value } = await aMemberWithACard();
    // It stops the card, which is not what was shown.
    await app.sql('update customers set card_blocked = true where id = $1', [customerId]);
    const path = `/admin/v1/customers/${customerId}/restriction`;
    const made = await world.admin.put(path, { reason: 'Fees', ...dates });
    expect(made.status).toBe(200);
    const shown = await show(device, USER, { user_id: String(customerId) });
    expect(shown).toMatchObject({ event, user_id: event === 7 ? customerId : 0 });
    expect(await show(device, CARD, { card_value: value })).toEqual(
      denied(6, 'Fale com a recepcao'),
    );
  });

  it('D-15 shows a first name where the owner wants it', async () => {
    const customerId = await aMember({ firstName: 'Zoë Conceição', cardNumber: { value: '5150' } });
    const shown = await turnstile({ controlId: { showName: true } });
    const fields = { card_value: '5150', uuid: 'named' };
    const named = granted(customerId, { user_name: 'Zoe Conceicao' });
    expect(await show(shown, CARD, fields)).toEqual(named);
    expect(await show(shown, CARD, fields)).toEqual(named);
    expect(await show(await turnstile(), CARD, fields)).toEqual(
      granted(customerId, { user_name: '' }),
    );
  });

  it('D-10 speaks the language of the gym', async () => {
    for (const [language, message] of [
      ['en', 'Code or card unknown'],
      ['de', 'Code oder Karte unbekannt'],
      ['es', 'Codigo o tarjeta desconocida'],
    ] as const) {
      const gymId = await world.gym({ language });
      const device = await givenAControlIdDevice(app, { ...world, gymId });
      expect(await show(device, CARD, { card_value: '123456' })).toEqual(denied(3, message));
    }
  });

  it('is tried out by staff as at any other device', async () => {
    const device = await turnstile();
    const { value, customerId } = await aMemberWithACard();
    const tried = await world.admin.post(`/admin/v1/devices/${device.id}/dry-run`, { value });
    expect(tried.body).toMatchObject({ opens: true, customerId });
    await world.admin.patch(`/admin/v1/devices/${device.id}`, { active: false });
    const off = await world.admin.post(`/admin/v1/devices/${device.id}/dry-run`, { value });
    expect(off.body).toMatchObject({ opens: false, result: 'DEVICE_TOKEN_INVALID' });
  });
});

const AGE = `update presence set last_scan_at = last_scan_at - interval '6 seconds' where customer_id = $1 returning 1`;

/** A code whose digits are known beforehand. */
async function plantCode(customerId: number, code: string) {
  const made = await world.fetchCode(customerId);
  const { CodeHashes } = await import('../../src/access-codes/index.js');
  const hashes = app.app.get(CodeHashes, { strict: false });
  await app.sql('update access_codes set hash = $2 where hash = $1', [
    hashes.hash(made),
    hashes.hash(code),
  ]);
}

const visitsOf = async (customerId: number) =>
  (await app.sql('select from visits where customer_id = $1', [customerId])).length;
