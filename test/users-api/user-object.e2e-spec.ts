import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readText } from '../support/repository.js';
import { givenUsersApi, PASSWORD, startApp, type TestApp, type UsersWorld } from './users-stage.js';

const DATE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

/** Every key with its place, in the order of the wire: `contracts[].membership.id`. */
function keysOf(value: unknown, at = ''): string[] {
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((item) => keysOf(item, `${at}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const path = at === '' ? key : `${at}.${key}`;
    return [path, ...keysOf(inner, path)];
  });
}

/** Whatever is null, with its place. */
const nullsIn = (object: Record<string, unknown>): string[] =>
  Object.entries(object).flatMap(([key, value]) => {
    if (value === null) return [key];
    return typeof value === 'object' ? nullsIn(value as Record<string, unknown>) : [];
  });

describe('the user object', () => {
  let app: TestApp;
  let world: UsersWorld;
  const origin = 'https://gym.example.com';

  beforeAll(async () => {
    app = await startApp({ publicUrl: origin });
    world = await givenUsersApi(app);
  });
  afterAll(() => app.close());

  const userOf = async (email: string) => {
    const { body } = await world.employee.post('/Api/Users/ValidateCredentials', {
      userName: email,
      password: PASSWORD,
    });
    return body.elements[0];
  };
  const made = async (path: string, body: object) => {
    const answer = await world.admin.post(`/admin/v1/partners/${world.partnerId}/${path}`, body);
    if (answer.status !== 201) throw new Error(answer.text);
    return answer.body.id as number;
  };

  async function givenEverything(email: string, card: string) {
    const userId = await world.customer({
      email,
      firstName: 'John',
      lastName: 'Fibo',
      personalId: '80010101234',
      phoneNumber: '0048123456789',
      idCardName: 'Passport',
      idCardNumber: 'ABC 123456',
      legalGuardian: 'Eva Fibo',
      birthDate: '1978-06-01',
      sex: 'MALE',
      language: 'pl',
      isForeigner: true,
      newsletterAgreement: true,
      termsAndConditionsAgreement: true,
      address: { country: 'Poland', city: 'Warszawa', postalCode: '02-962', line1: 'Prosta 1' },
      directDebit: { accountNumber: '61 1090', ownerName: 'John Fibo', street: 'Prosta 1' },
      homeGymId: world.gymId,
      cardNumber: { value: card },
    });
    const membershipId = await made('memberships', { name: 'Open' });
    const paymentPlanId = await made('payment-plans', { name: 'Open 24m' });
    const discountId = await made('discounts', {
      name: '50%',
      administrationFee: { type: 'VALUE', value: 0 },
      membershipFee: { type: 'PERCENT', value: 50 },
    });
    const contract = await world.admin.post(`/admin/v1/customers/${userId}/contracts`, {
      membershipId,
      paymentPlanId,
      discountIds: [discountId],
      signUpDate: '2016-01-26',
      startDate: '2016-01-26',
      endDate: '2099-12-31',
    });
    expect(contract.status).toBe(201);
    const put = async (path: string, bytes: Buffer, type: string) => {
      const { status, body } = await world.admin.put(path, bytes, { 'Content-Type': type });
      expect(status).toBeLessThan(300);
      return body.id as number;
    };
    const home = `/admin/v1/customers/${userId}`;
    const files = {
      photo: await put(`${home}/photo`, PNG, 'image/png'),
      contract: await put(
        `/admin/v1/contracts/${contract.body.id}/document`,
        PDF,
        'application/pdf',
      ),
    };
    return { userId, contractId: contract.body.id as number, files };
  }

  it('U-6 has exactly the keys of the contract, in its order, also for a person with nothing but an e-mail', async () => {
    const { userId, files, contractId } = await givenEverything('full@example.com', '1234567890');
    await world.person('full@example.com');
    await world.person('bare@example.com');
    const [full, bare] = [await userOf('full@example.com'), await userOf('bare@example.com')];
    const sample = JSON.parse(readText('test/users-api/user-object.json'));
    expect(keysOf(full).filter((key) => !key.startsWith('cards[]'))).toEqual(keysOf(sample));
    expect(keysOf(bare)).toEqual(keysOf({ ...sample, contracts: [] }));
    expect(nullsIn(full)).toEqual(['employee']);
    expect(nullsIn(bare)).toEqual(['employee']);
    expect(full).toMatchObject({
      id: userId,
      birthDate: '1978-06-01T00:00:00',
      sex: 'Male',
      photoUrl: `${origin}/Api/Files/Photo?photoId=${files.photo}`,
      coverPhotoUrl: '',
      address: { line1: 'Prosta 1', line2: '' },
      directDebit: { street: 'Prosta 1', cityAndPostalCode: '', documentUrl: '' },
      homeClubId: world.gymId,
      registeredAtClubId: '',
      isActive: true,
      isDeleted: false,
      cardNumber: '1234567890',
      cards: [{ cardNumber: '1234567890', isBlocked: false }],
      language: 'pl',
      prepaidAmount: 0,
    });
    expect(full.contracts[0]).toMatchObject({
      id: contractId,
      signUpDate: '2016-01-26T00:00:00',
      cancelDate: '',
      endDate: '2099-12-31T23:59:59',
      isCurrent: true,
      paymentPlan: { name: 'Open 24m', isAddOnPaymentPlan: false },
      documentUrl: `${origin}/Api/Files/Files?fileId=${files.contract}`,
    });
    expect(full.contracts[0].discounts[0]).toMatchObject({
      name: '50%',
      administartionFeeDiscountType: 'ValueDiscount',
      joiningFeeDiscountType: 'None',
      membershipFeeDiscountType: 'PercentDiscount',
      administartionFeeDiscountValue: 0,
      joiningFeeDiscountValue: '',
      membershipFeeDiscountValue: 50,
    });
    for (const date of ['signUpDate', 'startDate', 'endDate'])
      expect(full.contracts[0][date]).toMatch(DATE);
    expect(bare).toMatchObject({ firstName: '', birthDate: '', homeClubId: '', contracts: [] });
  });

  it('U-33 serves a file of the partner, as what it is', async () => {
    const { files } = await givenEverything('files@example.com', '22');
    const photo = await fetch(`${app.api.origin}/api/files/PHOTO?PhotoId=${files.photo}`, auth());
    expect(Buffer.from(await photo.arrayBuffer())).toEqual(PNG);
    expect(photo.status).toBe(200);
    expect(Object.fromEntries(photo.headers)).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
    expect(photo.headers.get('content-disposition')).toBeNull();
    for (const path of ['Files', 'File']) {
      const url = `/Api/Files/${path}?fileId=${files.contract}`;
      const document = await fetch(`${app.api.origin}${url}`, auth());
      expect(Buffer.from(await document.arrayBuffer())).toEqual(PDF);
      expect(Object.fromEntries(document.headers)).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment',
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      });
    }
  });
  const auth = () => ({ headers: { Authorization: `Bearer ${world.token}` } });

  it('U-33 refuses a file that is unknown, foreign, of the other kind or of another customer', async () => {
    const { files } = await givenEverything('owner@example.com', '33');
    const refused = (property: string) => ({
      status: 400,
      body: { errors: [{ code: 'InvalidPropertyId', property, message: '' }] },
    });
    const { api: stranger } = await world.person('stranger.files@example.com');
    const { api: owner } = await world.person('owner@example.com');
    const other = await givenUsersApi(app);
    const photo = `/Api/Files/Photo?photoId=${files.photo}`;
    expect((await owner.get(photo)).status).toBe(200);
    expect(await stranger.get(photo)).toMatchObject(refused('photoId'));
    expect(await other.employee.get(photo)).toMatchObject(refused('photoId'));
    expect(await world.employee.get('/Api/Files/Photo?photoId=999999')).toMatchObject(
      refused('photoId'),
    );
    const asDocument = `/Api/Files/Files?fileId=${files.photo}`;
    expect(await world.employee.get(asDocument)).toMatchObject(refused('fileId'));
    expect((await app.api.get(photo)).status).toBe(401);
  });

  it('U-33 takes no HTML in the place of a photo', async () => {
    const userId = await world.customer();
    const html = Buffer.from('<html><script>alert(1)</script></html>');
    const path = `/admin/v1/customers/${userId}/photo`;
    const { status } = await world.admin.put(path, html, { 'Content-Type': 'image/png' });
    expect(status).toBe(415);
  });
});
