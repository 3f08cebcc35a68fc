import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Customers, UserProfilesRepository, type UserProfile } from '../../src/customers/index.js';
import { Database } from '../../src/platform/database/database.js';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenWellhub, newGpwId } from '../support/registration.js';
import { givenAPartner, type World } from '../support/world.js';
import { givenUsersApi } from '../users-api/users-stage.js';

const DETAILS = {
  personalId: '80010101234',
  idCardName: 'Passport',
  idCardNumber: 'ABC 123456',
  legalGuardian: 'Maria Fibo',
  sex: 'MALE',
  language: 'pl',
  isForeigner: true,
  newsletterAgreement: true,
  termsAndConditionsAgreement: true,
  address: {
    country: 'Poland',
    city: 'Warszawa',
    postalCode: '02-962',
    line1: 'ul. Przyczółkowa 334',
    line2: null,
  },
  directDebit: {
    accountNumber: '61 1090 1014 0000 0712 1981 2874',
    ownerName: 'John Fibo',
    street: 'Przyczółkowa 334',
    cityAndPostalCode: '02-962 Warszawa',
  },
};
const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');

describe('what the Users API shows of a customer', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let partner: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    partner = `/admin/v1/partners/${world.partnerId}`;
  });
  afterAll(() => app.close());

  const given = async (values: object = {}) =>
    (await admin.post(`${partner}/customers`, values)).body;
  const at = (id: number) => `/admin/v1/customers/${id}`;
  const profile = async (id: number): Promise<UserProfile> =>
    (await app.app.get(UserProfilesRepository).read(app.app.get(Database), world.partnerId, id))!;

  describe('through the admin API', () => {
    it('U-6 is stored and shown as sent', async () => {
      const values = { ...DETAILS, registeredAtGymId: world.gymId };
      const made = await given(values);
      expect(made).toMatchObject(values);
      expect((await admin.get(at(made.id))).body).toEqual(made);
      expect((await admin.get(`${partner}/customers?number=${made.number}`)).body.items).toEqual([
        made,
      ]);
    });

    it('U-6 is cleared by null, also inside address and direct debit; what is absent stays', async () => {
      const { id } = await given(DETAILS);
      const changed = await admin.patch(at(id), {
        sex: null,
        legalGuardian: null,
        address: { city: null, line2: 'm. 5' },
        directDebit: null,
      });
      expect(changed.body).toMatchObject({
        personalId: DETAILS.personalId,
        sex: null,
        legalGuardian: null,
        address: { ...DETAILS.address, city: null, line2: 'm. 5' },
        directDebit: { accountNumber: null, ownerName: null, street: null },
      });
    });

    it('takes a new timestamp when it changes, and none when it does not', async () => {
      const made = await given(DETAILS);
      const { address, personalId } = DETAILS;
      expect((await admin.patch(at(made.id), { address, personalId })).body).toEqual(made);
      const changed = (await admin.patch(at(made.id), { address: { line1: 'x' } })).body;
      expect(changed.timestamp).toBeGreaterThan(made.timestamp);
    });

    it.each([
      [{ sex: 'm' }],
      [{ sex: '' }],
      [{ language: 'por' }],
      [{ language: 'PT' }],
      [{ isForeigner: null }],
      [{ newsletterAgreement: 'yes' }],
      [{ termsAndConditionsAgreement: 1 }],
      [{ personalId: '' }],
      [{ personalId: 'x'.repeat(51) }],
      [{ idCardNumber: 7 }],
      [{ registeredAtGymId: '1' }],
      [{ address: 'Rua Augusta' }],
      [{ address: [] }],
      [{ address: [{ city: 'x' }] }],
      [{ address: { city: 7 } }],
      [{ address: { town: 'x' } }],
      [{ directDebit: { documentUrl: 'https://x' } }],
      [{ directDebit: { accountNumber: 'a\u0000b' } }],
      [{ photoUrl: 'https://x' }],
      [{ hasAccount: true }],
    ])('answers 400 for %j and changes nothing', async (values) => {
      const made = await given(DETAILS);
      const answer = await admin.patch(at(made.id), values);
      expect(answer.status).toBe(400);
      expect(answer.body.errors[0].pointer).toMatch(/^\//);
      expect((await admin.get(at(made.id))).body).toEqual(made);
    });

    it('answers 404 for a gym that is unknown or not the own one', async () => {
      const answer = await admin.post(`${partner}/customers`, { registeredAtGymId: 999_999_999 });
      expect([answer.status, answer.body.code]).toEqual([404, 'gym.not-found']);
      const gym = (await admin.post(`${partner}/gyms`, { name: 'Other' })).body.id;
      const narrowed = await world.keyed(['CUSTOMER_WRITE'], { gymId: world.gymId });
      const other = await narrowed.post(`${partner}/customers`, { registeredAtGymId: gym });
      expect(other.status).toBe(404);
    });
  });

  describe('as a profile for other rooms', () => {
    const contractOf = async (customerId: number, values: object = {}) => {
      const made = async (path: string, body: object) =>
        (await admin.post(`${partner}/${path}`, body)).body;
      const membership = await made('memberships', { name: 'Open' });
      const plan = await made('payment-plans', { name: 'Open 24m', isAddOnPaymentPlan: true });
      const membershipFee = { type: 'PERCENT', value: 50 };
      const discount = await made('discounts', { name: '50%', membershipFee });
      const contract = await admin.post(`${at(customerId)}/contracts`, {
        membershipId: membership.id,
        paymentPlanId: plan.id,
        discountIds: [discount.id],
        startDate: '2016-01-26',
        ...values,
      });
      return { contract: contract.body, membership, plan, discount };
    };

    it('U-6 has everything of the person, the contracts and the files in one statement', async () => {
      const made = await given({
        ...DETAILS,
        email: 'john@fibo.pl',
        birthDate: '1978-06-01',
        homeGymId: world.gymId,
        cardNumber: { value: '007' },
      });
      const { contract, membership, plan, discount } = await contractOf(made.id);
      const put = async (path: string) => (await admin.put(path, PNG)).body.id;
      const photoId = await put(`${at(made.id)}/photo`);
      const coverPhotoId = await put(`${at(made.id)}/cover-photo`);
      const directDebitDocumentId = await put(`${at(made.id)}/direct-debit-document`);
      const documentId = await put(`/admin/v1/contracts/${contract.id}/document`);
      const shown = (await admin.get(at(made.id))).body;
      const { timestamp } = (await admin.get(`${at(made.id)}/contracts/${contract.id}`)).body;
      const item = { isActive: true, isDeleted: false };
      expect(await profile(made.id)).toEqual({
        ...DETAILS,
        id: made.id,
        changeNo: shown.timestamp,
        number: made.number,
        status: 'PENDING',
        isActive: true,
        isDeleted: false,
        mergedInto: null,
        firstName: null,
        lastName: null,
        email: 'john@fibo.pl',
        emailConfirmed: false,
        phoneNumber: null,
        birthDate: '1978-06-01',
        homeGymId: world.gymId,
        registeredAtGymId: null,
        cardNumber: '7',
        cardBlocked: false,
        photoId,
        coverPhotoId,
        directDebitDocumentId,
        contracts: [
          {
            ...item,
            id: contract.id,
            changeNo: timestamp,
            signUpDate: '2016-01-26',
            startDate: '2016-01-26',
            cancelDate: null,
            endDate: null,
            isCurrent: true,
            documentId,
            membership: {
              ...item,
              id: membership.id,
              changeNo: membership.timestamp,
              name: 'Open',
            },
            paymentPlan: {
              ...item,
              id: plan.id,
              changeNo: plan.timestamp,
              name: 'Open 24m',
              isAddOn: true,
            },
            discounts: [
              {
                ...item,
                id: discount.id,
                changeNo: discount.timestamp,
                name: '50%',
                administrationFee: { type: 'NONE', value: null },
                joiningFee: { type: 'NONE', value: null },
                membershipFee: { type: 'PERCENT', value: 50 },
              },
            ],
          },
        ],
      });
    });

    it('U-6 is there for a customer with nothing, and unknown to another partner', async () => {
      const { id } = await given();
      expect(await profile(id)).toMatchObject({ email: null, address: null, contracts: [] });
      const other = await givenAPartner(app, { connection: false });
      const profiles = app.app.get(UserProfilesRepository);
      const foreign = await profiles.read(app.app.get(Database), other.partnerId, id);
      expect(foreign).toBeUndefined();
    });

    it('judges a contract by the local day of the home gym, else of the partner', async () => {
      const gym = async (timeZone: string) =>
        (await admin.post(`${partner}/gyms`, { name: timeZone, timeZone })).body.id;
      const [east, west] = [await gym('Pacific/Kiritimati'), await gym('Pacific/Pago_Pago')];
      const dayIn = async (zone: string) => {
        const text = `select (clock_timestamp() at time zone $1)::date::text as day`;
        return (await app.sql<{ day: string }>(text, [zone]))[0]!.day;
      };
      const isCurrent = async (homeGymId: number | null, startDate: string) => {
        const { id } = await given({ homeGymId });
        await contractOf(id, { startDate });
        return (await profile(id)).contracts[0]!.isCurrent;
      };
      // 25 hours lie between the two: it is never the same day.
      const today = await dayIn('Pacific/Kiritimati');
      expect([await isCurrent(east, today), await isCurrent(west, today)]).toEqual([true, false]);
      expect(await isCurrent(null, await dayIn('America/Sao_Paulo'))).toBe(true);
    });

    it('U-18 takes a new timestamp when another room reports a change', async () => {
      const { id, timestamp } = await given();
      const customers = app.app.get(Customers);
      await customers.touch(app.app.get(Database), world.partnerId, id);
      expect((await profile(id)).changeNo).toBeGreaterThan(timestamp);
      const unknown = customers.touch(app.app.get(Database), world.partnerId, 999_999_999);
      await expect(unknown).rejects.toThrow('no such customer');
    });
  });

  describe('beside what the room of customers knows', () => {
    const found = async (asked: Api, query: string): Promise<number[]> =>
      (await asked.get(`${partner}/customers?${query}`)).body.items.map(
        ({ id }: { id: number }) => id,
      );

    it('U-6 shows whether there is an account, a password, a photo and a document', async () => {
      const users = await givenUsersApi(app);
      const byTheirs = users.admin;
      const { userId } = await users.person('flags@x.pt');
      await users.employee.post('/Api/Users/SignUp?email=no-password@x.pt');
      const theirs = `/admin/v1/partners/${users.partnerId}/customers`;
      const [none] = (await byTheirs.get(`${theirs}?email=no-password@x.pt`)).body.items;
      expect(none).toMatchObject({ hasAccount: true, hasPassword: false, photoUrl: null });
      expect((await byTheirs.get(at(userId))).body).toMatchObject({
        hasAccount: true,
        hasPassword: true,
        coverPhotoUrl: null,
      });
      for (const file of ['photo', 'cover-photo', 'direct-debit-document'])
        expect((await byTheirs.put(`${at(userId)}/${file}`, PNG)).status).toBe(200);
      const { photoUrl, coverPhotoUrl, directDebitDocumentUrl } = (await byTheirs.get(at(userId)))
        .body;
      for (const url of [photoUrl, coverPhotoUrl, directDebitDocumentUrl])
        expect((await byTheirs.get(new URL(url).pathname)).status).toBe(200);
    });

    it('shows and filters by what Wellhub sent about a user, for narrowed keys too', async () => {
      const wellhub = await givenWellhub(app, world);
      const roams = { gympass_user_id: newGpwId(), user_status: '7', country_code: 'PT' };
      await wellhub.link({ ...roams, origin: 'ios' });
      await wellhub.link({ gympass_user_id: newGpwId(), user_status: '7', country_code: 'PT' });
      const { id } = await given({ gympassUserId: roams.gympass_user_id });
      const wellhubUser = {
        status: 'ACTIVE',
        planId: '7',
        origin: 'ios',
        countryCode: 'PT',
        registeredAt: expect.any(String),
      };
      expect((await admin.get(at(id))).body.wellhubUser).toEqual(wellhubUser);
      const narrowed = await world.keyed(['CUSTOMER_READ'], { gymId: world.gymId });
      for (const asked of [admin, narrowed]) {
        for (const query of [
          'wellhubStatus=ACTIVE',
          'wellhubPlanId=7',
          'wellhubOrigin=ios',
          'wellhubCountryCode=pt&wellhubPlanId=7',
        ])
          expect({ query, found: await found(asked, query) }).toEqual({ query, found: [id] });
        for (const query of ['wellhubStatus=CANCELED', 'wellhubPlanId=77', 'wellhubOrigin=web'])
          expect({ query, found: await found(asked, query) }).toEqual({ query, found: [] });
      }
      const wrong = await admin.get(`${partner}/customers?wellhubStatus=GONE`);
      expect(wrong.status).toBe(400);
    });

    it('C-61 lists those whom ids name, as far as the caller sees them', async () => {
      const [one, two] = [await given({ firstName: 'Ana' }), await given({ firstName: 'Bo' })];
      const stranger = await givenAPartner(app);
      const other = await stranger.admin.post(
        `/admin/v1/partners/${stranger.partnerId}/customers`,
        { firstName: 'Cy' },
      );
      const ids = [two.id, one.id, other.body.id, 999_999_999];
      expect(await found(admin, `ids=${ids.join(',')}`)).toEqual([one.id, two.id]);
      const narrowed = await world.keyed(['CUSTOMER_READ'], { gymId: world.gymId });
      expect(await found(narrowed, `ids=${ids.join(',')}`)).toEqual([]);
      for (const wrong of ['1,', 'x', '0', '1'.repeat(17), Array(201).fill('1').join(',')])
        expect((await admin.get(`${partner}/customers?ids=${wrong}`)).status).toBe(400);
    });

    it('lists no customer of another partner with the same Wellhub user', async () => {
      const other = await givenAPartner(app);
      const gpwId = newGpwId();
      await (await givenWellhub(app, other)).link({ gympass_user_id: gpwId, user_status: '99' });
      const { wellhubUser } = await given({ gympassUserId: gpwId });
      expect(wellhubUser).toBeNull();
      expect(await found(admin, 'wellhubPlanId=99')).toEqual([]);
    });
  });
});
