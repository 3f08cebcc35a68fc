import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Requires, NeedsRecentProof } from '../../platform/http/declarations.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { PersonalDataExport } from './personal-data-export.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

@ApiTags('Customers')
@Controller('admin/v1/customers/:customerId/export')
export class ExportAdminController {
  constructor(private readonly personalData: PersonalDataExport) {}

  /** Everything that is held about the person, for a request to know it. Files are fetched one by one. */
  @Get()
  @NeedsRecentProof()
  @Requires('PARTNER_ADMIN')
  async get(@CurrentActor() actor: Actor, @Param('customerId', CUSTOMER_ID) id: number) {
    return this.personalData.of(actor, id);
  }
}
