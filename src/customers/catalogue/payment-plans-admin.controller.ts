import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { PaymentPlanErrors } from '../people/customers.errors.js';
import { catalogueRoutes } from './catalogue-admin.controller.js';
import { PaymentPlans } from './catalogue.js';
import { ChangePaymentPlanDto, CreatePaymentPlanDto, PaymentPlanDto } from './catalogue.dto.js';

const Routes = catalogueRoutes({
  resource: 'paymentPlans',
  one: 'a payment plan',
  many: 'payment plans',
  missing: PaymentPlanErrors.notFound,
  Create: CreatePaymentPlanDto,
  Change: ChangePaymentPlanDto,
  Shown: PaymentPlanDto,
});

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/payment-plans')
export class PaymentPlansAdminController extends Routes {
  constructor(protected readonly rows: PaymentPlans) {
    super();
  }
}
