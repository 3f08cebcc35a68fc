import { createParamDecorator, Injectable, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../../platform/errors/domain-error.js';
import { readId } from '../../platform/http/parameters.js';
import { Contracts } from '../contracts/contracts.js';
import { isVisibleAt } from '../people/customer-rules.js';
import { Customers } from '../people/customers.js';
import { ContractErrors, CustomerErrors } from '../people/customers.errors.js';
import type { FileKind } from './file-content.js';
import type { FilePlace } from './files.repository.js';
import type { Actor } from '../../platform/http/actor.js';

const KINDS: Readonly<Record<string, FileKind>> = {
  photo: 'PHOTO',
  'cover-photo': 'COVER_PHOTO',
  'direct-debit-document': 'DIRECT_DEBIT_DOCUMENT',
  document: 'CONTRACT_DOCUMENT',
};

export const FILE_PATHS = [
  'customers/:customerId/photo',
  'customers/:customerId/cover-photo',
  'customers/:customerId/direct-debit-document',
  'contracts/:contractId/document',
];

/** What the address of a file names: its kind, and the id of the customer or contract. */
export interface NamedPlace {
  readonly kind: FileKind;
  readonly ownerId: number | undefined;
}

export const NamedPlaceOf = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { routeOptions, params } = context.switchToHttp().getRequest<FastifyRequest>();
  const kind = KINDS[routeOptions.url?.split('/').at(-1) ?? ''];
  if (!kind) throw new Error('this route names no kind of file');
  const [ownerId] = Object.values(params as object);
  return { kind, ownerId: readId(ownerId) } satisfies NamedPlace;
});

/** Finds the place of a file, if the key sees its customer. */
@Injectable()
export class FilePlaces {
  constructor(
    private readonly customers: Customers,
    private readonly contracts: Contracts,
  ) {}

  /** @throws contract.not-found or customer.not-found, also for one that this key does not see */
  async find({ partnerId, gymId }: Actor, { kind, ownerId }: NamedPlace): Promise<FilePlace> {
    const ofContract = kind === 'CONTRACT_DOCUMENT';
    const missing = new DomainError(ofContract ? ContractErrors.notFound : CustomerErrors.notFound);
    if (ownerId === undefined) throw missing;
    const customerId = ofContract ? await this.contracts.ownerOf(partnerId, ownerId) : ownerId;
    const customer = await this.customers.find(partnerId, customerId);
    if (!customer || !isVisibleAt(customer, gymId)) throw missing;
    return { kind, customerId, contractId: ofContract ? ownerId : null };
  }
}
