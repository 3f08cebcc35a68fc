import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { phoneMatch, UserSearchRepository, type UserCriteria } from '../../src/customers/index.js';
import type { Database } from '../../src/platform/database/database.js';
import type { Api } from '../support/api.js';
import { givenUsersApi, startApp, type TestApp, type UsersWorld } from './users-stage.js';

interface User {
  readonly id: number;
  readonly email: string;
  readonly isDeleted: boolean;
}

describe('users on /Api', () => {
  let app: TestApp;
  let world: UsersWorld;

  beforeAll(async () => {
    app = await startApp();
    world = await givenUsersApi(app);
  });
  afterAll(() => app.close());

  const usersAt = async (path: string, api: Api = world.employee): Promise<User[]> => {
    const { status, body, text } = await api.get(`/Api/Users/${path}`);
    if (status !== 200) throw new Error(text);
    return body.elements;
  };
  const search = async (query: string, api?: Api): Promise<number[]> =>
    (await usersAt(`Search?${query}`, api)).map(({ id }) => id);
  const refused = (code: string, property: string, message: unknown = '') => ({
    status: 400,
    body: { errors: [{ code, property, message }] },
  });
  const invalid = (property: string) =>
    refused('InvalidParameters', property, expect.stringMatching(/^[a-z]/));

  it('U-34 shows the user who has just signed up, as the log-in does', async () => {
    const { api, userId } = await world.person('ana.user@example.com');
    const { body } = await world.employee.post('/Api/Users/ValidateCredentials', {
      userName: 'ana.user@example.com',
      password: 'four words and a horse',
    });
    for (const path of [
      `User?userId=${userId}`,
      'Search?email=ana.user@example.com',
      'User?email=ana.user@example.com',
      `Search?USERID=${userId}`,
    ])
      expect(await usersAt(path)).toEqual(body.elements);
    expect(await usersAt('User', api)).toEqual(body.elements);
    expect(await usersAt('user', api)).toEqual(body.elements);
  });

  it('U-34 refuses a missing, a malformed and an unknown userId, and one of another partner', async () => {
    const foreign = await (await givenUsersApi(app)).customer({ email: 'foreign@example.com' });
    const user = (query: string) => world.employee.get(`/Api/Users/User${query}`);
    expect(await user('')).toMatchObject(invalid('userId'));
    expect(await user('?userId=')).toMatchObject(invalid('userId'));
    expect(await user('?userId=x')).toMatchObject(invalid('userId'));
    for (const id of [foreign, 9_007_199_254_740_991])
      expect(await user(`?userId=${id}`)).toMatchObject(refused('InvalidPropertyId', 'userId'));
    expect(await search(`userId=${foreign}`)).toEqual([]);
    expect(await search('email=foreign@example.com')).toEqual([]);
  });

  it('U-35 shows people their own record only, whatever they name, and refuses them a search', async () => {
    const { api, userId } = await world.person('own.user@example.com');
    const other = await world.customer({ email: 'other.user@example.com' });
    for (const query of ['', `?userId=${other}`, '?userId=x', '?email=other.user@example.com'])
      expect((await usersAt(`User${query}`, api)).map(({ id }) => id)).toEqual([userId]);
    const { status, body } = await api.get('/Api/Users/Search?email=own.user@example.com');
    expect({ status, code: body.errors[0].code }).toEqual({ status: 401, code: 'AccessDenied' });
  });

  it('U-35 is for no key for one gym, whatever its scope', async () => {
    const made = await app.operator.post(`/admin/v1/partners/${world.partnerId}/api-keys`, {
      name: 'narrowed',
      scopes: ['PARTNER_ADMIN'],
      gymId: world.gymId,
    });
    expect(made).toMatchObject({ status: 400, body: { code: 'api-key.narrowed-scopes' } });
  });

  it('U-36 finds by e-mail, phone, card and personal id, however they are written', async () => {
    const id = await world.customer({
      email: 'Eva.Fibo@München.de',
      phoneNumber: '0048 123-456-789',
      personalId: '800.101.012-34 a',
      cardNumber: { value: '0012345678' },
    });
    for (const query of [
      'email=eva.fibo@xn--mnchen-3ya.de',
      'EMAIL=%20EVA.FIBO@m%C3%BCnchen.de',
      'phone=+48123456789',
      'Phone=%2B48%20123%20456%20789',
      'phone=123456789',
      'cardNumber=12345678',
      'cardNumber=00012345678',
      'personalId=80010101234A',
      'personalId=800%20101/01234a',
      'email=&phone=123456789&personalId=&cardNumber=&userId=',
    ])
      expect({ query, found: await search(query) }).toEqual({ query, found: [id] });
    for (const query of [
      'email=eva@xn--mnchen-3ya.de',
      'phone=+49123456789',
      'phone=6789',
      'cardNumber=1234567',
      'personalId=80010101234',
      'email=eva.fibo@xn--mnchen-3ya.de&phone=999999999',
    ])
      expect({ query, found: await search(query) }).toEqual({ query, found: [] });
  });

  it('U-36 finds a person by the address they log in with, too', async () => {
    const { userId } = await world.person('first.address@example.com');
    await world.admin.patch(`/admin/v1/customers/${userId}`, { email: 'second@example.com' });
    expect(await search('email=first.address@example.com')).toEqual([userId]);
    expect(await search('email=second@example.com')).toEqual([userId]);
  });

  it('U-36 wants something to search for, and says what is wrong with it', async () => {
    const searched = (query: string) => world.employee.get(`/Api/Users/Search${query}`);
    expect(await searched('')).toMatchObject(invalid(''));
    expect(await searched('?email=&phone=')).toMatchObject(invalid(''));
    expect(await searched('?name=Eva')).toMatchObject(invalid(''));
    expect(await searched('?email=eva')).toMatchObject(invalid('email'));
    expect(await searched('?phone=123')).toMatchObject(invalid('phone'));
    expect(await searched('?phone=call')).toMatchObject(invalid('phone'));
    expect(await searched('?cardNumber=A1')).toMatchObject(invalid('cardNumber'));
    expect(await searched('?personalId=--')).toMatchObject(invalid('personalId'));
    expect(await searched('?userId=1.5')).toMatchObject(invalid('userId'));
    expect(await searched('?phone=12345678&phone=12345679')).toMatchObject(invalid('phone'));
    for (const page of ['0', '-1', '1.5', 'x', '99999999999'])
      expect(await searched(`?phone=12345678&page=${page}`)).toMatchObject(invalid('page'));
  });

  it('U-37 returns 250 people of one number as pages of 100, 100 and 50, and none of them where one is meant', async () => {
    const own = await givenUsersApi(app);
    await app.sql(
      `insert into customers (partner_id, phone_number, personal_id)
       select $1, '+48 500 600 700', 'FAMILY 1' from generate_series(1, 250)`,
      [own.partnerId],
    );
    const pages = [];
    for (const page of ['', '&page=2', '&page=3', '&page=4'])
      pages.push(await search(`phone=500600700${page}`, own.employee));
    expect(pages.map(({ length }) => length)).toEqual([100, 100, 50, 0]);
    const all = pages.flat();
    expect(all).toEqual([...new Set(all)].sort((a, b) => a - b));
    for (const page of ['', '&page=3'])
      expect(await usersAt(`User?personalId=family1${page}`, own.employee)).toEqual([]);
  });

  it('U-38 shows a person who was merged or erased as deleted, by their id only', async () => {
    const [from, into, erased] = [
      await world.customer({ email: 'merged@example.com', personalId: 'M 1' }),
      await world.customer(),
      await world.customer({ email: 'erased@example.com', phoneNumber: '+48700800900' }),
    ];
    await world.admin.post(`/admin/v1/customers/${from}/merge`, { intoCustomerId: into });
    await world.admin.delete(`/admin/v1/customers/${erased}`);
    for (const id of [from, erased])
      for (const path of [`User?userId=${id}`, `Search?userId=${id}`]) {
        const [user] = await usersAt(path);
        expect(user).toMatchObject({
          id,
          isDeleted: true,
          email: '',
          firstName: '',
          contracts: [],
        });
      }
    expect(await search('email=erased@example.com')).toEqual([]);
    expect(await search('phone=700800900')).toEqual([]);
    expect(await search('personalId=M1')).toEqual([]);
  });

  it('U-39 finds one of very many by an index, whatever it is searched by', async () => {
    await app.sql(
      `insert into customers (partner_id, email, email_key, phone_number, card_number, personal_id)
       select $1, n || '@many.example.com', n || '@many.example.com', '+48' || n, n::text, 'P-' || n
       from generate_series(100000001, 100020000) n`,
      [world.partnerId],
    );
    await app.sql('analyze customers');
    const searches: UserCriteria[] = [
      { id: 1 },
      { email: { key: '100000777@many.example.com', holderId: null } },
      { phone: phoneMatch('+48100000777') },
      { cardNumber: '100000777' },
      { personalId: 'p100000777' },
    ];
    for (const criteria of searches) {
      let plan = '';
      const explaining = {
        query: async ({ text }: { text: string }, values: unknown[]) => {
          plan = JSON.stringify(await app.sql(`explain ${text}`, values));
          return app.sql(text, values);
        },
      } as unknown as Database;
      await new UserSearchRepository(explaining).find(world.partnerId, criteria, 1);
      expect(plan).not.toContain('Seq Scan');
      expect(plan).toMatch(/Index Cond/);
    }
    expect(await search('personalId=P100000777')).toHaveLength(1);
    expect(await search('phone=100000777')).toHaveLength(1);
  });
});
