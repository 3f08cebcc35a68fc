import type { Answer } from './api.js';
import type { StaffStage } from './staff-stage.js';
import { pngOf } from './png.js';

/** How a resource of the administration is read and edited in a test. */
export interface EditedResource {
  /** Where its tag is read, when not at its own address. */
  readonly readAt?: string;
  readonly path: string;
  /** Another one for each number. */
  body(no: number): object | Buffer;
  /** Calls as somebody who may do both. */
  call(method: string, path: string, body?: object | Buffer, headers?: Headers): Promise<Answer>;
}
type Headers = Record<string, string>;
type Maker = (stage: StaffStage) => Promise<Omit<EditedResource, 'call'> | EditedResource>;

const PLAIN_PNG = Buffer.from('89504e470d0a1a0a0000000d', 'hex');
const file = (no: number) => Buffer.concat([PLAIN_PNG, Buffer.from([no])]);

async function made(stage: StaffStage, path: string, body: object): Promise<number> {
  const answer = await stage.world.admin.post(`/admin/v1/${path}`, body);
  if (answer.status !== 201) throw new Error(answer.text);
  return answer.body.id;
}

const customer = (stage: StaffStage) =>
  made(stage, `partners/${stage.world.partnerId}/customers`, { firstName: 'Ana' });

async function contract(stage: StaffStage) {
  const own = `partners/${stage.world.partnerId}`;
  const customerId = await customer(stage);
  const membershipId = await made(stage, `${own}/memberships`, { name: 'Full' });
  const paymentPlanId = await made(stage, `${own}/payment-plans`, { name: 'Monthly' });
  const terms = { membershipId, paymentPlanId, startDate: '2026-01-01' };
  const id = await made(stage, `customers/${customerId}/contracts`, terms);
  return { id, customerId };
}

const fileOfCustomer =
  (kind: string): Maker =>
  async (stage) => {
    const path = `/admin/v1/customers/${await customer(stage)}/${kind}`;
    await stage.world.admin.put(path, file(0));
    return { path, body: file };
  };

const named =
  (kind: string): Maker =>
  async (stage) => {
    const list = `partners/${stage.world.partnerId}/${kind}`;
    const id = await made(stage, list, { name: 'First' });
    return { path: `/admin/v1/${list}/${id}`, body: (no) => ({ name: `Name ${no}` }) };
  };

const ofPartner = (path: string, body: EditedResource['body'], more: object = {}): Maker => {
  return async ({ world }) => ({
    path: `/admin/v1/partners/${world.partnerId}${path}`,
    body,
    ...more,
  });
};

