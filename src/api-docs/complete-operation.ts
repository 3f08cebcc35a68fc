import type { OpenAPIObject } from '@nestjs/swagger';
import type { Access, CredentialKind } from '../platform/http/declarations.js';
import type { DeclaredRoute } from '../platform/http/declared-routes.js';
import { operationOf, textAt, type DescribedOperation } from '../platform/http/operation.js';
import type { ErrorExamples } from './error-examples.js';
import { expectedErrors } from './expected-errors.js';
import { successesOf } from './operation-answers.js';
import { failuresAt } from './operation-failures.js';
import { parametersOf } from './operation-parameters.js';
import { traitsOf } from './route-traits.js';
import { tagOf } from './tags.js';
import { bodyAt } from './wellhub-bodies.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

export interface ScannedOperation {
  readonly path: string;
  readonly method: string;
  readonly operation: Operation;
  readonly route: DeclaredRoute;
}

/** What the document says everywhere that only the running service knows. */
export interface Surroundings {
  readonly examples: ErrorExamples['of'];
  /** Requests that one credential may send to a path in a minute. */
  readonly limitAt: (path: string) => number;
}

const SECURITY: Record<CredentialKind, readonly string[]> = {
  'key-or-token': ['X-Api-Key', 'bearer'],
  key: ['X-Api-Key'],
  'registration-token': ['bearer'],
  'users-api-token': ['bearer'],
  // Pages: they are no part of the document.
  'console-session': [],
};

/** Writes into an operation what its handler says and declares: who may call, what it answers, how it fails. */
export function completeOperation(scanned: ScannedOperation, around: Surroundings): void {
  const { path, method, operation, route } = scanned;
  const spec = operationOf(route.method);
  const traits = traitsOf(route);
  operation.tags = operation.tags?.length ? operation.tags : [tagOf(path)];
  operation.parameters = parametersOf(path, operation, { traits, method: route.method });
  if (spec) Object.assign(operation, namesOf(spec, path));
  const limit = traits.isLimited ? around.limitAt(path) : undefined;
  operation.description = described(spec?.description, scopeOf(route), limited(limit));
  if (limit !== undefined) Object.assign(operation, { 'x-rate-limit': { perMinute: limit } });
  operation.security = securityOf(route, operation.security);
  const body = bodyAt(path, method);
  if (body) operation.requestBody = body as never;
  operation.responses = {
    ...(spec ? successesOf(route, spec) : operation.responses),
    ...failuresAt(path, expectedErrors(route), around.examples),
  } as Operation['responses'];
}

const namesOf = ({ id, summary }: DescribedOperation, path: string) => ({
  operationId: textAt(id, path),
  summary: textAt(summary, path),
});

/** An empty list says that none is needed; a public route names a proof of its own. */
const securityOf = ({ access }: DeclaredRoute, own: Operation['security'] = []) =>
  access === 'public' ? own : SECURITY[access.credential].map((scheme) => ({ [scheme]: [] }));

const scopesOf = ({ scope, otherScope, alsoScope }: Access) =>
  [`\`${scope}\``, otherScope && `or \`${otherScope}\``, alsoScope && `and \`${alsoScope}\``]
    .filter(Boolean)
    .join(' ');

const scopeOf = ({ access }: DeclaredRoute) =>
  access !== 'public' && access.scope ? `Scope ${scopesOf(access)}.` : undefined;

const limited = (perMinute: number | undefined) =>
  perMinute === undefined ? undefined : `At most ${perMinute} requests per minute and key.`;

const described = (...parts: (string | undefined)[]) => parts.filter(Boolean).join('\n\n');
