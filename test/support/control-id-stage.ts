import { DeviceSecrets } from '../../src/control-id/address/device-secrets.js';
import type { Answer, Api } from './api.js';
import type { TestApp } from './test-app.js';
import type { World } from './world.js';

const FORM = 'application/x-www-form-urlencoded';

export interface CallOptions {
  /** Default: `form`. */
  readonly as?: 'form' | 'json' | 'query' | 'untyped';
  readonly via?: Api;
  readonly headers?: Record<string, string>;
}

/** A Control iD device of a partner, and what its firmware sends. */
export interface ControlIdStage {
  readonly id: number;
  /** `/cid/…`, without the origin. */
  readonly address: string;
  /** Sends fields to a path behind the address. */
  call(path: string, fields: Record<string, string>, options?: CallOptions): Promise<Answer>;
  /** Sends a body as it is. */
  send(path: string, body: string | Buffer, headers?: Record<string, string>): Promise<Answer>;
}

/** @param device fields of the device; `controlId` has its settings */
export async function givenAControlIdDevice(
  app: TestApp,
  { admin, gymId, partnerId }: Pick<World, 'admin' | 'gymId' | 'partnerId'>,
  device: Record<string, unknown> = {},
): Promise<ControlIdStage> {
  const made = await admin.post(`/admin/v1/gyms/${gymId}/devices`, {
    name: 'Turnstile',
    direction: 'IN',
    vendor: 'CONTROL_ID',
    ...device,
  });
  if (made.status !== 201) throw new Error(`${made.status}: ${made.text}`);
  const { id } = made.body as { id: number };
  const secret = await app.app.get(DeviceSecrets, { strict: false }).read({ partnerId, id });
  return controlIdStage(app.api, { id, address: `/cid/${secret}` });
}

/** The same device at another address, or through another replica. */
export function controlIdStage(
  api: Api,
  { id, address }: Pick<ControlIdStage, 'id' | 'address'>,
): ControlIdStage {
  return {
    id,
    address,
    call: (path, fields, { as = 'form', via = api, headers = {} } = {}) => {
      const form = new URLSearchParams(fields).toString();
      const to = `${address}/${path}`;
      if (as === 'query')
        return via.call('POST', `${to}${to.includes('?') ? '&' : '?'}${form}`, undefined, headers);
      if (as === 'json') return via.post(to, fields, headers);
      if (as === 'form') return via.post(to, form, { 'Content-Type': FORM, ...headers });
      return via.post(to, Buffer.from(form), { 'Content-Type': '', ...headers });
    },
    send: (path, body, headers = {}) => api.post(`${address}/${path}`, body, headers),
  };
}
