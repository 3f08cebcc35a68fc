import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const INFORMATION = '/v1/studios/information';

const PROFILE = {
  description: 'Three floors',
  email: 'centro@example.com',
  telephone: '+55 11 3000-0000',
  website: 'https://fit.example.com/',
  logoUrl: 'https://fit.example.com/logo.svg',
  street: 'Rua Augusta',
  houseNumber: '1500',
  zip: '01305-000',
  city: 'São Paulo',
  country: 'Brazil',
  countryCode: 'BR',
  openingDate: '2015-01-01',
  closingDate: '2030-12-31',
  location: { longitude: -46.6333, latitude: -23.5505 },
};
const CLUB = {
  addressLine2: 'Fundos',
  shortName: 'Centro',
  symbol: 'FCE',
  clubType: 'Premium',
  isHidden: true,
};

describe('GET /v1/studios/information', () => {
  let app: TestApp;
  let world: World;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
  });
  afterAll(() => app.close());

  const gymPath = () => `/admin/v1/gyms/${world.gymId}`;
  const reader = (extra = {}) => world.keyed(['STUDIO_READ'], extra);

  it('leaves out what is not set', async () => {
    const { status, body } = await (await reader()).get(INFORMATION);
    expect(status).toBe(200);
    expect(Object.keys(body).sort()).toEqual(['accessCodeConfiguration', 'name', 'studioId']);
    expect([body.studioId, body.accessCodeConfiguration]).toEqual([world.gymId, { enabled: true }]);
  });

  it('shows what the administration has set for the gym', async () => {
    const changed = await world.admin.patch(gymPath(), { ...PROFILE, ...CLUB });
    expect([changed.status, changed.text]).toEqual([200, expect.anything()]);
    expect(changed.body).toMatchObject({ ...PROFILE, ...CLUB });
    const { body } = await (await reader()).get(INFORMATION);
    const { studioId, name, accessCodeConfiguration, ...rest } = body;
    expect(rest).toEqual(PROFILE);
    expect([studioId, typeof name]).toEqual([world.gymId, 'string']);
    expect(accessCodeConfiguration).toEqual({ enabled: true });
    expect((await world.admin.get(gymPath())).body).toMatchObject({ ...PROFILE, ...CLUB });
  });

  it('forgets what is set to null, and keeps what the patch does not name', async () => {
    await world.admin.patch(gymPath(), PROFILE);
    await world.admin.patch(gymPath(), { location: null, email: null });
    const { body } = await (await reader()).get(INFORMATION);
    const { location: _place, email: _mail, ...kept } = PROFILE;
    expect(body).toMatchObject(kept);
    expect([body.location, body.email]).toEqual([undefined, undefined]);
  });

  it('O-14 shows that access codes are off', async () => {
    await world.admin.patch(gymPath(), { accessCodes: { enabled: false } });
    const { body } = await (await reader()).get(INFORMATION);
    expect(body.accessCodeConfiguration).toEqual({ enabled: false });
    await world.admin.patch(gymPath(), { accessCodes: { enabled: true } });
  });

  it.each([
    [{ location: { longitude: 1 } }, '/location/latitude'],
    [{ location: { longitude: 181, latitude: 0 } }, '/location/longitude'],
    [{ location: 'here' }, '/location'],
    [{ logoUrl: 'http://fit.example.com/logo.svg' }, '/logoUrl'],
    [{ logoUrl: 'https://user:secret@fit.example.com' }, '/logoUrl'],
    [{ website: 'javascript:alert(1)' }, '/website'],
    [{ countryCode: 'br' }, '/countryCode'],
    [{ countryCode: 'XX' }, '/countryCode'],
    [{ openingDate: '2015-02-30' }, '/openingDate'],
    [{ email: 'nobody' }, '/email'],
    [{ isHidden: 'yes' }, '/isHidden'],
  ])('the administration refuses %j', async (change, pointer) => {
    const { status, body } = await world.admin.patch(gymPath(), change);
    expect([status, body.errors?.[0]?.pointer]).toEqual([400, pointer]);
  });

  it('every change of a gym has a number of its own, higher than any before', async () => {
    const numbers = async () =>
      (
        await app.sql<{ no: string }>('select change_no as no from gyms where id = $1', [
          world.gymId,
        ])
      )
        .map(({ no }) => Number(no))
        .at(0) ?? 0;
    const before = await numbers();
    await world.admin.patch(gymPath(), { symbol: 'NEW' });
    expect(await numbers()).toBeGreaterThan(before);
  });

  it('shows the key’s gym, the named one, or the only one; else it demands a gym', async () => {
    const chain = await givenAPartner(app);
    const second = await chain.admin.post(`/admin/v1/partners/${chain.partnerId}/gyms`, {
      name: 'Second',
    });
    const wide = await chain.keyed(['STUDIO_READ']);
    const unnamed = await wide.get(INFORMATION);
    expect([unnamed.status, unnamed.body.errorCode, unnamed.body.reference]).toEqual([
      400,
      'STUDIO_REQUIRED',
      'studioId',
    ]);
    const named = await wide.get(`${INFORMATION}?studioId=${second.body.id}&other=1`);
    expect([named.status, named.body.name]).toEqual([200, 'Second']);
    const narrowed = await chain.keyed(['STUDIO_READ'], { gymId: second.body.id });
    expect((await narrowed.get(INFORMATION)).body.studioId).toBe(second.body.id);
    for (const [api, id] of [
      [narrowed, chain.gymId],
      [wide, world.gymId],
    ] as const) {
      const foreign = await api.get(`${INFORMATION}?studioId=${id}`);
      expect([foreign.status, foreign.body.errorCode]).toEqual([404, 'STUDIO_NOT_FOUND']);
    }
    expect((await (await chain.keyed(['DEVICE_READ'])).get(INFORMATION)).status).toBe(403);
  });

  it.each(['abc', '', '0', '-1', '1.5', '9007199254740993', '1&studioId=2', '%EF%BC%91'])(
    'answers 400 to the malformed studioId %j wherever one is taken, also to a narrowed key',
    async (id) => {
      const scopes = [
        'STUDIO_READ',
        'DEVICE_READ',
        'CUSTOMER_READ',
        'CHECKIN_READ',
        'CHECKIN_WRITE',
      ];
      const keys = [
        await world.keyed(scopes as never),
        await world.keyed(scopes as never, { gymId: world.gymId }),
      ];
      const body = { aggregatorId: '1', customerId: 1 };
      for (const key of keys)
        for (const answer of [
          await key.get(`${INFORMATION}?studioId=${id}`),
          await key.get(`/v1/devices?studioId=${id}`),
          await key.get(`/v1/customers/1/access-code?studioId=${id}`),
          await key.get(`/v1/customers/1/activities/checkins?studioId=${id}`),
          await key.post(`/aggregator/checkin-validation?studioId=${id}`, body),
          await key.post(`/aggregator/member-validation?studioId=${id}`, body),
        ]) {
          const { errorCode, reference } = answer.body;
          expect([answer.status, errorCode, reference]).toEqual([
            400,
            'VALIDATION_FAILED',
            'studioId',
          ]);
        }
    },
  );
});
