import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { HashQueue } from '../../src/accounts/passwords/hash-queue.js';
import {
  authorize,
  employeeForm,
  givenUsersApi,
  PASSWORD,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

const INTERNAL = { errors: [{ code: 'InternalError', property: '', message: '' }] };

describe('faults, equal work and the audit log of /Api', () => {
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenUsersApi(app);
  });
  afterEach(() => void jest.restoreAllMocks());
  afterAll(() => app.close());

  const validate = (userName: unknown, password: unknown) =>
    world.employee.post('/Api/Users/ValidateCredentials', { userName, password });
  const asPerson = (username: string, password: string) =>
    authorize(app.api, { grant_type: 'password', username, password, partner: world.slug });

  it('U-7 answers a fault of our own with 500, in the errors format, and reveals nothing of it', async () => {
    await world.person('fault@example.com');
    await app.sql(`create function breaks() returns trigger language plpgsql as
      $$ begin raise exception 'a fault inside'; end $$`);
    for (const table of ['password_resets', 'sessions'])
      await app.sql(`create trigger breaks before insert on ${table} execute function breaks()`);
    try {
      const answers = [
        await world.employee.post('/Api/Users/SignUp?email=new.fault@example.com'),
        await world.employee.get('/api/users/resetpassword?email=fault@example.com'),
        await asPerson('fault@example.com', PASSWORD),
      ];
      for (const { status, body, text } of answers) {
        expect({ status, body }).toEqual({ status: 500, body: INTERNAL });
        expect(text).not.toMatch(/fault inside|at .*\.js|breaks/);
      }
    } finally {
      await app.sql('drop function breaks cascade');
    }
    expect((await asPerson('fault@example.com', PASSWORD)).status).toBe(200);
  });

  it('U-10 U-26 computes one hash for whatever the reason to refuse is', async () => {
    const { userId } = await world.person('disabled@example.com');
    await world.admin.patch(`/admin/v1/customers/${userId}`, { status: 'DISABLED' });
    const erased = await world.person('erased@example.com');
    await world.admin.delete(`/admin/v1/customers/${erased.userId}`);
    await world.employee.post('/Api/Users/SignUp?email=empty@example.com');
    await world.person('known@example.com');
    const hashes = jest.spyOn(HashQueue.prototype, 'run');
    const refused = [
      () => validate('known@example.com', 'wrong'),
      () => validate('unknown@example.com', 'wrong'),
      () => validate('empty@example.com', 'wrong'),
      () => validate('disabled@example.com', PASSWORD),
      () => validate('erased@example.com', PASSWORD),
      () => validate(undefined, 'wrong'),
      () => asPerson('known@example.com', 'wrong'),
      () => asPerson('unknown@example.com', 'wrong'),
    ];
    for (const [at, ask] of refused.entries()) {
      hashes.mockClear();
      expect([at, (await ask()).status, hashes.mock.calls.length]).toEqual([at, 400, 1]);
    }
    // A key is no password: neither a known front part nor an unknown one costs a hash.
    hashes.mockClear();
    for (const username of [world.key.slice(0, 17), 'ghk_test_00000000'])
      await authorize(app.api, { ...employeeForm(world.key), username, password: 'wrong' });
    expect(hashes).not.toHaveBeenCalled();
  });

  it('records who was issued a reset token of whom, without e-mail and token', async () => {
    const email = 'audited@example.com';
    const rows = async () =>
      (
        await world.admin.get(`/admin/v1/partners/${world.partnerId}/audit-log?limit=200`)
      ).body.items.filter(({ action }: { action: string }) => action === 'reset-token.handed-out');
    const before = (await rows()).length;
    const signedUp = await world.employee.post(`/Api/Users/SignUp?email=${email}`, undefined, {
      'X-Request-Id': 'the-sign-up-of-audited',
    });
    const handed = await world.employee.get(`/Api/Users/ResetPassword?email=${email}`);
    const tokens = [signedUp, handed].map(({ body }) => body.elements[0].resetPasswordToken);
    const sent = { resetPasswordToken: tokens[1], password: PASSWORD };
    const { body } = await world.employee.post('/Api/Users/ResetPassword', sent);
    // Refused, so nothing was handed out.
    await world.employee.post(`/Api/Users/SignUp?email=${email}`);
    await world.employee.get('/Api/Users/ResetPassword?email=stranger@example.com');
    const found = await rows();
    expect(found).toHaveLength(before + 2);
    const written = { actor: 'USERS_API', object: String(body.elements[0].id) };
    expect(found.slice(0, 2)).toMatchObject([
      written,
      { ...written, requestId: 'the-sign-up-of-audited' },
    ]);
    const all = await app.sql<{ row: string }>('select a::text as row from audit_log a');
    for (const secret of [email, ...tokens])
      expect(all.filter(({ row }) => row.includes(secret))).toEqual([]);
  });
});
