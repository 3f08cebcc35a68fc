import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

/** Who stands at the desk: the tenant, the name for the audit, and the one gym of a narrowed key. */
export interface DeskCaller {
  readonly partnerId: string;
  readonly name: string;
  readonly gymId: number | undefined;
}

export const AtDesk = createParamDecorator((_: unknown, context: ExecutionContext): DeskCaller => {
  const { caller, tenantId } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!caller || !tenantId) throw new Error('a desk route has a caller and a tenant');
  return { partnerId: tenantId, name: caller.name, gymId: caller.gymId };
});
