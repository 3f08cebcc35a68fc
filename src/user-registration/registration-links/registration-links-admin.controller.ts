import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import {
  CompletedRegistrationLinkDto,
  CompleteRegistrationLinkDto,
  RegistrationLinkDto,
} from './registration-link.dto.js';
import { RegistrationLinks } from './registration-links.js';

/** For a partner that hosts its own sign-up page. */
@ApiTags('Registration links')
@Controller('admin/v1/registration-links')
export class RegistrationLinksAdminController {
  constructor(private readonly links: RegistrationLinks) {}

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
