import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '../support/eventually.js';
import type { Answer, Api } from '../support/api.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import { givenAPartner } from '../support/world.js';
import { givenAWellhubDoor, type WellhubDoor } from '../support/wellhub-door.js';

const CHECK_IN = '/aggregator/checkin-validation';
const MEMBER = '/aggregator/member-validation';
const THEIRS = 123_456_789;

describe('the aggregator endpoints', () => {
  let door: WellhubDoor;
  let api: Api;
  let next = 5_000;

  beforeAll(async () => {
    door = await givenAWellhubDoor({}, PROMISED_DEADLINES);
    api = await narrowedKey();
  });
  afterAll(() => door.close());

  const narrowedKey = () =>
    door.world.keyed(['CHECKIN_WRITE', 'CUSTOMER_READ'], { gymId: door.world.gymId });
  const freshId = () => String((next += 1)).padStart(13, '0');
  const mayEnter = (aggregatorId: string, client = api) =>
    client.post(CHECK_IN, { aggregatorId, customerId: THEIRS });
  const said = ({ status, body }: Answer) => [status, body.errorCode ?? body.aggregatorId];
  async function checkedIn(): Promise<{ wellhubId: string; id: number }> {
    const wellhubId = freshId();
    const id = await door.wellhubCustomer(wellhubId);
    await door.simulator.checkIn({ wellhubId });
    await eventually(
      () => door.states(id),
      (states) => states.length > 0,
    );
    return { wellhubId, id };
  }
  const policy = (whenWellhubIsDown: string) =>
    door.world.admin.patch(`/admin/v1/gyms/${door.world.gymId}`, { whenWellhubIsDown });

  it('O-42 validates a waiting check-in, answers 200 with the id, and writes no visit', async () => {
    const { wellhubId, id } = await checkedIn();
    expect(said(await mayEnter(wellhubId))).toEqual([200, wellhubId]);
    expect(await door.states(id)).toEqual(['VALIDATED']);
    expect(said(await mayEnter(` ${wellhubId.slice(0, 5)} ${wellhubId.slice(5)} `))).toEqual([
      200,
      wellhubId,
    ]);
    expect(door.simulator.ledger(wellhubId).calls).toBe(1);
    expect(await door.app.sql('select * from visits where customer_id = $1', [id])).toEqual([]);
    const causes = await door.app.sql<{ cause: string }>(
      `select t.cause from check_in_transitions t join check_ins c on c.id = t.check_in_id
        where c.customer_id = $1 and to_state = 'VALIDATED'`,
      [id],
    );
    expect(causes).toEqual([{ cause: 'AGGREGATOR' }]);
  });

  it('O-36 every answer leaves a decision with the number of the gym software, and no name', async () => {
    const { wellhubId, id } = await checkedIn();
    await mayEnter(wellhubId);
    const unknown = freshId();
    await mayEnter(unknown);
    const rows = await door.app.sql<Record<string, unknown>>(
      'select * from gate_decisions where note is not null order by at desc limit 2',
    );
    expect(rows.map(({ result }) => result)).toEqual(['WELLHUB_CHECKIN_REQUIRED', 'OPEN']);
    expect(rows.map(({ customer_id }) => customer_id)).toEqual([null, id]);
    for (const row of rows) {
      expect(row['note']).toContain(String(THEIRS));
      expect([row['device_id'], row['visit_id'], row['gym_id']]).toEqual([
        null,
        null,
        door.world.gymId,
      ]);
      expect(JSON.stringify(row)).not.toMatch(new RegExp(`Ana|${wellhubId}|${unknown}`));
    }
  });

  it('O-42 a current contract enters without a call, and its waiting check-in goes to the worker', async () => {
    const { wellhubId, id } = await checkedIn();
    await door.world.withContract(id);
    expect((await mayEnter(wellhubId)).status).toBe(200);
    const states = await eventually(
      () => door.states(id),
      ([state]) => state === 'VALIDATED',
    );
    expect(states).toEqual(['VALIDATED']);
  });

  it('O-42 refuses restricted and disabled people', async () => {
    const { wellhubId, id } = await checkedIn();
    await door.world.admin.put(`/admin/v1/customers/${id}/restriction`, { reason: 'unpaid' });
    expect(said(await mayEnter(wellhubId))).toEqual([403, 'CUSTOMER_ACCESS_RESTRICTED']);
    await door.world.admin.delete(`/admin/v1/customers/${id}/restriction`);
    await door.world.admin.patch(`/admin/v1/customers/${id}`, { status: 'DISABLED' });
    expect(said(await mayEnter(wellhubId))).toEqual([403, 'CUSTOMER_ACCESS_RESTRICTED']);
    expect(said(await api.post(MEMBER, { aggregatorId: wellhubId }))).toEqual([
      404,
      'MEMBER_NOT_FOUND',
    ]);
  });

  it.each([
    ['expired', 'WELLHUB_CHECKIN_EXPIRED'],
    ['canceled', 'WELLHUB_CHECKIN_CANCELED'],
    ['rejected', 'WELLHUB_CHECKIN_REJECTED'],
  ] as const)('O-42 when Wellhub answers %s: 403 %s', async (answer, errorCode) => {
    const { wellhubId } = await checkedIn();
    door.simulator.planAnswer({ wellhubId, answer });
    expect(said(await mayEnter(wellhubId))).toEqual([403, errorCode]);
  });

  it('O-42 calls Wellhub when no check-in arrived, and follows its answer', async () => {
    const wellhubId = freshId();
    await door.wellhubCustomer(wellhubId);
    expect(said(await mayEnter(wellhubId))).toEqual([403, 'WELLHUB_CHECKIN_REQUIRED']);
    const lost = freshId();
    const id = await door.wellhubCustomer(lost);
    await door.simulator.checkIn({ wellhubId: lost, deliver: false });
    expect((await mayEnter(lost)).status).toBe(200);
    expect(await door.states(id)).toEqual(['VALIDATED']);
  });

  it('O-42 with Wellhub hanging: 403 by DENY, 200 by ADMIT_AND_VALIDATE_LATER, and both before the caller gives up', async () => {
    const hanging = async () => {
      const { wellhubId, id } = await checkedIn();
      door.simulator.planAnswer({ wellhubId, answer: 'normal', delayMs: 5_000 });
      return { wellhubId, id };
    };
    const denied = await mayEnter((await hanging()).wellhubId);
    expect(said(denied)).toEqual([403, 'WELLHUB_UNAVAILABLE']);
    await policy('ADMIT_AND_VALIDATE_LATER');
    const { wellhubId, id } = await hanging();
    expect((await mayEnter(wellhubId)).status).toBe(200);
    const rows = await door.app.sql(
      'select state, provisional from check_ins where customer_id = $1',
      [id],
    );
    expect(rows).toEqual([{ state: 'PENDING', provisional: true }]);
    await policy('DENY');
  });

  it('O-42 shows who a member is, as far as that is known', async () => {
    const wellhubId = freshId();
    await door.world.customer({
      gympassId: wellhubId,
      lastName: 'Prado',
      email: 'ana@example.com',
      phoneNumber: '+5511999990000',
      birthDate: '1990-02-03',
    });
    const { status, body } = await api.post(MEMBER, { aggregatorId: wellhubId, other: 1 });
    expect([status, body]).toEqual([
      200,
      {
        aggregatorId: wellhubId,
        firstName: 'Ana',
        lastName: 'Prado',
        email: 'ana@example.com',
        dateOfBirth: '1990-02-03',
        phonePrivate: '+5511999990000',
      },
    ]);
    const nameless = freshId();
    await door.world.customer({ gympassId: nameless, firstName: null });
    expect((await api.post(MEMBER, { aggregatorId: nameless })).body).toEqual({
      aggregatorId: nameless,
      firstName: 'Wellhub',
      lastName: nameless.slice(-4),
    });
  });

  it('O-43 another partner’s customer is like an unknown one: 403 and 404, the same answer', async () => {
    const { wellhubId } = await checkedIn();
    const other = await givenAPartner(door.app);
    const stranger = await other.keyed(['CHECKIN_WRITE', 'CUSTOMER_READ']);
    const unknown = freshId();
    for (const [path, status] of [
      [CHECK_IN, 403],
      [MEMBER, 404],
    ] as const) {
      const answers = await Promise.all(
        [wellhubId, unknown].map((aggregatorId) =>
          stranger.post(path, { aggregatorId, customerId: THEIRS }),
        ),
      );
      expect(answers.map((answer) => answer.status)).toEqual([status, status]);
      const [foreign, missing] = answers.map(({ text, body }) => text.replace(body.traceId, ''));
      expect(foreign).toBe(missing);
    }
  });

  it('O-42 refuses other verbs with 405, wrong keys with 401, missing scopes with 403', async () => {
    const body = { aggregatorId: freshId(), customerId: THEIRS };
    for (const path of [CHECK_IN, MEMBER]) {
      const wrongVerb = await api.get(path);
      expect([wrongVerb.status, wrongVerb.headers.get('allow')]).toEqual([405, 'POST']);
      for (const client of [door.app.api, door.app.api.withKey('wrong'), bearer()])
        expect((await client.post(path, body)).status).toBe(401);
      const lacking = await (await door.world.keyed(['STUDIO_READ'])).post(path, body);
      expect(said(lacking)).toEqual([403, 'SCOPE_MISSING']);
    }
  });
  const bearer = () => door.app.api.with({ Authorization: `Bearer ${door.world.deviceToken}` });

  it.each([
    [{}, 'aggregatorId'],
    [[], 'aggregatorId'],
    [{ aggregatorId: 12, customerId: 1 }, 'aggregatorId'],
    [{ aggregatorId: '', customerId: 1 }, 'aggregatorId'],
    [{ aggregatorId: '12a', customerId: 1 }, 'aggregatorId'],
    [{ aggregatorId: '1'.repeat(21), customerId: 1 }, 'aggregatorId'],
    [{ aggregatorId: '1' }, 'customerId'],
    [{ aggregatorId: '1', customerId: '1' }, 'customerId'],
    [{ aggregatorId: '1', customerId: 1.5 }, 'customerId'],
  ])('O-42 refuses %j and names %s', async (body, reference) => {
    const { status, body: told } = await api.post(CHECK_IN, body);
    expect([status, told.errorCode, told.reference]).toEqual([400, 'VALIDATION_FAILED', reference]);
  });

  it('O-42 refuses what is no JSON, accepts a charset, and demands a studio in a chain', async () => {
    expect(said(await api.post(CHECK_IN, '{"aggregatorId":'))).toEqual([400, 'VALIDATION_FAILED']);
    const broken = await door.app.api.withKey('wrong').post(CHECK_IN, '{"aggregatorId":');
    expect(said(broken)).toEqual([401, 'API_KEY_INVALID']);
    const type = { 'Content-Type': 'application/json; charset=utf-8' };
    const body = { aggregatorId: freshId(), customerId: THEIRS };
    expect((await api.post(CHECK_IN, body, type)).status).toBe(403);
    await door.world.gym();
    const wide = await door.world.keyed(['CHECKIN_WRITE']);
    expect(said(await wide.post(CHECK_IN, body))).toEqual([400, 'STUDIO_REQUIRED']);
    expect((await wide.post(`${CHECK_IN}?studioId=${door.world.gymId}`, body)).status).toBe(403);
  });
});
