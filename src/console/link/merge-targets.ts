import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { TodaysCheckIns, type SeenCheckIn } from '../../check-in-validation/index.js';
import {
  CustomerErrors,
  MergeAndErasureRequests,
  VisibleCustomers,
  type Customer,
} from '../../customers/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readId } from '../../platform/http/parameters.js';
import { DeskErrors } from '../log-in/console.errors.js';
import { actorOf, type DeskContext } from '../layout/desk-context.js';
import { DeskAccess } from '../log-in/desk-access.js';
import { isUnknown } from '../words/outcome.js';
import type { FlashMessageKind } from '../layout/flash-messages.js';

const REFUSALS = new Map<string, FlashMessageKind>([
  [CustomerErrors.notFound.code, 'gone'],
  [CustomerErrors.differentWellhubIds.code, 'differentIds'],
  [CustomerErrors.differentGpwIds.code, 'differentIds'],
  [CustomerErrors.otherGym.code, 'otherGym'],
  [CustomerErrors.bothHaveAccounts.code, 'bothHaveAccounts'],
]);

/** The two customers to merge, as far as this key may see them. */
@Injectable()
export class MergeTargets {
  constructor(
    private readonly access: DeskAccess,
    private readonly today: TodaysCheckIns,
    private readonly customers: VisibleCustomers,
    private readonly requests: MergeAndErasureRequests,
  ) {}

  /** Undefined without a session. @throws gym.not-found, desk.may-not-link */
  async requireAccess(request: FastifyRequest, gymId: string): Promise<DeskContext | undefined> {
    const context = await this.access.findAtGym(request, gymId);
    if (context && !context.mayLink) throw new DomainError(DeskErrors.mayNotLink);
    return context;
  }

  /** Undefined when the check-in is gone or its person has been linked meanwhile. */
  async findUnknownPerson({ gym }: DeskContext, id: string): Promise<SeenCheckIn | undefined> {
    const checkIn = await this.today.find(gym, id);
    return checkIn && isUnknown(checkIn) ? checkIn : undefined;
  }

  async findTarget(context: DeskContext, customerId: string): Promise<Customer | undefined> {
    const id = readId(customerId);
    if (id === undefined) return undefined;
    try {
      return await this.customers.get(actorOf(context), id);
    } catch (error) {
      if (error instanceof DomainError && error.spec === CustomerErrors.notFound) return undefined;
      throw error;
    }
  }

  async merge(
    context: DeskContext,
    { customerId }: SeenCheckIn,
    into: number,
  ): Promise<FlashMessageKind> {
    try {
      await this.requests.merge(actorOf(context), customerId, into);
      return 'linked';
    } catch (error) {
      const message = error instanceof DomainError ? REFUSALS.get(error.spec.code) : undefined;
      if (message === undefined) throw error;
      return message;
    }
  }
}
