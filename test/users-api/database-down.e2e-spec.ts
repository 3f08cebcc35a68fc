import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/eventually.js';
import { createDatabase } from '../support/databases.js';
import { DatabaseProxy } from '../support/proxy.js';
import { PROMISED_DEADLINES } from '../support/settings.js';
import {
  authorize,
  bearer,
  employeeForm,
  givenUsersApi,
  startApp,
  type TestApp,
  type UsersWorld,
} from './users-stage.js';

/** The deadline of the surface, with room for a busy machine. */
const DEADLINE_MS = 2_500 + 1_500;
const UNAVAILABLE = { errors: [{ code: 'ServiceUnavailable', property: '', message: '' }] };

describe('/Api while the database is away', () => {
  let proxy: DatabaseProxy;
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    proxy = await DatabaseProxy.before(await createDatabase());
    app = await startApp({ ...PROMISED_DEADLINES, databaseUrl: proxy.url });
    world = await givenUsersApi(app);
  });
  afterEach(async () => {
    await proxy.pass();
    const ready = async () => (await app.api.get('/health/database')).status === 200;
    await until(ready, 60_000, 'the database to be back');
  });
  afterAll(async () => {
    await app.close();
    await proxy.close();
  });

  const ways: [string, () => void | Promise<void>][] = [
    ['refuses connections', () => proxy.refuse()],
    ['hangs', () => proxy.hang()],
  ];

  it.each(ways)('U-7 answers every call with 503 in time when it %s', async (_, spoil) => {
    const fresh = (await world.keyed(['USERS_API'])).key;
    await spoil();
    const { employee } = world;
    const begun = performance.now();
    const answers = await Promise.all([
      employee.post('/Api/Users/SignUp?email=down@example.com'),
      employee.get('/api/users/resetpassword?email=down@example.com'),
      employee.post('/Api/Users/ValidateCredentials', { userName: 'a@x.pl', password: 'b' }),
      employee.get('/Api/Users/ClubVisits/All'),
      employee.get('/Api/Files/Photo?photoId=1'),
      bearer(app.api, 'a-token-of-somebody').get('/Api/Users/ClubVisits'),
      authorize(app.api, employeeForm(fresh)),
    ]);
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 503, body: UNAVAILABLE });
    expect(performance.now() - begun).toBeLessThan(DEADLINE_MS);
  });
});
