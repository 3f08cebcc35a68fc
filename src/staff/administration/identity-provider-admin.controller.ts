import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors, Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import {
  CallerOf,
  NeedsRecentProof,
  Requires,
  Tenant,
  type Caller,
} from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { StaffErrors } from '../people/staff.errors.js';
import { ProviderErrors } from '../single-sign-on/identity-provider.errors.js';
import type { IdentityProvider } from '../single-sign-on/identity-providers.repository.js';
import { IdentityProviders } from '../single-sign-on/identity-providers.js';
import { ProviderClients } from '../single-sign-on/provider-clients.js';
import { ProviderTests } from '../single-sign-on/provider-tests.js';
import {
  IdentityProviderDto,
  ProviderTestDto,
  PutIdentityProviderDto,
} from './identity-provider.dto.js';

/** Where the staff of a partner log in, beside or instead of a password here. */
@ApiTags('Staff')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/identity-provider')
export class IdentityProviderAdminController {
  constructor(
    private readonly providers: IdentityProviders,
    private readonly clients: ProviderClients,
    private readonly tests: ProviderTests,
    private readonly partners: Partners,
    private readonly settings: Settings,
  ) {}

  @Operation('identityProviders.get', {
    summary: 'Read where the staff log in',
    description:
      'The client secret is never shown: `clientSecretSet`. `redirectUri` is to be registered at the provider; it and `logInUrl` are there before a provider is set, too.',
    answer: IdentityProviderDto,
  })
  @Get()
  async get(@Tenant() partnerId: string, @EntityTagsOf() tags: EntityTags) {
    const shown = await this.shownAt(partnerId);
    return tags.add(shown(await this.providers.find(partnerId)));
  }

  @Operation('identityProviders.replace', {
    summary: 'Set the identity provider of the staff',
    description:
      'OpenID Connect. Without `clientSecret` the one that is set stays. A change ends the sessions of people who came by the provider.',
    answer: IdentityProviderDto,
    errors: [StaffErrors.beyondOwn, GymErrors.notFound],
  })
  @Put()
  @NeedsRecentProof()
  async put(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: PutIdentityProviderDto,
    @EntityTagsOf() tags: EntityTags,
  ) {
    const shown = await this.shownAt(partnerId);
    const isExpected = (present: IdentityProvider | undefined) => tags.check(shown(present));
    const update = { change: body.toCommand(), caller, isExpected };
    return tags.add(shown(await this.providers.put(partnerId, update)));
  }

  @Operation('identityProviders.delete', {
    summary: 'Remove the identity provider',
    description: 'Whoever came by it can no longer log in.',
    errors: [ProviderErrors.notFound],
  })
  @Delete()
  @NeedsRecentProof()
  @HttpCode(204)
  async remove(@Tenant() partnerId: string): Promise<void> {
    await this.partners.get(partnerId);
    await this.providers.remove(partnerId);
  }

  @Operation('identityProviders.test', {
    summary: 'Find out whether the provider answers as one',
    description: 'Changes nothing. Whether client and secret are right shows only at a log-in.',
    answer: ProviderTestDto,
    errors: [ProviderErrors.notFound],
  })
  @Post('test')
  @HttpCode(200)
  async test(@Tenant() partnerId: string) {
    await this.partners.get(partnerId);
    return this.tests.run(partnerId);
  }

  private async shownAt(partnerId: string) {
    const { slug } = await this.partners.get(partnerId);
    const { redirectUri } = this.clients;
    const logInUrl = `${this.settings.publicUrl}/console/login/${slug}`;
    return (row: IdentityProvider | undefined) =>
      IdentityProviderDto.from(row, { redirectUri, logInUrl });
  }
}
