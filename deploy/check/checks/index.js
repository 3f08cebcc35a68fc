import { likeServing } from './like-serving.js';
import { migrations } from './migrations.js';
import { monitoring } from './monitoring.js';
import { names } from './names.js';
import { networkPolicies } from './network-policies.js';
import { podSecurity } from './pod-security.js';
import { probes } from './probes.js';
import { rollouts } from './rollouts.js';
import { routes } from './routes.js';
import { schema } from './schema.js';
import { services } from './services.js';
import { settings } from './settings.js';

/**
 * What holds for every rendering. Each finds problems in one, and has faults: ways to spoil a rendering that it must
 * find, so that no check is one that cannot fail.
 */
export const CHECKS = [
  ...schema,
  ...podSecurity,
  ...likeServing,
  ...migrations,
  ...settings,
  ...probes,
  ...rollouts,
  ...services,
  ...routes,
  ...networkPolicies,
  ...monitoring,
  ...names,
];
