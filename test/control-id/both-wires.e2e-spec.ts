import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  DISPLAY_LANGUAGES,
  messageIn,
  REFUSAL_TEXTS,
  type DisplayedRefusal,
} from '../../src/control-id/answers/messages.js';
import { givenAControlIdDevice, type ControlIdStage } from '../support/control-id-stage.js';
import { reviewedTexts } from '../support/display-texts.js';
import { eventually } from '../support/eventually.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

/** A person before a door: what they show, and what both wires come to. */
interface Case {
  readonly result: 'OPEN' | DisplayedRefusal;
  /** Prepares one person for one wire. @returns the value that is shown */
  readonly value: () => Promise<string>;
  readonly direction?: 'IN' | 'OUT';
  /** Of the gym, while the scans happen. */
  readonly policy?: object;
  readonly rule?: () => Promise<object>;
}

let door: WellhubDoor;
let nextId = 7_000;

beforeAll(async () => {
  door = await givenAWellhubDoor({ gym: { language: 'es' } }, PROMISED_DEADLINES);
});
afterAll(() => door.close());

const aNumber = () => String(Math.floor(1e8 + Math.random() * 9e8));

async function aCard(values = {}) {
  const value = aNumber();
  return { value, id: await door.world.customer({ cardNumber: { value }, ...values }) };
}

async function aMembersCard(values = {}) {
  const card = await aCard(values);
  await door.world.withContract(card.id);
  return card;
}

async function aMembersCode(studioId?: number) {
  const { id } = await aMembersCard();
  return door.world.fetchCode(id, studioId);
}

/** A Wellhub person's card with a check-in that waits, and what Wellhub will answer. */
const wellhubAnswers = (answer?: 'expired' | 'canceled' | 'rejected' | '500') => async () => {
  const wellhubId = String((nextId += 1)).padStart(13, '0');
  const { value, id } = await aCard({ gympassId: wellhubId, origin: 'WELLHUB' });
  if (answer === undefined) return value;
  await door.simulator.checkIn({ wellhubId });
  await eventually(
    () => door.states(id),
    (states) => states.length > 0,
  );
  door.simulator.planAnswer({ wellhubId, answer });
  return value;
};

/** Whatever the zone of the gym. */
function aroundToday() {
  return [-1, 0, 1].map((day) => ({
    date: new Date(Date.now() + day * 86_400_000).toISOString().slice(0, 10),
  }));
}

const POLICY = { 'If-Match': '*' };

