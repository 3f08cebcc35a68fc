import type { FastifyRequest } from 'fastify';
import { surfaceAt } from './surfaces.js';

/**
 * The order in which an overloaded replica refuses requests, from last to first. `always`: health and metrics. `door`:
 * people wait at it, and Wellhub sends a webhook only once. `member`: codes and registrations, which an app repeats.
 * `other`: everything else.
 */
export const URGENCIES = ['always', 'door', 'member', 'other'] as const;
export type Urgency = (typeof URGENCIES)[number];

const MEMBER_ROUTES =
  /^\/(v1\/customers\/:customerId\/access-code|:slug\/code\/current|aggregator\/)/;
const DOOR_ROUTES = /^\/open-api\/device\//;

const byRoute = new Map<string, Urgency>();

/** Looked up once per route. */
export function urgencyAt(request: FastifyRequest): Urgency {
  const route = request.routeOptions.url;
  if (route === undefined) return 'other';
  const known = byRoute.get(route);
  if (known !== undefined) return known;
  const made = urgencyOf(route, surfaceAt(request).surface);
  byRoute.set(route, made);
  return made;
}

function urgencyOf(route: string, surface: ReturnType<typeof surfaceAt>['surface']): Urgency {
  if (surface === 'system') return 'always';
  if (surface === 'wellhub' || surface === 'devices' || DOOR_ROUTES.test(route)) return 'door';
  return surface === 'wellhub-registration' || MEMBER_ROUTES.test(route) ? 'member' : 'other';
}
