import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Takes } from '../../platform/http/body-kinds.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { CustomerBatchBody, CustomerBatchDto } from './customer-batch.dto.js';
import { CustomerBatches } from './customer-batches.js';

@ApiTags('Customers')
@Controller('admin/v1')
export class CustomerBatchesAdminController {
  constructor(private readonly batches: CustomerBatches) {}

  @Operation('customers.batch', {
    summary: 'Add or change many customers',
    description:
      'Up to 500 in one transaction. An item is the body of a single customer. It changes the customer with its `number`, else with its `gympassId`, `gympassUserId` or card; without any of these the one with the same e-mail, name and birth date; what is absent stays. Where there is none, one is added. Each item has a result of its own, and one that fails changes nothing of the others. Sent again, the same items change nothing.',
    answer: CustomerBatchDto,
  })
  @Post('partners/:partnerId/customers/batch')
  @HttpCode(200)
  @Takes('batch')
  @Requires('CUSTOMER_WRITE')
  async apply(@CurrentActor() actor: Actor, @Body() { items, dryRun = false }: CustomerBatchBody) {
    const work = dryRun ? this.batches.check(actor, items) : this.batches.apply(actor, items);
    return CustomerBatchDto.from(await work, dryRun);
  }
}
