import { errorCatalogue, type ErrorSpec } from '../platform/errors/domain-error.js';
import { EntityTagErrors } from '../platform/http/entity-tags.errors.js';
import { VersionTagErrors } from '../platform/http/version-tags.errors.js';
import { IdempotencyErrors } from '../platform/http/idempotency.errors.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import type { Access } from '../platform/http/declarations.js';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';
import { operationOf } from '../platform/http/operation.js';
import { traitsOf } from './route-traits.js';

/** What the guard answers; it lies in a room above this one. */
const REFUSALS_OF_KEYS: Record<Access['credential'], readonly string[]> = {
  'key-or-token': [
    'auth.key-missing',
    'auth.key-invalid',
    'auth.token-invalid',
    'auth.session-ended',
  ],
  key: ['auth.key-missing', 'auth.key-invalid'],
  'registration-token': ['auth.token-invalid'],
  'users-api-token': ['auth.token-invalid', 'auth.wrong-mode'],
  'console-session': ['auth.session-ended'],
};

const OF_BODIES = [
  RequestErrors.invalidJson,
  RequestErrors.tooLarge,
  RequestErrors.unsupportedMediaType,
];

/** What a caller of this route should expect: what its handler names, and what follows from its declarations. */
export function expectedErrors(route: DeclaredRoute): ErrorSpec[] {
  const { isAdmin, isKeyed, hasBody } = traitsOf(route);
  return [
    RequestErrors.invalid,
    // What stands in the path may be none that can be.
    ...(route.address.includes('/:') ? [RequestErrors.notFound] : []),
    ...(hasBody ? OF_BODIES : []),
    ...refusals(route),
    ...(isAdmin && route.needsProof ? [RequestErrors.proofRequired] : []),
    ...stale(route),
    ...(isKeyed ? Object.values(IdempotencyErrors) : []),
    ...(operationOf(route.method)?.errors ?? []),
    RequestErrors.rateLimited,
    RequestErrors.internal,
    RequestErrors.unavailable,
  ];
}

function stale(route: DeclaredRoute): ErrorSpec[] {
  const { hasBody, hasTags, hasVersions, needsVersion } = traitsOf(route);
  if (needsVersion) return Object.values(VersionTagErrors);
  return hasTags && !hasVersions && hasBody ? [EntityTagErrors.changed] : [];
}

/** What people who look in at a partner may not do. */
const isChange = ({ address, needsProof, isOwnAccount }: DeclaredRoute) =>
  (needsProof || !address.startsWith('GET ')) && !isOwnAccount;

/** About who is meant, before the handler. */
function refusalsOfAdmin(route: DeclaredRoute): string[] {
  const { address } = route;
  const { namesPartner } = traitsOf(route);
  return [
    // Of the console: its cookie counts for its own pages only.
    ...(address.startsWith('GET ') ? [] : ['page.cross-site']),
    ...(isChange(route) ? ['auth.read-only'] : []),
    ...(namesPartner ? ['request.partner-required'] : []),
    ...(namesPartner || address.includes(':partnerId') ? ['partner.not-found'] : []),
    ...(address.includes(':gymId') ? ['gym.not-found'] : []),
  ];
}

function refusals(route: DeclaredRoute): ErrorSpec[] {
  const { access, isWholePartner, isOwnAccount } = route;
  if (access === 'public') return [];
  const codes = new Set([
    ...REFUSALS_OF_KEYS[access.credential],
    ...(access.scope ? ['auth.scope-missing'] : []),
    ...(isWholePartner ? ['auth.whole-partner'] : []),
    ...(isOwnAccount ? ['auth.no-account'] : []),
    ...(traitsOf(route).isAdmin ? refusalsOfAdmin(route) : []),
  ]);
  return errorCatalogue().filter(({ code }) => codes.has(code));
}