/** Everything that can be edited, by its route. */
export const EDITED: Readonly<Record<string, Maker>> = {
  'PATCH /admin/v1/partners/:partnerId': ofPartner('', (no) => ({ name: `Name ${no}` })),
  'PUT /admin/v1/partners/:partnerId/alert-mails': ofPartner('/alert-mails', (no) => ({
    digestAt: `07:${10 + no}`,
  })),
  'PUT /admin/v1/partners/:partnerId/brand': ofPartner('/brand', (no) => ({ shortName: `B${no}` })),
  'PUT /admin/v1/partners/:partnerId/brand/logo': async ({ world }) => ({
    readAt: `/admin/v1/partners/${world.partnerId}/brand`,
    path: `/admin/v1/partners/${world.partnerId}/brand/logo`,
    body: (no) => pngOf(64 + no, 64),
  }),
  'PUT /admin/v1/partners/:partnerId/identity-provider': ofPartner('/identity-provider', (no) => ({
    issuer: 'https://id.example.com',
    clientId: `client-${no}`,
    clientSecret: 'secret-of-the-provider',
    groups: [{ group: 'staff', role: 'VIEWER' }],
  })),
  'PUT /admin/v1/partners/:partnerId/wellhub': ofPartner('/wellhub', (no) => ({
    environment: 'simulator',
    accessToken: `token-${no}`,
    acceptWeakSecret: no % 2 === 1,
  })),
  'PUT /admin/v1/partners/:partnerId/mail-templates/:name': async ({ world }) => {
    const path = `/admin/v1/partners/${world.partnerId}/mail-templates/password-changed`;
    const body = (no: number) => ({ subject: `S${no}`, text: 'Changed', html: '<p>Changed</p>' });
    await world.admin.put(path, body(0));
    return { path, body };
  },
  'PATCH /admin/v1/gyms/:gymId': async ({ world }) => ({
    path: `/admin/v1/gyms/${world.gymId}`,
    body: (no) => ({ name: `Gym ${no}` }),
  }),
  'PATCH /admin/v1/devices/:id': async (stage) => {
    const door = { name: 'Door', direction: 'IN' };
    const id = await made(stage, `gyms/${stage.world.gymId}/devices`, door);
    return { path: `/admin/v1/devices/${id}`, body: (no) => ({ name: `Door ${no}` }) };
  },
  'PATCH /admin/v1/customers/:customerId': async (stage) => ({
    path: `/admin/v1/customers/${await customer(stage)}`,
    body: (no) => ({ firstName: `Ana ${no}` }),
  }),
  'PUT /admin/v1/customers/:customerId/restriction': async (stage) => {
    const path = `/admin/v1/customers/${await customer(stage)}/restriction`;
    await stage.world.admin.put(path, { reason: 'first' });
    return { path, body: (no) => ({ reason: `reason ${no}` }) };
  },
  'PUT /admin/v1/customers/:customerId/photo': fileOfCustomer('photo'),
  'PUT /admin/v1/customers/:customerId/cover-photo': fileOfCustomer('cover-photo'),
  'PUT /admin/v1/customers/:customerId/direct-debit-document':
    fileOfCustomer('direct-debit-document'),
  'PUT /admin/v1/contracts/:contractId/document': async (stage) => {
    const path = `/admin/v1/contracts/${(await contract(stage)).id}/document`;
    await stage.world.admin.put(path, file(0));
    return { path, body: file };
  },
  'PATCH /admin/v1/customers/:customerId/contracts/:contractId': async (stage) => {
    const { id, customerId } = await contract(stage);
    const path = `/admin/v1/customers/${customerId}/contracts/${id}`;
    return { path, body: (no) => ({ endDate: `2026-12-${10 + no}` }) };
  },
  'PATCH /admin/v1/partners/:partnerId/memberships/:id': named('memberships'),
  'PATCH /admin/v1/partners/:partnerId/payment-plans/:id': named('payment-plans'),
  'PATCH /admin/v1/partners/:partnerId/discounts/:id': named('discounts'),
  'PATCH /admin/v1/webhook-subscriptions/:id': async (stage) => {
    const list = `partners/${stage.world.partnerId}/webhook-subscriptions`;
    const id = await made(stage, list, { url: 'https://example.com/0' });
    const body = (no: number) => ({ url: `https://example.com/${no}` });
    return { path: `/admin/v1/webhook-subscriptions/${id}`, body };
  },
  'PATCH /admin/v1/staff/:id': async (stage) => {
    const { id } = (await stage.invite({ role: 'VIEWER' })).body;
    const roles = ['FRONT_DESK', 'ACCOUNTANT', 'MANAGER', 'DEVELOPER', 'VIEWER'];
    return { path: `/admin/v1/staff/${id}`, body: (no) => ({ role: roles[no % roles.length] }) };
  },
  'PATCH /admin/v1/me': async (stage) => {
    const { browser } = await stage.colleague();
    return {
      path: '/admin/v1/me',
      body: (no) => ({ name: `Name ${no}` }),
      call: (method, path, body, headers) =>
        stage.with(browser).call(method, path, body, { ...headers, ...SAME_ORIGIN }),
    };
  },
};
const SAME_ORIGIN = { 'Sec-Fetch-Site': 'same-origin' };

/** What has versions, and whose changes must name them; `test/admin/access-rules.e2e-spec.ts` tries those. */
export const VERSIONED: readonly string[] = [
  'PUT /admin/v1/gyms/:gymId/access-policy',
  'PATCH /admin/v1/gyms/:gymId/access-policy',
  'PUT /admin/v1/gyms/:gymId/access-rules/order',
  'PATCH /admin/v1/access-rules/:id',
  'PATCH /admin/v1/passes/:id',
];

/** What takes no `If-Match`, and why nobody's words can be lost there. */
export const NOT_EDITED: Readonly<Record<string, string>> = {
  'PUT /admin/v1/customers/:customerId/consents': 'adds one; what stands is never changed',
  'PUT /admin/v1/gyms/:gymId/classes/:classId/slots/:slotId': 'a count: the last one is right',
  'PUT /admin/v1/me/alert-mails': 'one choice of one person: the last one is right',
  'PATCH /admin/v1/me/passkeys/:id': 'a name that this person alone gives',
  'PUT /admin/v1/me/place': 'where this session works: it has no other author',
  'PUT /admin/v1/partners/:partnerId/go-live/backups':
    'who confirms, and when: the last one is right',
};
