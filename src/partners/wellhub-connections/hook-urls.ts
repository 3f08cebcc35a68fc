import type { Gym } from '../gyms/gym.js';

type Side = 'production' | 'test';

const webhooks = (origin: string, hook: string) => `${origin}/wellhub/${hook}/webhooks`;

/** Registrations say by their address for which environment they are; a key of the other one is refused there. */
const registration = (origin: string, side: Side) => {
  const base = side === 'test' ? `${origin}/wellhub/test` : `${origin}/wellhub`;
  return { token: `${base}/token`, users: `${base}/users` };
};

const partnerSide = (origin: string, side: Side, hook: string) => ({
  ...registration(origin, side),
  cancel: `${origin}/wellhub/${hook}/users/cancel`,
  change: `${origin}/wellhub/${hook}/users/change`,
  webhooks: webhooks(origin, hook),
});

/** What a partner types into Wellhub's portal (`wellhub.md` 2.1, 4.1), from the hooks of both sides. */
export const partnerUrls = (hooks: Readonly<Record<Side, string>>, origin: string) => ({
  production: partnerSide(origin, 'production', hooks.production),
  test: partnerSide(origin, 'test', hooks.test),
});
export type PartnerUrls = ReturnType<typeof partnerUrls>;

/** A partner's own address of webhooks. */
export const partnerWebhooks = webhooks;

/** For a gym that has a secret of its own. */
export const gymUrls = (gym: Gym, origin: string) => ({
  production: { webhooks: webhooks(origin, gym.hookProduction) },
  test: { webhooks: webhooks(origin, gym.hookTest) },
});
