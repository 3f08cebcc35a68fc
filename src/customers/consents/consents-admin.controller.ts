import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { agreementsOf, Partners } from '../../partners/index.js';
import { invalid } from '../../platform/errors/request-errors.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Consents } from './consents.js';
import { CustomerErrors } from '../people/customers.errors.js';
import { ConsentsDto, GiveConsentDto } from './consent.dto.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { VisibleCustomers } from '../administration/visible-customers.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

/** The consents of a person, for software that has a sign-up page of its own. */
@ApiTags('Customers')
@Controller('admin/v1/customers/:customerId/consents')
export class ConsentsAdminController {
  constructor(
    private readonly customers: VisibleCustomers,
    private readonly partners: Partners,
    private readonly consents: Consents,
  ) {}

  @Operation('customers.listConsents', {
    summary: 'List what a person agreed to',
    description:
      'To the terms and the privacy notice: which version, where it was given and when. The first consent to a version stands.',
    answer: ConsentsDto,
    errors: [CustomerErrors.notFound],
  })
  @Get()
  @Requires('CUSTOMER_READ')
  async list(@CurrentActor() actor: Actor, @Param('customerId', CUSTOMER_ID) id: number) {
    await this.customers.get(actor, id);
    return this.listed(actor, id);
  }

  @Operation('customers.recordConsent', {
    summary: 'Record that a person agreed',
    description:
      'For a sign-up page of your own. The version must be the present one of the partner; recorded again, nothing changes. Answers with all consents.',
    answer: ConsentsDto,
    errors: [CustomerErrors.notFound],
  })
  @Put()
  @Requires('CUSTOMER_WRITE')
  async record(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @Body() { document, version }: GiveConsentDto,
  ) {
    const { partnerId } = actor;
    await this.customers.get(actor, id);
    const agreements = agreementsOf(await this.partners.get(partnerId));
    const agreement = agreements.find((one) => one.document === document);
    if (!agreement) throw invalid({ path: 'document', detail: 'is none that the partner has' });
    if (agreement.version !== version)
      throw invalid({ path: 'version', detail: `is not the one of now, ${agreement.version}` });
    await this.consents.record({ partnerId, id }, [agreement], 'ADMIN_API');
    return this.listed(actor, id);
  }

  private async listed({ partnerId }: Actor, id: number): Promise<ConsentsDto> {
    return ConsentsDto.from(await this.consents.list(partnerId, id));
  }
}
