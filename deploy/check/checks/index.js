import { migrations } from './migrations.js';
import { names } from './names.js';
import { podSecurity } from './pod-security.js';
import { probes } from './probes.js';
import { rollouts } from './rollouts.js';
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
  ...migrations,
  ...settings,
  ...probes,
  ...rollouts,
  ...services,
  ...names,
];
