import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const FERNANDO = {
  firstName: 'Fernando',
  lastName: 'Gonçalves',
  email: 'nando@example.com',
  phoneNumber: '+55 (11) 98765-4321',
  gympassId: '0012345678905',
  gympassUserId: 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679',
  cardNumber: { value: '1229948109940352' },
  number: 'M-77',
};

describe('GET /admin/v1/partners/{partnerId}/customers?q=', () => {
  let app: TestApp;
  let world: World;
  let path: string;
  let fernando: number;
  let ferdinand: number;
  let jose: number;

  const given = async (values: object) => {
    const { status, body, text } = await world.admin.post(path, values);
    if (status !== 201) throw new Error(text);
    return body.id as number;
  };
  const search = async (q: string, { query = '', api = world.admin as Api } = {}) => {
    const { status, body, text } = await api.get(`${path}?q=${encodeURIComponent(q)}${query}`);
    if (status !== 200) throw new Error(text);
    return body as { items: { id: number; firstName: string }[]; nextCursor: string | null };
  };
  const ids = async (q: string, options = {}) =>
    (await search(q, options)).items.map(({ id }) => id);

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    path = `/admin/v1/partners/${world.partnerId}/customers`;
    fernando = await given(FERNANDO);
    ferdinand = await given({ firstName: 'Ferdinand', lastName: 'Braun', homeGymId: world.gymId });
    jose = await given({ firstName: 'José', lastName: 'Araújo', status: 'DISABLED' });
  });
  afterAll(() => app.close());

  it.each([
    ['name', 'Fernando'],
    ['beginning of a name', 'fern'],
    ['e-mail', 'Nando@Example.com'],
    ['part of an e-mail', 'nando@exam'],
    ['phone number', '+5511987654321'],
    ['phone number without its country', '(11) 98765-4321'],
    ['end of a phone number', '4321'],
    ['card', '1229948109940352'],
    ['Wellhub id', '0012345678905'],
    ['Wellhub id as people type it', '001 234.567-8905'],
    ['Wellhub id in full-width digits', '００１２３４５６７８９０５'],
    ['gpw id', 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679'],
    ['number', 'M-77'],
  ])('C-30 finds a person by %s', async (_, q) => {
    expect((await ids(q))[0]).toBe(fernando);
  });

  it('C-30 finds a person by our id, before those who are only alike', async () => {
    const other = await given({ firstName: 'Other', phoneNumber: `555 ${1_000_000 + jose}` });
    expect(await ids(String(jose))).toEqual([jose]);
    expect(await ids(String(1_000_000 + jose))).toEqual([other]);
    const namesake = await given({ firstName: 'M-77', lastName: 'Silva' });
    const found = await ids('M-77');
    expect(found[0]).toBe(fernando);
    expect(found).toContain(namesake);
  });

  it.each(['Fernadno', 'fernado goncalves', 'GONÇALVEZ', 'gonsalves fernando', 'Fernánd'])(
    'C-31 finds Fernando Gonçalves as %j',
    async (q) => {
      expect((await ids(q))[0]).toBe(fernando);
    },
  );

  it('C-31 finds names with accents by plain letters, and wants every word', async () => {
    expect(await ids('jose araujo')).toEqual([jose]);
    expect(await ids('JOSÉ')).toEqual([jose]);
    expect(await ids('jose braun')).toEqual([]);
    expect((await ids('ferdinand'))[0]).toBe(ferdinand);
  });

  it.each(['zzzzqqq', '%', '_', '%%%', "' or 1=1 --", '0000', '\\', '😀', 'a'.repeat(100)])(
    'C-30 finds no person by %j',
    async (q) => {
      expect(await search(q)).toEqual({ items: [], nextCursor: null });
    },
  );

  it.each([
    ['empty', ''],
    ['blank', '%20%20'],
    ['too long', 'a'.repeat(101)],
    ['control characters', 'a%01'],
  ])('C-30 refuses a text that is %s', async (_, q) => {
    const { status, body } = await world.admin.get(`${path}?q=${q}`);
    expect([status, body.errors[0].pointer]).toEqual([400, '/q']);
  });

  it('C-33 narrows with the other parameters, and never finds the erased', async () => {
    expect(await ids('jose', { query: '&status=DISABLED' })).toEqual([jose]);
    expect(await ids('jose', { query: '&status=PENDING' })).toEqual([]);
    expect(await ids('jose', { query: '&wellhubStatus=ACTIVE' })).toEqual([]);
    const gone = await given({ firstName: 'Vanessa', lastName: 'Evaporata' });
    expect(await ids('evaporata')).toEqual([gone]);
    await world.admin.delete(`/admin/v1/customers/${gone}`);
    expect(await ids('evaporata')).toEqual([]);
    expect(await ids(String(gone))).toEqual([]);
  });

  it('C-33 pages through all persons, each of them once', async () => {
    const all = new Set<number>();
    for (let no = 0; no < 7; no += 1)
      all.add(await given({ firstName: 'Wilhelmina', lastName: no % 2 ? 'Oranje' : 'Nassau' }));
    const seen: number[] = [];
    let cursor = '';
    do {
      const page = await search('wilhelmina', { query: `&limit=3${cursor}` });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
    } while (cursor);
    expect(seen.toSorted()).toEqual([...all].toSorted());
    const bad = await world.admin.get(`${path}?q=wilhelmina&cursor=MTIz`);
    expect([bad.status, bad.body.errors[0].pointer]).toEqual([400, '/cursor']);
  });

  it('C-33 shows a key of one gym only whom it sees, and no partner those of another', async () => {
    const gyms = `/admin/v1/partners/${world.partnerId}/gyms`;
    const elsewhere = (await world.admin.post(gyms, { name: 'Elsewhere' })).body.id as number;
    const hers = await given({ firstName: 'Theodora', homeGymId: world.gymId });
    const theirs = await given({ firstName: 'Theodora', homeGymId: elsewhere });
    const api = await world.keyed(['CUSTOMER_READ'], { gymId: world.gymId });
    expect(await ids('theodora', { api })).toEqual([hers]);
    expect(await ids(String(theirs), { api })).toEqual([]);
    expect((await ids('fernando', { api }))[0]).toBe(fernando);
    const other = await givenAPartner(app, { connection: false });
    const foreign = `/admin/v1/partners/${other.partnerId}/customers?q=fernando`;
    expect((await other.admin.get(foreign)).body.items).toEqual([]);
  });

  it('C-32 finds by beginnings and ids where the database knows no similarity', async () => {
    const { key } = await world.keyed(['CUSTOMER_READ']);
    await app.sql('drop index ix_customers_similarity; drop extension pg_trgm');
    const { databaseUrl, secretsKeys } = app.settings;
    const plain = await startApp({ secretsKeys, ...(databaseUrl && { databaseUrl }) });
    try {
      const api = plain.api.withKey(key);
      for (const q of [
        'Fernan',
        'gonç fernando',
        'GONCALVES',
        '0012345678905',
        '4321',
        'nando@',
        'M-77',
      ])
        expect([q, (await ids(q, { api }))[0]]).toEqual([q, fernando]);
      expect(await ids('Fernadno', { api })).toEqual([]);
      expect(await ids('%', { api })).toEqual([]);
    } finally {
      await plain.close();
    }
  });
});