const CASES: Readonly<Record<string, Case>> = {
  'a member’s card': { result: 'OPEN', value: async () => (await aMembersCard()).value },
  'a member’s code': { result: 'OPEN', value: () => aMembersCode() },
  'a member’s card at an exit': {
    result: 'OPEN',
    direction: 'OUT',
    value: async () => (await aMembersCard()).value,
  },
  'an unknown card': { result: 'ACCESS_CODE_UNKNOWN', value: async () => aNumber() },
  'an unknown code': {
    result: 'ACCESS_CODE_UNKNOWN',
    value: async () => `9${aNumber()}${aNumber()}`,
  },
  'a code of another gym': {
    result: 'ACCESS_CODE_WRONG_STUDIO',
    value: async () => aMembersCode(await door.world.gym()),
  },
  'a code that was used': {
    result: 'ACCESS_CODE_ALREADY_USED',
    value: async () => {
      const code = await aMembersCode();
      expect((await door.world.scan(code)).status).toBe(200);
      return code;
    },
  },
  'a code that has expired': {
    result: 'ACCESS_CODE_EXPIRED',
    value: async () => {
      const { id } = await aMembersCard();
      const code = await door.world.fetchCode(id);
      await door.app.sql('update access_codes set expires_at = issued_at where customer_id = $1', [
        id,
      ]);
      return code;
    },
  },
  'the card of a person who is disabled': {
    result: 'CUSTOMER_ACCESS_RESTRICTED',
    value: async () => {
      const { value, id } = await aMembersCard();
      await door.world.admin.patch(`/admin/v1/customers/${id}`, { status: 'DISABLED' });
      return value;
    },
  },
  'a card that is blocked': {
    result: 'CUSTOMER_ACCESS_RESTRICTED',
    value: async () => {
      const { value, id } = await aMembersCard();
      await door.app.sql('update customers set card_blocked = true where id = $1', [id]);
      return value;
    },
  },
  'a member’s card on a closing day': {
    result: 'ACCESS_CLOSED_TODAY',
    policy: { closingDays: aroundToday() },
    value: async () => (await aMembersCard()).value,
  },
  'a member’s card where the age is not known': {
    result: 'ACCESS_AGE',
    policy: { minimumAge: 18, unknownAge: 'DENY' },
    value: async () => (await aMembersCard()).value,
  },
  'a member’s card where no rule allows it': {
    result: 'ACCESS_PLAN_NOT_INCLUDED',
    policy: { outsideRules: 'DENY' },
    value: async () => (await aMembersCard()).value,
  },
  'a member’s card at a full gym': {
    result: 'ACCESS_FULL',
    policy: { capacity: { max: 1 } },
    value: async () => (await aMembersCard()).value,
  },
  'a member’s card at a time that is not theirs': {
    result: 'ACCESS_OUTSIDE_HOURS',
    policy: {},
    rule: async () => ({ effect: 'DENY', when: { from: '00:00', to: '24:00' } }),
    value: async () => (await aMembersCard()).value,
  },
  'a member’s card at a door that is not theirs': {
    result: 'ACCESS_DOOR_NOT_INCLUDED',
    policy: { outsideRules: 'DENY' },
    rule: async () => {
      const { id } = await givenAControlIdDevice(door.app, door.world);
      return { effect: 'ALLOW', deviceIds: [id] };
    },
    value: async () => (await aMembersCard()).value,
  },
  'the card of a person who is inside': {
    result: 'ACCESS_ANTI_PASSBACK',
    policy: { antiPassback: { mode: 'HARD' } },
    value: async () => {
      const { value } = await aMembersCard();
      const token = await door.world.device();
      expect((await door.world.scan(value, { token, type: 'NUMBER' })).status).toBe(200);
      return value;
    },
  },
  'a card without a contract': {
    result: 'CONTRACT_REQUIRED',
    value: async () => (await aCard()).value,
  },
  'no Wellhub check-in': { result: 'WELLHUB_CHECKIN_REQUIRED', value: wellhubAnswers() },
  'a Wellhub check-in that has expired': {
    result: 'WELLHUB_CHECKIN_EXPIRED',
    value: wellhubAnswers('expired'),
  },
  'a Wellhub check-in that was canceled': {
    result: 'WELLHUB_CHECKIN_CANCELED',
    value: wellhubAnswers('canceled'),
  },
  'a Wellhub check-in that is refused': {
    result: 'WELLHUB_CHECKIN_REJECTED',
    value: wellhubAnswers('rejected'),
  },
  'a Wellhub check-in while Wellhub is away': {
    result: 'WELLHUB_UNAVAILABLE',
    value: wellhubAnswers('500'),
  },
};

const casesOf = (fits: (result: string) => boolean) =>
  Object.keys(CASES).filter((name) => fits(CASES[name]?.result ?? ''));

