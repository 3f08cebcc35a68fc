import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Api } from '../support/api.js';
import { startApp, type TestApp } from '../support/test-app.js';
import { givenAPartner, type World } from '../support/world.js';

const PNG = Buffer.from('89504e470d0a1a0a00', 'hex');
const SECRETS = {
  personalId: 'planted-personal-id',
  idCardNumber: 'planted-card-number',
  legalGuardian: 'planted-guardian',
  address: { line1: 'planted-address' },
  directDebit: { accountNumber: 'planted-account' },
};

describe("a person's right to know and to be forgotten", () => {
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

  const at = (id: number) => `/admin/v1/customers/${id}`;
  const given = async (values: object = {}): Promise<number> =>
    (await admin.post(`${partner}/customers`, { ...SECRETS, ...values })).body.id;
  const contractOf = async (id: number): Promise<number> => {
    const made = async (path: string) =>
      (await admin.post(`${partner}/${path}`, { name: 'Open' })).body.id as number;
    const membershipId = await made('memberships');
    const paymentPlanId = await made('payment-plans');
    const terms = { membershipId, paymentPlanId, startDate: '2026-01-01' };
    return (await admin.post(`${at(id)}/contracts`, terms)).body.id;
  };
  /** A person with a row in every room that can be reached without a door or Wellhub. */
  const givenSomebodyEverywhere = async (): Promise<number> => {
    const gympassUserId = `gpw-${crypto.randomUUID()}`;
    const id = await given({ email: `e${Date.now()}@x.pt`, gympassUserId });
    const contractId = await contractOf(id);
    await admin.put(`${at(id)}/photo`, PNG);
    await admin.put(`${at(id)}/direct-debit-document`, PNG);
    await admin.put(`/admin/v1/contracts/${contractId}/document`, PNG);
    await admin.put(`${at(id)}/restriction`, { reason: 'planted-reason' });
    const values = [world.partnerId, id, world.gymId];
    await app.sql(
      `insert into visits (partner_id, customer_id, gym_id, source, entered_at) values ($1, $2, $3, 'DESK', now())`,
      values,
    );
    await app.sql(
      `insert into accounts (partner_id, id, customer_id, email, email_key)
        values ($1, gen_random_uuid(), $2, 'planted@x.pt', $3)`,
      [world.partnerId, id, `planted-${id}@x.pt`],
    );
    await app.sql(
      `insert into wellhub_id_claims (partner_id, id, customer_id, wellhub_id)
        values ($1, gen_random_uuid(), $2, '0012345678905')`,
      [world.partnerId, id],
    );
    await app.sql('insert into wellhub_users (partner_id, gpw_id) values ($1, $2)', [
      world.partnerId,
      gympassUserId,
    ]);
    return id;
  };

  describe('GET /customers/{customerId}/export', () => {
    it('answers everything that is held, across the rooms, and leaves a line in the audit log', async () => {
      const id = await givenSomebodyEverywhere();
      const { status, body } = await admin.get(`${at(id)}/export`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        customer: {
          id,
          ...SECRETS,
          origin: 'DIRECT',
          gpwId: expect.any(String),
          contracts: [{ membership: { name: 'Open' } }],
        },
        restriction: { reason: 'planted-reason' },
        files: [
          { kind: 'PHOTO' },
          { kind: 'DIRECT_DEBIT_DOCUMENT' },
          { kind: 'CONTRACT_DOCUMENT' },
        ],
        visits: [{ gymId: world.gymId, source: 'DESK' }],
        accounts: [{ email: 'planted@x.pt', hasPassword: false, sessions: [] }],
        checkIns: [],
        bookings: [],
        gateDecisions: [],
        wellhubUser: { status: 'ACTIVE' },
        wellhubIdClaims: [{ wellhubId: '0012345678905', state: 'OPEN' }],
      });
      const audit = `select actor from audit_log where action = 'customer.exported' and object = $1`;
      expect(await app.sql(audit, [String(id)])).toHaveLength(1);
    });

    it('holds no hash, no encrypted secret and no other person', async () => {
      const [id, other] = [await givenSomebodyEverywhere(), await given()];
      const { text } = await admin.get(`${at(id)}/export`);
      expect(text).not.toMatch(/hash|sealed|token/i);
      expect((await admin.get(`${at(other)}/export`)).body.visits).toEqual([]);
    });

    it('is for administrators only, and 404 for unknown, foreign and erased people', async () => {
      const id = await given();
      const reader = await world.keyed(['CUSTOMER_READ', 'CUSTOMER_WRITE']);
      expect((await reader.get(`${at(id)}/export`)).status).toBe(403);
      const foreign = (await givenAPartner(app, { connection: false })).admin;
      expect((await foreign.get(`${at(id)}/export`)).body.code).toBe('customer.not-found');
      await admin.delete(at(id));
      expect((await admin.get(`${at(id)}/export`)).body.code).toBe('customer.not-found');
    });
  });

  describe('DELETE /customers/{customerId}', () => {
    it('leaves nothing of what was planted in any room; contract and visit stay', async () => {
      const id = await givenSomebodyEverywhere();
      expect((await admin.delete(at(id))).status).toBe(204);
      const rows = async (table: string, column = 'customer_id') =>
        app.sql<{ row: object }>(
          `select to_jsonb(t) as row from ${table} t where partner_id = $1 and ${column} = $2`,
          [world.partnerId, id],
        );
      const customer = await rows('customers', 'id');
      expect(JSON.stringify(customer)).not.toContain('planted');
      expect(customer[0]!.row).toMatchObject({
        status: 'ERASED',
        address: null,
        direct_debit: null,
      });
      const left = await Promise.all(
        ['files', 'restrictions', 'accounts', 'wellhub_id_claims', 'contracts', 'visits'].map(
          async (table) => [table, (await rows(table)).length],
        ),
      );
      expect(Object.fromEntries(left)).toEqual({
        files: 0,
        restrictions: 0,
        accounts: 0,
        wellhub_id_claims: 0,
        contracts: 1,
        visits: 1,
      });
    });
  });

  describe('POST /customers/{customerId}/merge', () => {
    it("keeps the survivor's photo, takes over what it lacks, and the contracts' documents", async () => {
      const [from, into] = [await given(), await given()];
      const contractId = await contractOf(from);
      const put = async (path: string) => (await admin.put(path, PNG)).body.id as number;
      await put(`${at(from)}/photo`);
      const coverPhoto = await put(`${at(from)}/cover-photo`);
      const document = await put(`/admin/v1/contracts/${contractId}/document`);
      const photo = await put(`${at(into)}/photo`);
      const merged = await admin.post(`${at(from)}/merge`, { intoCustomerId: into });
      expect(merged.status).toBe(200);
      const files =
        'select id, customer_id as "customerId" from files where customer_id in ($1, $2)';
      const left = await app.sql<{ id: string; customerId: string }>(files, [from, into]);
      expect(left.map(({ id, customerId }) => [Number(id), Number(customerId)]).sort()).toEqual(
        [coverPhoto, document, photo].map((id) => [id, into]).sort(),
      );
      expect((await admin.get(`/admin/v1/contracts/${contractId}/document`)).status).toBe(200);
    });
  });
});
