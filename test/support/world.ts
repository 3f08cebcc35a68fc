import { randomBytes } from 'node:crypto';
import type { Scope } from '../../src/platform/http/declarations.js';
import type { Api } from './api.js';
import type { ServedApp } from './test-app.js';

/** A partner with one gym and its keys, made through the admin API as an operator would. */
export interface World {
  readonly partnerId: string;
  readonly slug: string;
  readonly gymId: number;
  readonly wellhubGymId: string;
  readonly webhookSecret: string;
  /** The partner's inbound webhook address, path only. */
  readonly hookPath: string;
  /** Calls as the partner's administrator. */
  readonly admin: Api;
  /** Calls with a new key of these scopes. */
  keyed(scopes: Scope[], extra?: { gymId?: number; name?: string }): Promise<Api & { key: string }>;
}

export interface WorldOptions {
  partner?: Record<string, unknown>;
  gym?: Record<string, unknown>;
  /** false: no Wellhub connection. */
  connection?: Record<string, unknown> | false;
  /** The test environment of this partner, in place of a new partner. */
  testOf?: string;
}

const expectCreated = (answer: { status: number; text: string }) => {
  if (answer.status >= 300) throw new Error(`set-up failed with ${answer.status}: ${answer.text}`);
};

export async function givenAPartner(
  target: Pick<ServedApp, 'api' | 'operator'>,
  options: WorldOptions = {},
): Promise<World> {
  const { operator, api } = target;
  const unique = randomBytes(5).toString('hex');
  const partner =
    options.testOf === undefined
      ? await operator.post('/admin/v1/partners', {
          name: `Fit ${unique}`,
          slug: `fit-${unique}`,
          timeZone: 'America/Sao_Paulo',
          ...options.partner,
        })
      : await operator.post(`/admin/v1/partners/${options.testOf}/test-environment`);
  expectCreated(partner);
  const partnerId: string = partner.body.id ?? partner.body.partnerId;
  const webhookSecret = `webhook-secret-${unique}`;
  if (options.connection !== false)
    expectCreated(
      await operator.put(`/admin/v1/partners/${partnerId}/wellhub`, {
        environment: 'simulator',
        accessToken: 'simulator-token',
        webhookSecret,
        ...options.connection,
      }),
    );
  const wellhubGymId = String(1000 + Math.floor(Math.random() * 900_000));
  const gym = await operator.post(`/admin/v1/partners/${partnerId}/gyms`, {
    name: `Centro ${unique}`,
    wellhubGymId,
    ...options.gym,
  });
  expectCreated(gym);
  const keyed = async (scopes: Scope[], extra = {}) => {
    const made = await operator.post(`/admin/v1/partners/${partnerId}/api-keys`, {
      name: scopes.join('+'),
      scopes,
      ...extra,
    });
    expectCreated(made);
    return Object.assign(api.withKey(made.body.key), { key: made.body.key as string });
  };
  const connection = await operator.get(`/admin/v1/partners/${partnerId}/wellhub`);
  return {
    partnerId,
    slug: partner.body.slug,
    gymId: gym.body.id,
    wellhubGymId,
    webhookSecret,
    hookPath: new URL(connection.body.urls.test.webhooks).pathname,
    admin: await keyed(['PARTNER_ADMIN']),
    keyed,
  };
}
