import { ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';
import { entityTagsOf } from '../platform/http/entity-tags.js';
import { versionTagsOf } from '../platform/http/version-tags.js';
import { REPEATABLE } from '../platform/http/shown-once.js';
import { surfaceOf } from '../platform/http/surfaces.js';

interface Argument {
  readonly factory?: unknown;
}

/** What a route does that can fail in the same way everywhere: known from what its handler declares. */
export interface RouteTraits {
  readonly isAdmin: boolean;
  readonly isGuarded: boolean;
  readonly hasBody: boolean;
  /** Reads and answers the tag of a state. */
  readonly hasTags: boolean;
  /** The tag is a version. */
  readonly hasVersions: boolean;
  /** A change must name the version that it is of. */
  readonly needsVersion: boolean;
  /** Takes an `Idempotency-Key`. */
  readonly isKeyed: boolean;
  readonly isLimited: boolean;
  /** The operator names the partner in a header. */
  readonly namesPartner: boolean;
  /** By Wellhub, over its body. */
  readonly isSigned: boolean;
}

/** The path names it, or none is meant. */
const WITHOUT_PARTNER =
  /^\/admin\/v1\/(partners|token$|api-keys\/current$|me(\/|$)|installation\/)/;
const CHANGES = /^(POST|PUT|PATCH)$/;

export function traitsOf({
  method,
  controller,
  name,
  access,
  address,
}: DeclaredRoute): RouteTraits {
  const [verb = '', path = ''] = address.split(' ');
  const { surface } = surfaceOf(path);
  const isAdmin = surface === 'admin';
  const isGuarded = access !== 'public';
  const isGuardedAdmin = isAdmin && isGuarded;
  const args = argumentsOf(controller, name);
  const reads = (known: unknown) => args.some(({ factory }) => factory === known);
  const hasVersions = reads(versionTagsOf);
  const hasTags = hasVersions || reads(entityTagsOf);
  const isRepeatable = Reflect.hasMetadata(REPEATABLE, method);
  return {
    isAdmin,
    isGuarded,
    hasTags,
    hasVersions,
    needsVersion: hasVersions && /^(PUT|PATCH|DELETE)$/.test(verb),
    hasBody: CHANGES.test(verb),
    isKeyed: isGuardedAdmin && !isRepeatable && isKeyedVerb(verb, hasTags),
    isLimited: isGuarded && (isAdmin || surface === 'open-api'),
    namesPartner: isGuardedAdmin && !WITHOUT_PARTNER.test(path),
    isSigned: surface === 'wellhub',
  };
}

const isKeyedVerb = (verb: string, hasTags: boolean): boolean =>
  verb === 'POST' || (hasTags && CHANGES.test(verb));

const argumentsOf = (controller: object, name: string): Argument[] =>
  Object.values(
    (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<string, Argument>,
  );
