import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant, WholePartner } from '../../platform/http/declarations.js';
import { CatalogueAdminController } from './catalogue-admin.controller.js';
import type { PaymentPlan } from './catalogue-items.js';
import { PaymentPlans } from './catalogue.js';
import {
  ChangePaymentPlanDto,
  CreatePaymentPlanDto,
  PaymentPlanDto,
  paymentPlanValues,
} from './catalogue.dto.js';

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/payment-plans')
export class PaymentPlansAdminController extends CatalogueAdminController<PaymentPlan> {
  constructor(rows: PaymentPlans) {
    super(rows, PaymentPlanDto.from);
  }

  @Post()
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async create(
    @Tenant() partnerId: string,
    @Body() body: CreatePaymentPlanDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.made(partnerId, paymentPlanValues(body), reply);
  }

  @Patch(':id')
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async change(
    @Tenant() partnerId: string,
    @Param('id') id: string,
    @Body() body: ChangePaymentPlanDto,
  ) {
    return this.changed(partnerId, id, paymentPlanValues(body));
  }
}
