import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Contracts } from './contracts.js';
import { termsOf, type Contract } from './contracts.repository.js';
import {
  ContractErrors,
  CustomerErrors,
  DiscountErrors,
  MembershipErrors,
  PaymentPlanErrors,
} from '../people/customers.errors.js';
import { ChangeContractDto, ContractDto, CreateContractDto } from './contract.dto.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { VisibleCustomers } from '../administration/visible-customers.js';
import { FileAddresses } from '../people/file-addresses.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);
const CONTRACT_ID = new IdPipe(ContractErrors.notFound);

const UNKNOWN = [MembershipErrors.notFound, PaymentPlanErrors.notFound, DiscountErrors.notFound];

@ApiTags('Contracts')
@Controller('admin/v1/customers/:customerId/contracts')
export class ContractsAdminController {
  constructor(
    private readonly customers: VisibleCustomers,
    private readonly contracts: Contracts,
    private readonly addresses: FileAddresses,
  ) {}

  @Operation('contracts.create', {
    summary: 'Give a customer a contract',
    description:
      'A contract that is active and covers the day opens doors without a Wellhub check-in.',
    answer: ContractDto,
    errors: [CustomerErrors.notFound, ...UNKNOWN],
  })
  @Post()
  @Requires('CUSTOMER_WRITE')
  async create(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Body() body: CreateContractDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const owner = await this.customers.get(actor, customerId);
    const row = await this.contracts.create(owner, body);
    void reply.header('Location', `/admin/v1/customers/${customerId}/contracts/${row.id}`);
    return ContractDto.from(row, this.addresses);
  }

  @Operation('contracts.list', {
    summary: 'List the contracts of a customer',
    description: 'Oldest first, those that have ended included.',
    answer: pagesOf(ContractDto),
    errors: [CustomerErrors.notFound],
  })
  @Get()
  @Requires('CUSTOMER_READ')
  async list(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    const owner = await this.customers.get(actor, customerId);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.contracts.of(owner, after, limit + 1);
    return pageOf(rows, {
      limit,
      position: (row) => row.id,
      shape: (row) => ContractDto.from(row, this.addresses),
    });
  }

  @Operation('contracts.get', {
    summary: 'Read a contract',
    description: '`documentUrl` is the address of its document, null without one.',
    answer: ContractDto,
    errors: [CustomerErrors.notFound, ContractErrors.notFound],
  })
  @Get(':contractId')
  @Requires('CUSTOMER_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Param('contractId', CONTRACT_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
  ) {
    const owner = await this.customers.get(actor, customerId);
    return this.tagged(await this.contracts.get(owner, id), tags);
  }

  @Operation('contracts.update', {
    summary: 'Change a contract',
    description: 'A JSON merge patch: what is absent stays, null clears.',
    answer: ContractDto,
    errors: [CustomerErrors.notFound, ContractErrors.notFound, ...UNKNOWN],
  })
  @Patch(':contractId')
  @Requires('CUSTOMER_WRITE')
  async change(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Param('contractId', CONTRACT_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangeContractDto,
  ) {
    const owner = await this.customers.get(actor, customerId);
    const isExpected = (present: Contract) => tags.check(termsOf(present));
    return this.tagged(await this.contracts.change(owner, id, { patch: body, isExpected }), tags);
  }

  private tagged(row: Contract, tags: EntityTags) {
    tags.add(termsOf(row));
    return ContractDto.from(row, this.addresses);
  }
}
