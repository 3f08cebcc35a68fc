import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../platform/errors/domain-error.js';
import { Requires } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { CustomerErrors, RestrictionErrors } from '../people/customers.errors.js';
import { RestrictionDto, ShownRestrictionDto } from './restriction.dto.js';
import { Restrictions } from './restrictions.js';
import { RestrictionsRepository, type Restriction } from './restrictions.repository.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { VisibleCustomers } from '../administration/visible-customers.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);

@ApiTags('Customers')
@Controller('admin/v1/customers/:customerId/restriction')
export class RestrictionsAdminController {
  constructor(
    private readonly customers: VisibleCustomers,
    private readonly rows: RestrictionsRepository,
    private readonly restrictions: Restrictions,
  ) {}

  @Operation('customers.putRestriction', {
    summary: 'Keep a customer out',
    description: 'No door opens to them: from now on, or between two days at the visited gym.',
    answer: ShownRestrictionDto,
    errors: [CustomerErrors.notFound],
  })
  @Put()
  @Requires('CUSTOMER_WRITE')
  async put(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: RestrictionDto,
  ): Promise<Restriction> {
    const restriction = body.toCommand();
    await this.customers.get(actor, id);
    const isExpected = (present: Restriction | undefined) => tags.check(present);
    await this.restrictions.put(actor.partnerId, id, { restriction, isExpected });
    return tags.add(restriction);
  }

  @Operation('customers.getRestriction', {
    summary: 'Read whether a customer is kept out',
    description:
      'What is stored, also where its days are over or have not begun. Without one the answer is 404.',
    answer: ShownRestrictionDto,
    errors: [CustomerErrors.notFound, RestrictionErrors.notFound],
  })
  @Get()
  @Requires('CUSTOMER_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
    @EntityTagsOf() tags: EntityTags,
  ): Promise<Restriction> {
    await this.customers.get(actor, id);
    const restriction = await this.rows.find(actor.partnerId, id);
    if (!restriction) throw new DomainError(RestrictionErrors.notFound);
    return tags.add(restriction);
  }

  @Operation('customers.deleteRestriction', {
    summary: 'Let a customer in again',
    description: 'At once: the next scan is judged without it.',
    errors: [CustomerErrors.notFound, RestrictionErrors.notFound],
  })
  @Delete()
  @HttpCode(204)
  @Requires('CUSTOMER_WRITE')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) id: number,
  ): Promise<void> {
    await this.customers.get(actor, id);
    const removed = await this.rows.remove(actor.partnerId, id);
    if (!removed) throw new DomainError(RestrictionErrors.notFound);
  }
}
