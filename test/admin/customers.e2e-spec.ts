import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const ANA = {
  firstName: 'Ana',
  lastName: 'Prado',
  phoneNumber: '+5511999990000',
  birthDate: '1990-02-28',
};
const NO_DETAILS = {
  personalId: null,
  idCardName: null,
  idCardNumber: null,
  legalGuardian: null,
  sex: null,
  language: null,
  isForeigner: false,
  newsletterAgreement: false,
  termsAndConditionsAgreement: false,
  registeredAtGymId: null,
  address: { country: null, city: null, postalCode: null, line1: null, line2: null },
  directDebit: { accountNumber: null, ownerName: null, street: null, cityAndPostalCode: null },
};
let count = 0;
const digits = () => String(2_000_000_000_000 + (count += 1));

describe('/admin/v1 customers', () => {
  let app: TestApp;
  let world: World;
  let admin: Api;
  let all: string;

  beforeAll(async () => {
    app = await startApp();
    world = await givenAPartner(app);
    admin = world.admin;
    all = `/admin/v1/partners/${world.partnerId}/customers`;
  });
  afterAll(() => app.close());

  const given = async (values: object = {}) => (await admin.post(all, values)).body;
  const events = async (id: number) =>
    (
      await app.sql<{ type: string }>(
        'select type from events where partner_id = $1 and entity_id = $2 order by change_no',
        [world.partnerId, id],
      )
    ).map(({ type }) => type);

  describe('POST /partners/{partnerId}/customers', () => {
    it('answers 201 with Location and everything that was sent', async () => {
      const values = { ...ANA, email: ' Ana@X.pt ', homeGymId: world.gymId, number: 'M-1' };
      const gympassUserId = 'gpw-29caecdf-2d5e-40b8-82b4-d0a044fa4679';
      const { status, body, headers } = await admin.post(all, {
        ...values,
        gympassId: '0012345678905',
        gympassUserId,
      });
      expect(status).toBe(201);
      expect(headers.get('location')).toBe(`/admin/v1/customers/${body.id}`);
      expect(body).toEqual({
        ...values,
        email: 'Ana@X.pt',
        id: expect.any(Number),
        status: 'PENDING',
        origin: 'DIRECT',
        gympassId: '0012345678905',
        gympassUserId,
        ...NO_DETAILS,
        emailAddressIsConfirmed: false,
        cardNumber: null,
        cardIsBlocked: false,
        isActive: true,
        isDeleted: false,
        mergedIntoCustomerId: null,
        hasAccount: false,
        hasPassword: false,
        facebookId: null,
        photoUrl: null,
        coverPhotoUrl: null,
        directDebitDocumentUrl: null,
        wellhubUser: null,
        timestamp: expect.any(Number),
        createdAt: expect.stringMatching(/Z$/),
      });
      expect((await admin.get(`/admin/v1/customers/${body.id}`)).body).toEqual(body);
      expect(await events(body.id)).toEqual(['CUSTOMER_CREATED']);
    });

    it('makes a customer of nothing, with a UUID as number', async () => {
      const { status, body } = await admin.post(all, {});
      expect(status).toBe(201);
      expect(body.number).toMatch(/^[0-9a-f-]{36}$/);
    });

    it.each([
      [{ value: '045ea19c2f6680', format: 'HEX_MSB' }],
      [{ value: '80662f9ca15e04', format: 'HEX_LSB' }],
      [{ value: '001229948109940352' }],
    ])('O-31 stores the card %j as the one decimal number', async (cardNumber) => {
      const other = await givenAPartner(app, { connection: false });
      const path = `/admin/v1/partners/${other.partnerId}/customers`;
      const { status, body } = await other.admin.post(path, { cardNumber });
      expect([status, body.cardNumber]).toEqual([201, '1229948109940352']);
    });

    it.each([
      ['gympassId', { gympassId: '123' }, '/gympassId'],
      ['gympassUserId', { gympassUserId: '0012345678905' }, '/gympassUserId'],
      ['email', { email: 'nobody' }, '/email'],
      ['birthDate', { birthDate: '1990-02-30' }, '/birthDate'],
      ['homeGymId', { homeGymId: '12' }, '/homeGymId'],
      ['cardNumber', { cardNumber: '12' }, '/cardNumber'],
      ['cardNumber.value', { cardNumber: { value: 'xyz' } }, '/cardNumber/value'],
      ['cardNumber.format', { cardNumber: { value: '1', format: 'X' } }, '/cardNumber/format'],
      ['status', { status: 'ERASED' }, '/status'],
      ['number', { number: null }, '/number'],
      ['firstName', { firstName: 'a\u0000b' }, '/firstName'],
      ['an unknown field', { firstname: 'Ana' }, '/firstname'],
      ['a field that is ours', { emailAddressIsConfirmed: true }, '/emailAddressIsConfirmed'],
    ])('answers 400 with a pointer to a wrong %s', async (_, values, pointer) => {
      const { status, body, headers } = await admin.post(all, values);
      expect(status).toBe(400);
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(body).toMatchObject({ code: 'request.invalid' });
      expect(body.errors.map((error: { pointer: string }) => error.pointer)).toContain(pointer);
    });

    it('answers 404 for a home gym of another partner and for an unknown partner', async () => {
      const other = await givenAPartner(app, { connection: false });
      const foreign = await admin.post(all, { homeGymId: other.gymId });
      expect([foreign.status, foreign.body.code]).toEqual([404, 'gym.not-found']);
      const nobody = '/admin/v1/partners/00000000-0000-7000-8000-000000000000/customers';
      expect((await app.operator.post(nobody, {})).body.code).toBe('partner.not-found');
      expect((await app.operator.get(nobody)).body.code).toBe('partner.not-found');
    });

    it('answers 409 when a number, a Wellhub id, a gpw id or a card is taken', async () => {
      const taken = {
        number: 'M-taken',
        gympassId: digits(),
        gympassUserId: 'gpw-taken',
        cardNumber: { value: '77' },
      };
      await given(taken);
      const codeOf = async (values: object) => {
        const { status, body } = await admin.post(all, values);
        return [status, body.code];
      };
      expect(await codeOf({ number: taken.number })).toEqual([409, 'customer.number-taken']);
      expect(await codeOf({ gympassId: taken.gympassId })).toEqual([
        409,
        'customer.wellhub-id-taken',
      ]);
      expect(await codeOf({ gympassUserId: 'gpw-taken' })).toEqual([409, 'customer.gpw-id-taken']);
      expect(await codeOf({ cardNumber: { value: '4D', format: 'HEX_MSB' } })).toEqual([
        409,
        'customer.card-number-taken',
      ]);
      const other = await givenAPartner(app, { connection: false });
      const elsewhere = `/admin/v1/partners/${other.partnerId}/customers`;
      expect((await other.admin.post(elsewhere, taken)).status).toBe(201);
    });

    it('assigns a blocked card to another customer, and refuses to unblock it then', async () => {
      const first = await given({ cardNumber: { value: '88' }, cardIsBlocked: true });
      expect((await admin.post(all, { cardNumber: { value: '88' } })).status).toBe(201);
      const back = await admin.patch(`/admin/v1/customers/${first.id}`, { cardIsBlocked: false });
      expect([back.status, back.body.code]).toEqual([409, 'customer.card-number-taken']);
    });
  });

  describe('PATCH /customers/{customerId}', () => {
    const patch = (id: number, values: unknown) => admin.patch(`/admin/v1/customers/${id}`, values);

    it('changes what is sent, clears what is null and keeps the rest', async () => {
      const before = await given({ ...ANA, email: 'before@x.pt', homeGymId: world.gymId });
      const { status, body } = await patch(before.id, {
        firstName: 'Anna',
        lastName: null,
        homeGymId: null,
        birthDate: null,
      });
      expect(status).toBe(200);
      expect(body).toEqual({
        ...before,
        firstName: 'Anna',
        lastName: null,
        homeGymId: null,
        birthDate: null,
        timestamp: expect.any(Number),
      });
      expect(body.timestamp).toBeGreaterThan(before.timestamp);
      expect(await events(before.id)).toEqual(['CUSTOMER_CREATED', 'CUSTOMER_UPDATED']);
    });

    it('publishes no event and keeps the timestamp when nothing changed', async () => {
      const before = await given({ firstName: 'Ana', email: 'same@x.pt' });
      const same = await patch(before.id, { firstName: 'Ana', email: 'same@x.pt', lastName: null });
      expect(same.body).toEqual(before);
      expect((await patch(before.id, {})).body).toEqual(before);
      expect(await events(before.id)).toEqual(['CUSTOMER_CREATED']);
    });

    it('publishes once that access was disabled', async () => {
      const { id } = await given();
      const disabled = await patch(id, { status: 'DISABLED' });
      expect(disabled.body).toMatchObject({ status: 'DISABLED', isActive: false });
      await patch(id, { status: 'DISABLED', firstName: 'Ana' });
      expect(await events(id)).toEqual([
        'CUSTOMER_CREATED',
        'CUSTOMER_UPDATED',
        'CUSTOMER_ACCESS_DISABLED',
        'CUSTOMER_UPDATED',
      ]);
    });

    it('takes the confirmation from a changed address, not from the same one written otherwise', async () => {
      const { id } = await given({ email: 'ana@confirmed.pt' });
      await app.sql('update customers set email_confirmed = true where id = $1', [id]);
      const same = await patch(id, { email: 'ANA@confirmed.pt' });
      expect(same.body).toMatchObject({
        email: 'ANA@confirmed.pt',
        emailAddressIsConfirmed: true,
      });
      const other = await patch(id, { email: 'bea@confirmed.pt' });
      expect(other.body.emailAddressIsConfirmed).toBe(false);
      expect((await patch(id, { email: null })).body.email).toBeNull();
      const keys = await app.sql('select email_key from customers where id = $1', [id]);
      expect(keys).toEqual([{ email_key: null }]);
    });

    it('answers 409 for a taken id and changes nothing', async () => {
      const taken = digits();
      await given({ gympassId: taken });
      const before = await given({ firstName: 'Ana' });
      const answer = await patch(before.id, { gympassId: taken, firstName: 'Bea' });
      expect([answer.status, answer.body.code]).toEqual([409, 'customer.wellhub-id-taken']);
      expect((await admin.get(`/admin/v1/customers/${before.id}`)).body).toEqual(before);
      expect(await events(before.id)).toEqual(['CUSTOMER_CREATED']);
    });

    it('lets one of many parallel claims of a Wellhub id win', async () => {
      const people = await Promise.all(Array.from({ length: 8 }, () => given()));
      const gympassId = digits();
      const answers = await Promise.all(people.map(({ id }) => patch(id, { gympassId })));
      const statuses = answers.map(({ status }) => status).sort();
      expect(statuses).toEqual([200, 409, 409, 409, 409, 409, 409, 409]);
    });
  });

  describe('GET /partners/{partnerId}/customers', () => {
    it('finds by e-mail without case, Wellhub id, gpw id, number and status', async () => {
      const values = {
        email: 'Find.Me@x.pt',
        gympassId: digits(),
        gympassUserId: 'gpw-find-me',
        number: 'find-me',
        status: 'DISABLED',
      };
      const { id } = await given(values);
      for (const [name, value] of Object.entries({ ...values, email: 'FIND.me@X.pt' })) {
        const { body } = await admin.get(`${all}?${name}=${encodeURIComponent(value)}`);
        expect([name, body.items.map((item: { id: number }) => item.id)]).toEqual([
          name,
          expect.arrayContaining([id]),
        ]);
      }
      const none = await admin.get(`${all}?number=find-me&email=other@x.pt`);
      expect(none.body).toEqual({ items: [], nextCursor: null });
    });

    it('walks in pages, each customer once, while others are added', async () => {
      const other = await givenAPartner(app, { connection: false });
      const path = `/admin/v1/partners/${other.partnerId}/customers`;
      const made: number[] = [];
      for (let n = 0; n < 5; n += 1) made.push((await other.admin.post(path, {})).body.id);
      const seen: number[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const next: string = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body } = await other.admin.get(`${path}?limit=2${next}`);
        seen.push(...body.items.map((item: { id: number }) => item.id));
        cursor = body.nextCursor;
        if (seen.length < 5) await other.admin.post(path, {});
      }
      expect(seen.slice(0, 5)).toEqual(made);
      expect(new Set(seen).size).toBe(seen.length);
    });

    it.each([
      'limit=0',
      'limit=201',
      'cursor=!',
      'status=X',
      'email=nobody',
      'gympassId=abc',
      'x=1',
    ])('answers 400 for ?%s', async (query) => {
      expect((await admin.get(`${all}?${query}`)).status).toBe(400);
    });
  });

  describe('who may', () => {
    it('answers 403 without the scope, also for an unknown customer', async () => {
      const reader = await world.keyed(['CUSTOMER_READ']);
      const { id } = await given();
      expect((await reader.get(`/admin/v1/customers/${id}`)).status).toBe(200);
      expect((await reader.patch(`/admin/v1/customers/${id}`, {})).status).toBe(403);
      expect((await reader.delete('/admin/v1/customers/999999')).status).toBe(403);
      expect((await reader.post(all, {})).status).toBe(403);
    });

    it('answers another partner as if the customer did not exist', async () => {
      const { id } = await given();
      const other = await givenAPartner(app, { connection: false });
      const bare = ({ body }: { body: object }) => ({ ...body, instance: '', traceId: '' });
      const unknown = await other.admin.get('/admin/v1/customers/999999999');
      for (const [verb, path, body] of [
        ['GET', '', undefined],
        ['PATCH', '', { firstName: 'Eve' }],
        ['DELETE', '', undefined],
        ['POST', '/merge', { intoCustomerId: id }],
        ['PUT', '/restriction', { reason: 'no' }],
        ['GET', '/contracts', undefined],
      ] as const) {
        const answer = await other.admin.call(verb, `/admin/v1/customers/${id}${path}`, body);
        expect([verb, path, answer.status]).toEqual([verb, path, 404]);
        expect(bare(answer)).toEqual(bare(unknown));
      }
      expect((await other.admin.get(all)).status).toBe(404);
      expect((await admin.get(`/admin/v1/customers/${id}`)).status).toBe(200);
    });

    it.each(['abc', '0', '-1', '1.5', '99999999999999999999'])(
      'answers 404 for the id %s',
      async (id) => {
        expect((await admin.get(`/admin/v1/customers/${id}`)).body.code).toBe('customer.not-found');
      },
    );
  });
});
