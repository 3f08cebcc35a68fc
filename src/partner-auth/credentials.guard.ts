import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../platform/crypto/uuid.js';
import { setRequestLanguage } from '../platform/deadline/request-context.js';
import { after, type MaybePromise } from '../platform/deadline/maybe-promise.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import type { Access, Caller, Scope, UsersApiMode } from '../platform/http/declarations.js';
import { readId } from '../platform/http/parameters.js';
import { requireRecentProof } from '../platform/http/recent-proof.js';
import { RequestLimits } from '../platform/http/request-limits.js';
import { surfaceAt } from '../platform/http/surfaces.js';
import { GymErrors, PartnerErrors } from '../partners/index.js';
import { bearerOf, Credentials } from './credentials.js';
import { AuthErrors } from './partner-auth.errors.js';
import { checkObserver } from './observers.js';
import { hasScope } from './scope-rules.js';
import { UsersApiTokens } from './users-api-tokens.js';

/**
 * Runs before every route, and before the first byte of a body is read (`platform/http/admission.ts`): denies unless
 * the route declares who may call it, and the caller is one of them.
 */
@Injectable()
export class CredentialsGuard {
  constructor(
    private readonly credentials: Credentials,
    private readonly usersApi: UsersApiTokens,
    private readonly limits: RequestLimits,
  ) {}

  /** Decides by the headers of a request and what its route declares; the body is not read. */
  decide(request: FastifyRequest): MaybePromise<boolean> {
    const access = request.routeOptions.config.declared?.access;
    if (!access) throw new Error('a route declares neither @Requires nor @Public');
    if (access === 'public') return true;
    if (access.modes) return this.admit(access.modes, request);
    const caller = this.credentials.read(access.credential, request);
    return after(caller, (known) => this.enter(known, access, request));
  }

  /** Whether the caller of an answer that goes on may still have it: the credential counts, with what it could do. */
  async stillAdmits(request: FastifyRequest): Promise<boolean> {
    const access = request.routeOptions.config.declared?.access;
    const { caller: former } = request;
    if (!access || access === 'public' || access.modes || !former) return false;
    try {
      return mayDo(await this.credentials.read(access.credential, request)) === mayDo(former);
    } catch (error) {
      if (error instanceof DomainError && error.spec.kind === 'unauthenticated') return false;
      throw error;
    }
  }

  /** @throws auth.scope-missing, auth.read-only, auth.no-account, request.proof-required, request.rate-limited */
  private enter(caller: Caller, access: Access, request: FastifyRequest): MaybePromise<true> {
    if (caller.language !== undefined) setRequestLanguage(caller.language);
    const isOperator = caller.scopes.includes('OPERATOR') && surfaceAt(request).surface === 'admin';
    if (!isOperator) checkAccess(caller, access, request);
    const declared = request.routeOptions.config.declared;
    if (declared?.isOwnAccount && !caller.seat) throw new DomainError(AuthErrors.noAccount);
    if (declared?.needsProof) requireRecentProof(caller);
    return after(this.limits.take(caller.keyId, request), () => {
      request.caller = caller;
      const tenant = isOperator ? namedTenant(request) : ownTenant(caller, request);
      if (tenant !== undefined) request.tenantId = tenant;
      if (caller.gymId !== undefined) checkGym(caller.gymId, request);
      return true;
    });
  }

  /** @throws auth.token-invalid, auth.wrong-mode */
  private async admit(modes: readonly UsersApiMode[], request: FastifyRequest): Promise<true> {
    const token = bearerOf(request);
    const found = token === undefined ? undefined : await this.usersApi.read(token);
    if (!found) throw new DomainError(AuthErrors.tokenInvalid);
    const mode = found.endUser ? 'END_USER' : found.caller && 'EMPLOYEE';
    if (mode === undefined || !modes.includes(mode)) throw new DomainError(AuthErrors.wrongMode);
    Object.assign(request, found);
    return true;
  }
}

const mayDo = ({ keyId, gymId, scopes }: Caller): string => [keyId, gymId, ...scopes].join(' ');

function checkScope(caller: Caller, scope: Scope, otherScope = scope): void {
  if (hasScope(caller, scope) || hasScope(caller, otherScope)) return;
  const detail = `The API key lacks the scope ${scope}.`;
  throw new DomainError(AuthErrors.scopeMissing, { detail, scope });
}

function checkScopes(caller: Caller, { scope, otherScope, alsoScope }: Access): void {
  if (scope) checkScope(caller, scope, otherScope);
  if (alsoScope) checkScope(caller, alsoScope);
}

/** @throws auth.key-invalid, auth.token-invalid */
function checkEnvironment({ isTest }: Caller, { environment, credential }: Access): void {
  if (environment === undefined || environment === (isTest ? 'test' : 'live')) return;
  throw new DomainError(credential === 'key' ? AuthErrors.keyInvalid : AuthErrors.tokenInvalid);
}

function checkAccess(caller: Caller, access: Access, request: FastifyRequest): void {
  checkEnvironment(caller, access);
  if (caller.isObserver) checkObserver(access, request);
  else checkScopes(caller, access);
}

const pathTenant = (request: FastifyRequest) =>
  (request.params as { partnerId?: string }).partnerId;

/** The partner comes from the credential; another one in the path is answered like one that does not exist. */
function ownTenant(caller: Caller, request: FastifyRequest): string | undefined {
  const named = pathTenant(request);
  if (named !== undefined && named.toLowerCase() !== caller.partnerId)
    throw new DomainError(PartnerErrors.notFound);
  return caller.partnerId;
}

/** A key of one gym may use neither other gyms nor what all gyms share. */
function checkGym(own: number, { params, routeOptions }: FastifyRequest): void {
  if (routeOptions.config.declared?.isWholePartner) throw new DomainError(AuthErrors.wholePartner);
  const named = (params as { gymId?: string }).gymId;
  if (named !== undefined && readId(named) !== own) throw new DomainError(GymErrors.notFound);
}

const WITHOUT_PARTNER =
  /^\/admin\/v1\/(partners|token|api-keys\/current|me(?:\/.*)?|installation\/.*)$/;

/** The operator names the partner in the path or in `X-Partner-Id`, except where it is about all or none of them. */
function namedTenant(request: FastifyRequest): string | undefined {
  const named = pathTenant(request) ?? request.headers['x-partner-id'];
  if (isUuid(named)) return named.toLowerCase();
  if (named !== undefined) throw new DomainError(PartnerErrors.notFound);
  if (WITHOUT_PARTNER.test(request.routeOptions.url ?? '')) return undefined;
  throw new DomainError(RequestErrors.partnerRequired);
}
