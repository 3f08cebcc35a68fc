import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { NeedsRecentProof, Requires } from '../../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  NUMBER_MOMENT,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CustomerList } from './customer-list.repository.js';
import type { Customer } from '../people/customer.js';
import { CUSTOMER_CONFLICTS, CustomerErrors } from '../people/customers.errors.js';
import { CustomerBodyDto, CustomerQuery, MergeCustomerDto } from './customer.dto.js';
import { MergeAndErasureRequests } from './merge-and-erasure-requests.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { CustomerDto } from './shown-customer.dto.js';
import { ShownCustomers } from './shown-customers.js';
import { VisibleCustomers } from './visible-customers.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

const TAKEN = [...CUSTOMER_CONFLICTS, GymErrors.notFound];

@ApiTags('Customers')
@Controller('admin/v1')
export class CustomersAdminController {
  constructor(
    private readonly customers: VisibleCustomers,
    private readonly all: CustomerList,
    private readonly requests: MergeAndErasureRequests,
    private readonly shown: ShownCustomers,
  ) {}

  @Operation('customers.create', {
    summary: 'Add a customer',
    description:
      'With a key that is narrowed to a gym the customer belongs to that gym. A number, a Wellhub id, a gpw id and a card belong to one customer only.',
    answer: CustomerDto,
    errors: TAKEN,
  })
  @Post('partners/:partnerId/customers')
  @Requires('CUSTOMER_WRITE')
  async create(
    @CurrentActor() actor: Actor,
    @Body() body: CustomerBodyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.customers.create(actor, body.toCommand());
    void reply.header('Location', `/admin/v1/customers/${row.id}`);
    return this.shown.one(row);
  }

  @Operation('customers.list', {
    summary: 'List or search customers',
    description:
      'By id, or with `q` the likeliest first. Parameters narrow together; erased people are found by no `q`. A key that is narrowed to a gym sees the customers of that gym and those without one.',
    answer: pagesOf(CustomerDto),
  })
  @Get('partners/:partnerId/customers')
  @Requires('CUSTOMER_READ')
  async list(@CurrentActor() actor: Actor, @Query() query: CustomerQuery) {
    const { limit = DEFAULT_LIMIT, cursor, q } = query;
    if (q !== undefined) return this.match(actor, query, q);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.all.find(actor, query.toFilter(), { after, limit: limit + 1 });
    const shown = await this.shown.all(actor.partnerId, rows);
    return pageOf(shown, { limit, position: ({ id }) => id, shape: (customer) => customer });
  }

  private async match(actor: Actor, query: CustomerQuery, text: string) {
    const { limit = DEFAULT_LIMIT, cursor } = query;
    const [rank, id] = readCursor(cursor, NUMBER_MOMENT)?.split('/').map(Number) ?? [];
    const after = rank === undefined || id === undefined ? undefined : { rank, id };
    const page = { after, limit: limit + 1 };
    const rows = await this.all.match(actor, { text, filter: query.toFilter() }, page);
    const shown = await this.shown.all(actor.partnerId, rows);
    return pageOf(shown, {
      limit,
      position: (customer) => `${rows.find((row) => row.id === customer.id)?.rank}/${customer.id}`,
      shape: (customer) => customer,
    });
  }

  @Operation('customers.get', {
    summary: 'Read a customer',
    description:
      'With every field that the Users API has of the person. Erased people and those that were merged into another are not found.',
    answer: CustomerDto,
    errors: [CustomerErrors.notFound],
  })
  @Get('customers/:customerId')
  @Requires('CUSTOMER_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return this.tagged(await this.customers.get(actor, id), tags);
  }

  @Operation('customers.update', {
    summary: 'Change a customer',
    description: 'A JSON merge patch: what is absent stays, null clears.',
    answer: CustomerDto,
    errors: [CustomerErrors.notFound, CustomerErrors.otherGym, ...TAKEN],
  })
  @Patch('customers/:customerId')
  @Requires('CUSTOMER_WRITE')
  async change(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: CustomerBodyDto,
  ) {
    const isExpected = (present: Customer) => tags.check(this.shown.tagged(present));
    const change = { patch: body.toCommand(), isExpected };
    return this.tagged(await this.customers.change(actor, id, change), tags);
  }

  @Operation('customers.delete', {
    summary: 'Erase a person',
    description:
      'What is personal goes for good: name, addresses, ids, files, log-in. Visits, check-ins and contracts stay without a person. Cannot be taken back.',
    errors: [CustomerErrors.notFound, CustomerErrors.otherGym],
  })
  @Delete('customers/:customerId')
  @NeedsRecentProof()
  @HttpCode(204)
  @Requires('CUSTOMER_WRITE')
  async erase(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
  ): Promise<void> {
    await this.requests.erase(actor, id);
  }

  @Operation('customers.merge', {
    summary: 'Make one customer of two',
    description:
      'All that belongs to the customer of the path goes to `intoCustomerId`, whose own values win. Answers with the customer that is left.',
    answer: CustomerDto,
    errors: [
      CustomerErrors.notFound,
      CustomerErrors.otherGym,
      CustomerErrors.differentWellhubIds,
      CustomerErrors.differentGpwIds,
      CustomerErrors.bothHaveAccounts,
    ],
  })
  @Post('customers/:customerId/merge')
  @HttpCode(200)
  @Requires('CUSTOMER_WRITE')
  async merge(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @Body() { intoCustomerId }: MergeCustomerDto,
  ) {
    return this.shown.one(await this.requests.merge(actor, id, intoCustomerId));
  }

  private tagged(row: Customer, tags: EntityTags) {
    tags.add(this.shown.tagged(row));
    return this.shown.one(row);
  }
}
