import type { FastifyRequest } from 'fastify';
import { DomainError } from '../platform/errors/domain-error.js';
import type { Access, Caller, Scope } from '../platform/http/declarations.js';
import { AuthErrors } from './partner-auth.errors.js';
import { hasScope } from './scope-rules.js';

const READS = new Set(['GET', 'HEAD']);
/** Pages read and change by the administration API, which is asked itself. */
const isOfApi = ({ credential }: Access): boolean => credential !== 'console-session';
/** What opens no page to those who only look. */
const CHANGES = /_WRITE$|^REPORTS$/;
const NOT_OF_PARTNERS: ReadonlySet<Scope> = new Set(['OPERATOR', 'WELLHUB_REGISTRATION']);

/**
 * An operator who looks in at a partner reads what its administrators read, but for what needs a proof. They change nothing
 * there, whatever a route declares: only their own account.
 *
 * @throws auth.read-only, auth.scope-missing
 */
export function checkObserver(access: Access, { method, routeOptions }: FastifyRequest): void {
  const { declared } = routeOptions.config;
  if (declared?.isOwnAccount) return;
  if (isOfApi(access) && (!READS.has(method) || declared?.needsProof))
    throw new DomainError(AuthErrors.readOnly);
  if (access.scope && NOT_OF_PARTNERS.has(access.scope))
    throw new DomainError(AuthErrors.scopeMissing, { scope: access.scope });
}

/** Whether a page that reads what this scope opens has something for the caller. */
export function mayOpen(caller: Caller, scope: Scope): boolean {
  if (hasScope(caller, scope)) return true;
  return caller.isObserver === true && !NOT_OF_PARTNERS.has(scope) && !CHANGES.test(scope);
}
