import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import {
  CompletedRegistrationLinkDto,
  CompleteRegistrationLinkDto,
  RegistrationLinkDto,
} from './registration-link.dto.js';
import { RegistrationLinks } from './registration-links.js';
import { CustomerErrors } from '../../customers/index.js';
import { Operation } from '../../platform/http/operation.js';
import { RegistrationLinkErrors } from '../links/user-registration.errors.js';

/** For a partner that hosts its own sign-up page. */
@ApiTags('Registration links')
@Controller('admin/v1/registration-links')
export class RegistrationLinksAdminController {
  constructor(private readonly links: RegistrationLinks) {}

  @Operation('registrationLinks.get', {
    summary: 'Get what a registration link stands for',
    description:
      'For a sign-up page of your own: `token` is the one in the address to which Wellhub sent the person. Reading uses nothing up.',
    answer: RegistrationLinkDto,
    errors: [RegistrationLinkErrors.notFound],
  })
  @Get(':token')
  @Header('Cache-Control', 'no-store')
  @Requires('CUSTOMER_READ')
  async get(
    @Tenant() partnerId: string,
    @Param('token') token: string,
  ): Promise<RegistrationLinkDto> {
    const link = await this.links.get(partnerId, token);
    return RegistrationLinkDto.from(link.kind, link.kind === 'open' ? link.prefill : {});
  }

  @Operation('registrationLinks.complete', {
    summary: 'Link a customer to the Wellhub membership behind a link',
    description:
      'Uses the link up, once. Call it when the person has signed up or logged in at your page.',
    answer: CompletedRegistrationLinkDto,
    errors: [
      RegistrationLinkErrors.notFound,
      RegistrationLinkErrors.used,
      RegistrationLinkErrors.expired,
      RegistrationLinkErrors.otherCustomer,
      RegistrationLinkErrors.otherMembership,
      RegistrationLinkErrors.paysDirectly,
      RegistrationLinkErrors.customerDisabled,
      CustomerErrors.notFound,
    ],
  })
  @Post(':token/complete')
  @HttpCode(200)
  @Requires('CUSTOMER_WRITE')
  async complete(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('token') token: string,
    @Body() { customerId }: CompleteRegistrationLinkDto,
  ): Promise<CompletedRegistrationLinkDto> {
    const customer = await this.links.complete(partnerId, { token, customerId }, caller);
    return CompletedRegistrationLinkDto.from(customer);
  }
}
