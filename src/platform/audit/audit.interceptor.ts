import {
  Injectable,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { currentRequest } from '../deadline/request-context.js';
import { REPEATABLE } from '../http/shown-once.js';
import { surfaceAt } from '../http/surfaces.js';
import { Audit } from './audit.js';
import { changesIn } from './changes.js';

const NEW_PARTNER = 'POST /admin/v1/partners';
const READS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Every write of the administration leaves a row, in this one place: a handler may name its action itself, for any
 * other the route is the action. A refused request changed nothing and leaves no row.
 */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(
    private readonly audit: Audit,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const trail = currentRequest();
    const { caller } = request;
    const isRead = this.reflector.get<boolean | undefined>(REPEATABLE, context.getHandler());
    if (!trail || !caller || isRead || READS.has(request.method)) return next.handle();
    if (surfaceAt(request).surface !== 'admin') return next.handle();
    trail.changes = changesIn(request.body);
    const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    if (trail.isAudited) return of(answer);
    const action = request.routeOptions.config.declared?.address ?? request.method;
    const object = objectOf(request, http.getResponse<FastifyReply>());
    // A new partner is the object, and the tenant of its own first row.
    const partnerId = request.tenantId ?? (action === NEW_PARTNER ? object : null);
    await this.audit.record({ partnerId, actor: caller.name, action, object });
    return of(answer);
  }
}

/** What was made, else the innermost thing that the address names. */
function objectOf({ params }: FastifyRequest, reply: FastifyReply): string {
  const made = reply.getHeader('Location');
  if (typeof made === 'string') return made.split('/').at(-1) ?? '';
  return Object.values(params as Record<string, string>).at(-1) ?? '';
}
