import { randomUUID } from 'node:crypto';
import type { Answer, Api } from './api.js';
import type { ServedApp } from './test-app.js';
import { givenAPartner, type World, type WorldOptions } from './world.js';

/** A partner with a door, a member with a current contract, and what a phone and a turnstile do. */
export interface GateWorld extends World {
  readonly customerId: number;
  readonly deviceToken: string;
  /** Fetches a code as the member's app does. */
  fetchCode(customerId?: number, studioId?: number): Promise<string>;
  codeApi: Api;
  device(direction?: string, gymId?: number, extra?: object): Promise<string>;
  customer(values?: object): Promise<number>;
  withContract(customerId: number, dates?: object): Promise<void>;
  gym(values?: object): Promise<number>;
  /** One scan; a nonce of its own unless one is given, `null` for none. */
  scan(value: string, options?: ScanOptions): Promise<Answer>;
}

export interface ScanOptions {
  token?: string;
  nonce?: string | null;
  type?: string;
  format?: string;
  execute?: boolean;
  via?: Api;
}

export async function givenADoor(
  app: Pick<ServedApp, 'api' | 'operator'>,
  options: WorldOptions = {},
): Promise<GateWorld> {
  const world = await givenAPartner(app, options);
  const { admin, partnerId } = world;
  const base = `/admin/v1/partners/${partnerId}`;
  const created = (answer: Answer) => {
    if (answer.status !== 201 && answer.status !== 200)
      throw new Error(`${answer.status}: ${answer.text}`);
    return answer.body;
  };
  const device = async (direction = 'IN', gymId = world.gymId, extra = {}) => {
    const made = created(
      await admin.post(`/admin/v1/gyms/${gymId}/devices`, {
        name: `Door ${direction}`,
        direction,
        ...extra,
      }),
    );
    return created(await admin.post(`/admin/v1/devices/${made.id}/token`)).token as string;
  };
  const customer = async (values = {}) =>
    created(await admin.post(`${base}/customers`, { firstName: 'Ana', ...values })).id as number;
  const membership = created(await admin.post(`${base}/memberships`, { name: 'Open' }));
  const paymentPlan = created(await admin.post(`${base}/payment-plans`, { name: 'Open 24m' }));
  const withContract = async (customerId: number, dates = {}) => {
    created(
      await admin.post(`/admin/v1/customers/${customerId}/contracts`, {
        membershipId: membership.id,
        paymentPlanId: paymentPlan.id,
        signUpDate: '2020-01-01',
        startDate: '2020-01-01',
        ...dates,
      }),
    );
  };
  const customerId = await customer();
  await withContract(customerId);
  const deviceToken = await device();
  const codeApi = await world.keyed(['CUSTOMER_READ']);
  return {
    ...world,
    customerId,
    deviceToken,
    codeApi,
    device,
    customer,
    withContract,
    gym: async (values = {}) =>
      created(await admin.post(`${base}/gyms`, { name: 'Second', ...values })).id as number,
    fetchCode: async (id = customerId, studioId) => {
      const query = studioId === undefined ? '' : `?studioId=${studioId}`;
      return created(await codeApi.get(`/v1/customers/${id}/access-code${query}`))
        .content as string;
    },
    scan: (
      value,
      { token = deviceToken, nonce, type = 'QR_CODE', format, execute, via = app.api } = {},
    ) =>
      via.post(
        '/open-api/device/cardreader/identification',
        {
          identification: { type, value, ...(format && { format }) },
          ...(execute !== undefined && { shouldExecuteAction: execute }),
          ...(nonce !== null && { nonce: nonce ?? randomUUID() }),
        },
        { Authorization: `Bearer ${token}` },
      ),
  };
}
