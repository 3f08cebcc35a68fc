import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../platform/http/paging.js';
import { IdPipe } from '../platform/http/parameters.js';
import { PaymentPlans } from './catalogue.js';
import { PaymentPlanErrors } from './customers.errors.js';
import { ChangePaymentPlanDto, CreatePaymentPlanDto, paymentPlanDto } from './dto/catalogue.dto.js';

const ID = new IdPipe(PaymentPlanErrors.notFound);

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/payment-plans')
export class PaymentPlansAdminController {
  constructor(private readonly rows: PaymentPlans) {}

  @Post()
  @Requires('CUSTOMER_WRITE')
  async create(
    @Tenant() partnerId: string,
    @Body() body: CreatePaymentPlanDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.rows.create(partnerId, body.toCommand());
    void reply.header('Location', `/admin/v1/partners/${partnerId}/payment-plans/${row.id}`);
    return paymentPlanDto(row);
  }

  @Get()
  @Requires('CUSTOMER_READ')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.rows.list(partnerId, after, limit + 1);
    return pageOf(rows, limit, (row) => row.id, paymentPlanDto);
  }

  @Get(':id')
  @Requires('CUSTOMER_READ')
  async get(@Tenant() partnerId: string, @Param('id', ID) id: number) {
    return paymentPlanDto(await this.rows.get(partnerId, id));
  }

  @Patch(':id')
  @Requires('CUSTOMER_WRITE')
  async change(
    @Tenant() partnerId: string,
    @Param('id', ID) id: number,
    @Body() body: ChangePaymentPlanDto,
  ) {
    return paymentPlanDto(await this.rows.change(partnerId, id, body.toCommand()));
  }
}
