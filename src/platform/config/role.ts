/**
 * What a process is there for. `api` answers requests, `worker` does the background work, `all` both. Rows are what
 * the two have in common: neither needs to reach the other.
 */
export const ROLES = ['all', 'api', 'worker'] as const;
export type Role = (typeof ROLES)[number];

export const doesBackgroundWork = (role: Role): boolean => role !== 'api';