describe('D-10 the same scan on both wires', () => {
  let tokens: Record<'IN' | 'OUT', string>;
  let devices: Record<'IN' | 'OUT', ControlIdStage>;

  beforeAll(async () => {
    const at = (direction: string) =>
      givenAControlIdDevice(door.app, door.world, { direction, repeatWindowSeconds: 0 });
    devices = { IN: await at('IN'), OUT: await at('OUT') };
    tokens = { IN: door.world.deviceToken, OUT: await door.world.device('OUT') };
  });

  /** One person at each of the doors. */
  async function shown({ policy, rule, ...scan }: Case) {
    if (!policy) return shownTo(scan);
    const gym = `/admin/v1/gyms/${door.world.gymId}`;
    const path = `${gym}/access-policy`;
    expect((await door.world.admin.patch(path, policy, POLICY)).status).toBe(200);
    const rules = rule ? [{ name: 'The rule', ...(await rule()) }] : [];
    const made = rules.map((one) => door.world.admin.post(`${gym}/access-rules`, one));
    expect((await Promise.all(made)).map(({ status }) => status)).toEqual(rules.map(() => 201));
    try {
      return await shownTo(scan);
    } finally {
      await door.world.admin.call('DELETE', path, undefined, POLICY);
    }
  }

  async function shownTo({ value, direction = 'IN' }: Case) {
    const token = tokens[direction];
    const [here, there] = [await value(), await value()];
    const type = here.length === 19 ? 'QR_CODE' : 'NUMBER';
    const open = await door.world.scan(here, { token, type });
    const fields = { card_value: String(BigInt(there)) };
    const { body } = await devices[direction].call('new_card.fcgi', fields);
    return { open, result: body.result };
  }

  it.each(casesOf((result) => result === 'OPEN'))('opens both: %s', async (name) => {
    const { open, result } = await shown(CASES[name] as Case);
    const { direction = 'IN' } = CASES[name] as Case;
    expect([open.status, open.body.direction]).toEqual([200, direction]);
    const message = { IN: 'Adelante', OUT: 'Hasta pronto' }[direction];
    expect(result).toMatchObject({ event: 7, user_id: expect.any(Number), message });
  });

  it.each(casesOf((result) => result !== 'OPEN'))('keeps both shut: %s', async (name) => {
    const { open, result } = await shown(CASES[name] as Case);
    const why = (CASES[name] as Case).result as DisplayedRefusal;
    expect(open.body.errorCode).toBe(why);
    expect(result).toEqual({
      event: why === 'ACCESS_CODE_UNKNOWN' ? 3 : 6,
      user_id: 0,
      user_name: '',
      user_image: false,
      portal_id: 1,
      actions: [],
      message: reviewedTexts().get(why)?.es,
    });
    const [decision] = await door.app.sql<{ result: string }>(
      'select result from gate_decisions where device_id = $1 order by at desc limit 1',
      [devices.IN.id],
    );
    expect(decision?.result).toBe(why);
  });

  it('shows every refusal that rules can come to', () => {
    const ofRules = [...reviewedTexts().keys()].filter(
      (key) => key.startsWith('ACCESS_') && !key.startsWith('ACCESS_CODE_'),
    );
    const results: string[] = Object.values(CASES).map(({ result }) => result);
    expect(ofRules.filter((key) => !results.includes(key))).toEqual([]);
    expect(ofRules).toHaveLength(7);
  });

  it('A-15 shows the words of a rule in 30 signs of the gym’s language', async () => {
    const gym = `/admin/v1/gyms/${door.world.gymId}`;
    const message = { es: 'Mañana a las 9:00 abrimos para ti' };
    const rule = { name: 'None', effect: 'DENY', message };
    const { status } = await door.world.admin.post(`${gym}/access-rules`, rule, POLICY);
    expect(status).toBe(201);
    const { value } = await aMembersCard();
    const { body } = await devices.IN.call('new_card.fcgi', { card_value: value });
    expect(body.result).toMatchObject({ event: 6, message: 'Manana a las 9:00 abrimos para' });
    await door.world.admin.call('DELETE', `${gym}/access-policy`, undefined, POLICY);
  });

  it('has a text for every refusal in every language', () => {
    for (const language of DISPLAY_LANGUAGES)
      for (const texts of Object.values(REFUSAL_TEXTS))
        expect(messageIn(texts, language)).toMatch(/^[ -~]{1,30}$/);
  });
});

