import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Partners } from '../../partners/index.js';
import { Direct } from '../../platform/http/direct-routes.js';
import { Operation } from '../../platform/http/operation.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { RegistrationErrors } from '../links/user-registration.errors.js';
import { readRegistration } from '../links/registration-request.js';
import { RedirectLinkDto } from './redirect-link.dto.js';
import { Registrations } from './registrations.js';
import { UnknownStatuses } from '../user-status/unknown-statuses.js';

/** Wellhub, phase two of the registration (W-5 to W-18). */
@ApiTags('Wellhub')
@Controller('wellhub')
export class RegistrationsController {
  constructor(
    private readonly registrations: Registrations,
    private readonly partners: Partners,
    private readonly statuses: UnknownStatuses,
  ) {}

  @Operation('wellhub.users.register', {
    summary: 'Register a user and get the page to open',
    description: 'Unknown fields are ignored. The link works once, for half an hour.',
    answer: RedirectLinkDto,
    errors: Object.values(RegistrationErrors),
  })
  @Direct()
  @Post('users')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'registration-token', 'live')
  register(@Tenant() partnerId: string, @Body() body: unknown): Promise<RedirectLinkDto> {
    return this.registered(partnerId, body);
  }

  /** The same in the test environment: a token of the other one is refused. */
  @Operation('wellhub.testUsers.register', {
    summary: 'Register a user in the test environment',
    description: 'As `wellhub.users.register`, with a token of a test environment.',
    answer: RedirectLinkDto,
    errors: Object.values(RegistrationErrors),
  })
  @Direct()
  @Post('test/users')
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('WELLHUB_REGISTRATION', 'registration-token', 'test')
  registerTest(@Tenant() partnerId: string, @Body() body: unknown): Promise<RedirectLinkDto> {
    return this.registered(partnerId, body);
  }

  private async registered(partnerId: string, body: unknown): Promise<RedirectLinkDto> {
    const partner = await this.partners.getEvenStale(partnerId);
    const request = readRegistration(body, partner.multiOffer);
    const redirectLink = await this.registrations.register(partner, request);
    if (!request.knownStatus) this.statuses.report(partnerId, request.userStatus);
    return { redirect_link: redirectLink };
  }
}
