import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { isLocalName } from '../../simulator/index.js';

/** Headers of a proxy or tunnel: a request with one of them comes from another machine. */
const FORWARDED = ['forwarded', 'x-forwarded-for', 'x-forwarded-host'] as const;

/** The sandbox shows keys and mail, so it answers requests from this machine only. */
@Injectable()
export class LocalOnly implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<FastifyRequest>();
    const isForwarded = FORWARDED.some((name) => headers[name] !== undefined);
    if (isForwarded || !isLocalName(headers.host)) throw new DomainError(RequestErrors.notFound);
    return true;
  }
}