describe('a scan at a Control iD device while Wellhub takes its time', () => {
  const device = (controlId: object = {}) =>
    givenAControlIdDevice(door.app, door.world, { repeatWindowSeconds: 0, controlId });
  async function aWaitingCheckIn(delayMs: number) {
    const wellhubId = String((nextId += 1)).padStart(13, '0');
    const { value, id } = await aCard({ gympassId: wellhubId, origin: 'WELLHUB' });
    await door.simulator.checkIn({ wellhubId });
    await eventually(
      () => door.states(id),
      (states) => states.length > 0,
    );
    door.simulator.planAnswer({ wellhubId, delayMs, times: 1, answer: 'normal' });
    return { wellhubId, value, id };
  }
  const show = async (stage: ControlIdStage, value: string) =>
    (await stage.call('new_card.fcgi', { card_value: value })).body.result;

  it('D-16 opens when Wellhub answers within a second', async () => {
    const { wellhubId, value, id } = await aWaitingCheckIn(1_000);
    expect(await show(await device(), value)).toMatchObject({ event: 7, user_id: id });
    expect(door.simulator.ledger(wellhubId).calls).toBe(1);
  });

  it('D-16 stays shut while Wellhub is too slow, and opens without a call once it has answered', async () => {
    const { wellhubId, value, id } = await aWaitingCheckIn(2_200);
    const stage = await device();
    expect(await show(stage, value)).toMatchObject({ event: 6, message: 'Wellhub no responde' });
    await eventually(
      () => door.states(id),
      (states) => states.includes('VALIDATED'),
    );
    expect(await show(stage, value)).toMatchObject({ event: 7, user_id: id });
    expect(door.simulator.ledger(wellhubId).calls).toBe(1);
  });

  it('D-16 opens provisionally where the gym says so', async () => {
    const gym = `/admin/v1/gyms/${door.world.gymId}`;
    await door.world.admin.patch(gym, { whenWellhubIsDown: 'ADMIT_AND_VALIDATE_LATER' });
    try {
      const { value, id } = await aWaitingCheckIn(2_200);
      expect(await show(await device(), value)).toMatchObject({ event: 7, user_id: id });
    } finally {
      await door.world.admin.patch(gym, { whenWellhubIsDown: 'DENY' });
    }
  });

  it('D-17 gives a device that waits for a second its answer in time', async () => {
    const { value } = await aWaitingCheckIn(500);
    const stage = await device({ requestTimeoutMs: 1_000 });
    expect(await show(stage, value)).toMatchObject({ event: 6, message: 'Wellhub no responde' });
  });

  it('D-25 keeps a check-in validated when the person gives up, who enters again without a call', async () => {
    const gym = `/admin/v1/gyms/${door.world.gymId}`;
    await door.world.admin.patch(gym, { countVisitOn: 'TURN' });
    try {
      const { wellhubId, value, id } = await aWaitingCheckIn(0);
      const stage = await device();
      expect(await show(stage, value)).toMatchObject({ event: 7 });
      const event = { type: 9, name: 'GIVE UP', time: 1 };
      await stage.call('api/notifications/catra_event', { event } as never, { as: 'json' });
      await eventually(
        () => door.app.sql('select state from gate_passages where customer_id = $1', [id]),
        ([passage]) => passage?.['state'] === 'GAVE_UP',
      );
      expect(await door.states(id)).toEqual(['VALIDATED']);
      expect(await door.app.sql('select from visits where customer_id = $1', [id])).toEqual([]);
      const code = String(BigInt(await door.world.fetchCode(id)));
      expect(await show(stage, code)).toMatchObject({ event: 7, user_id: id });
      expect(door.simulator.ledger(wellhubId).calls).toBe(1);
    } finally {
      await door.world.admin.patch(gym, { countVisitOn: 'GRANT' });
    }
  });
});
