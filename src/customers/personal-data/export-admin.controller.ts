import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, NeedsRecentProof } from '../../platform/http/declarations.js';
import { anyObject, Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { PersonalDataExport } from './personal-data-export.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

@ApiTags('Customers')
@Controller('admin/v1/customers/:customerId/export')
export class ExportAdminController {
  constructor(private readonly personalData: PersonalDataExport) {}

  @Operation('customers.export', {
    summary: 'Export all that is held about a person',
    description:
      'For a person’s request to know it. One property for each kind of data; later versions may have more. Files are fetched one by one. It leaves a row in the audit log.',
    answer: anyObject('What each part of the service holds, by its name'),
    errors: [CustomerErrors.notFound],
  })
  @Get()
  @NeedsRecentProof()
  @Requires('PARTNER_ADMIN')
  async get(@CurrentActor() actor: Actor, @Param('customerId', CUSTOMER_ID) id: number) {
    return this.personalData.of(actor, id);
  }
}
