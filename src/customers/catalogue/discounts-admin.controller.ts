import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant, WholePartner } from '../../platform/http/declarations.js';
import { CatalogueAdminController } from './catalogue-admin.controller.js';
import type { Discount } from './catalogue-items.js';
import { Discounts } from './catalogue.js';
import {
  ChangeDiscountDto,
  CreateDiscountDto,
  DiscountDto,
  discountValues,
} from './catalogue.dto.js';

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/discounts')
export class DiscountsAdminController extends CatalogueAdminController<Discount> {
  constructor(rows: Discounts) {
    super(rows, DiscountDto.from);
  }

  @Post()
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async create(
    @Tenant() partnerId: string,
    @Body() body: CreateDiscountDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.made(partnerId, discountValues(body), reply);
  }

  @Patch(':id')
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async change(
    @Tenant() partnerId: string,
    @Param('id') id: string,
    @Body() body: ChangeDiscountDto,
  ) {
    return this.changed(partnerId, id, discountValues(body));
  }
}
