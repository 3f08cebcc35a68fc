import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Partners } from '../../partners/index.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { readRegistration } from '../links/registration-request.js';
import { Registrations } from './registrations.js';
import { UnknownStatuses } from '../user-status/unknown-statuses.js';

/** Wellhub, phase two of the registration (W-5 to W-18). */
@ApiTags('Wellhub')
@Controller('wellhub/users')
export class RegistrationsController {
  constructor(
    private readonly registrations: Registrations,
    private readonly partners: Partners,
    private readonly statuses: UnknownStatuses,
  ) {}

  @Direct()
  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'registration-token')
  async register(
    @Tenant() partnerId: string,
    @Body() body: unknown,
  ): Promise<{ redirect_link: string }> {
    const partner = await this.partners.getEvenStale(partnerId);
    const request = readRegistration(body, partner.multiOffer);
    const redirectLink = await this.registrations.register(partner, request);
    if (!request.knownStatus) this.statuses.report(partnerId, request.userStatus);
    return { redirect_link: redirectLink };
  }
}
