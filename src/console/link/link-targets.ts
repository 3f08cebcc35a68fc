import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DeskToday, type SeenCheckIn } from '../../check-in-validation/index.js';
import {
  CustomerErrors,
  MergeAndErasureRequests,
  VisibleCustomers,
  type Customer,
} from '../../customers/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readId } from '../../platform/http/parameters.js';
import { DeskErrors } from '../log-in/console.errors.js';
import { viewerOf, type DeskContext } from '../layout/desk-context.js';
import { DeskEntrance } from '../log-in/desk-access.js';
import { isUnknown } from '../words/outcome.js';
import type { SaidKind } from '../layout/flash-messages.js';

const REFUSALS = new Map<string, SaidKind>([
  [CustomerErrors.notFound.code, 'gone'],
  [CustomerErrors.differentWellhubIds.code, 'differentIds'],
  [CustomerErrors.differentGpwIds.code, 'differentIds'],
  [CustomerErrors.otherGym.code, 'otherGym'],
  [CustomerErrors.bothHaveAccounts.code, 'bothHaveAccounts'],
]);

/** The two who become one, as this key may see them. */
@Injectable()
export class LinkTargets {
  constructor(
    private readonly entrance: DeskEntrance,
    private readonly today: DeskToday,
    private readonly customers: VisibleCustomers,
    private readonly requests: MergeAndErasureRequests,
  ) {}

  /** Undefined: they must log in first. @throws gym.not-found, desk.may-not-link */
  async enter(request: FastifyRequest, gymId: string): Promise<DeskContext | undefined> {
    const context = await this.entrance.at(request, gymId);
    if (context && !context.mayLink) throw new DomainError(DeskErrors.mayNotLink);
    return context;
  }

  /** Undefined when it is gone, or its person is somebody's customer by now. */
  async unknownPerson({ gym }: DeskContext, id: string): Promise<SeenCheckIn | undefined> {
    const checkIn = await this.today.find(gym, id);
    return checkIn && isUnknown(checkIn) ? checkIn : undefined;
  }

  async target(context: DeskContext, customerId: string): Promise<Customer | undefined> {
    const id = readId(customerId);
    if (id === undefined) return undefined;
    try {
      return await this.customers.get(viewerOf(context), id);
    } catch (error) {
      if (error instanceof DomainError && error.spec === CustomerErrors.notFound) return undefined;
      throw error;
    }
  }

  async merge(context: DeskContext, { customerId }: SeenCheckIn, into: number): Promise<SaidKind> {
    try {
      await this.requests.merge(viewerOf(context), customerId, into);
      return 'linked';
    } catch (error) {
      const said = error instanceof DomainError ? REFUSALS.get(error.spec.code) : undefined;
      if (said === undefined) throw error;
      return said;
    }
  }
}
