import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DiscountErrors } from '../people/customers.errors.js';
import { catalogueRoutes } from './catalogue-admin.controller.js';
import { Discounts } from './catalogue.js';
import { ChangeDiscountDto, CreateDiscountDto, DiscountDto } from './catalogue.dto.js';

const Routes = catalogueRoutes({
  resource: 'discounts',
  one: 'a discount',
  many: 'discounts',
  missing: DiscountErrors.notFound,
  Create: CreateDiscountDto,
  Change: ChangeDiscountDto,
  Shown: DiscountDto,
});

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/discounts')
export class DiscountsAdminController extends Routes {
  constructor(protected readonly rows: Discounts) {
    super();
  }
}
