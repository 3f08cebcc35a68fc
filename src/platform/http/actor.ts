import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who acts for a partner: one of its keys, perhaps narrowed to one gym. */
export interface Actor {
  readonly partnerId: string;
  readonly gymId: number | undefined;
  /** Sees which customers were erased. */
  readonly isAdmin?: boolean;
  /** Name of the key, for the audit log. */
  readonly name: string;
}

/** The tenant and the caller of this request in one. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext): Actor => {
  const { caller, tenantId } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller || !tenantId) throw new Error('this route has no caller or no tenant');
  const isAdmin = caller.scopes.includes('PARTNER_ADMIN');
  return { partnerId: tenantId, gymId: caller.gymId, name: caller.name, isAdmin };
});
