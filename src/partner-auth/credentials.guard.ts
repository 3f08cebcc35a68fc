import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { isUuid } from '../platform/crypto/uuid.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { RequestErrors } from '../platform/errors/request-errors.js';
import { ACCESS, PUBLIC, type Access, type Caller } from '../platform/http/declarations.js';
import { surfaceOf } from '../platform/http/surfaces.js';
import { PartnerErrors } from '../partners/index.js';
import { Credentials } from './credentials.js';
import { AuthErrors } from './partner-auth.errors.js';
import { hasScope } from './scope-rules.js';

/** Stands before every route: deny unless the route says who may come, and the caller is one of them. */
@Injectable()
export class CredentialsGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly credentials: Credentials,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(PUBLIC, targets)) return true;
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, targets);
    if (!access) throw new Error('a route declares neither @Requires nor @Public');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.credentials.read(access.credential, request);
    const isOperator =
      caller.scopes.includes('OPERATOR') && surfaceOf(request.url).surface === 'admin';
    if (!isOperator && access.scope && !hasScope(caller, access.scope))
      throw new DomainError(AuthErrors.scopeMissing, {
        detail: `The API key lacks the scope ${access.scope}.`,
        scope: access.scope,
      });
    request.caller = caller;
    const tenant = isOperator ? namedTenant(request) : ownTenant(caller, request);
    if (tenant !== undefined) request.tenantId = tenant;
    return true;
  }
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

/** The operator names the partner in the path or in `X-Partner-Id`; `/partners` and `/token` need none. */
function namedTenant(request: FastifyRequest): string | undefined {
  const named = pathTenant(request) ?? request.headers['x-partner-id'];
  if (isUuid(named)) return named.toLowerCase();
  if (named !== undefined) throw new DomainError(PartnerErrors.notFound);
  if (/^\/admin\/v1\/(partners|token)$/.test(request.routeOptions.url ?? '')) return undefined;
  throw new DomainError(RequestErrors.partnerRequired);
}
