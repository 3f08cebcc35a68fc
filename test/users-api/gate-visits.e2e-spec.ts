import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { givenADoor } from '../support/gate-world.js';
import { authorize, bearer, employeeOf, PASSWORD, startApp, type TestApp } from './users-stage.js';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

describe('a visit through a real door, on /Api', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp();
  });
  afterAll(() => app.close());

  const visitsAt = async (api: Api, query: string) => {
    const { status, body, text } = await api.get(`/Api/Users/ClubVisits${query}`);
    if (status !== 200) throw new Error(text);
    return body.elements as { enterDate: string; timestamp: number }[];
  };

  it('U-30 shows an entry at the gate at local time, and again when the person leaves', async () => {
    const door = await givenADoor(app);
    const exit = await door.device('OUT');
    const employee = await employeeOf(app, (await door.keyed(['USERS_API'])).key);
    const email = 'inside@example.com';
    const userId = await door.customer({ email });
    await door.withContract(userId);
    const made = await employee.post(`/Api/Users/SignUp?email=${email}`);
    const sent = { ...made.body.elements[0], password: PASSWORD };
    await employee.post('/Api/Users/ResetPassword', sent);
    const user = async () =>
      (
        await employee.post('/Api/Users/ValidateCredentials', {
          userName: email,
          password: PASSWORD,
        })
      ).body.elements[0];
    const before = await user();
    expect(before).toMatchObject({ id: userId, presentInClub: false });
    const saoPaulo = () =>
      new Date(Date.now() - 3 * 3_600_000).toISOString().slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
    const earliest = saoPaulo();
    expect((await door.scan(await door.fetchCode(userId))).status).toBe(200);
    const [entered, ...more] = await visitsAt(employee, `?userId=${userId}`);
    expect(more).toEqual([]);
    expect(entered).toMatchObject({ userId, exitDate: '', enterDate: expect.stringMatching(DATE) });
    const entry = entered?.enterDate ?? '';
    expect([earliest <= entry, entry <= saoPaulo()]).toEqual([true, true]);
    expect(await user()).toMatchObject({ presentInClub: true, timestamp: before.timestamp });

    const left = await door.scan(await door.fetchCode(userId), { token: exit });
    expect([left.status, left.body.direction]).toEqual([200, 'OUT']);
    const fields = { grant_type: 'password', username: email, partner: door.slug };
    const token = (await authorize(app.api, { ...fields, password: PASSWORD })).body.access_token;
    const own = bearer(app.api, token);
    const again = await visitsAt(own, `?timestamp=${entered?.timestamp}`);
    expect(again).toEqual([
      { ...entered, exitDate: expect.stringMatching(DATE), timestamp: expect.any(Number) },
    ]);
    expect(again[0]?.timestamp).toBeGreaterThan(entered?.timestamp ?? Infinity);
    expect(await user()).toMatchObject({ presentInClub: false, timestamp: before.timestamp });
  });
});
