import type { Gym } from '../gyms/gym.js';
import type { Partner } from '../partners/partner.js';

const webhooks = (origin: string, hook: string) => `${origin}/wellhub/${hook}/webhooks`;

const partnerSide = (origin: string, hook: string) => ({
  token: `${origin}/wellhub/token`,
  users: `${origin}/wellhub/users`,
  cancel: `${origin}/wellhub/${hook}/users/cancel`,
  change: `${origin}/wellhub/${hook}/users/change`,
  webhooks: webhooks(origin, hook),
});

/** What a partner types into Wellhub's portal (`wellhub.md` 2.1, 4.1); test = sandbox or simulator. */
export const partnerUrls = (partner: Partner, origin: string) => ({
  production: partnerSide(origin, partner.hookProduction),
  test: partnerSide(origin, partner.hookTest),
});

/** For a gym that has a secret of its own. */
export const gymUrls = (gym: Gym, origin: string) => ({
  production: { webhooks: webhooks(origin, gym.hookProduction) },
  test: { webhooks: webhooks(origin, gym.hookTest) },
});
