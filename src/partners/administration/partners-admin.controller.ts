import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Settings } from '../../platform/config/settings.js';
import {
  CallerOf,
  NeedsRecentProof,
  Requires,
  Tenant,
  type Caller,
} from '../../platform/http/declarations.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../../platform/http/paging.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { requireRecentProof } from '../../platform/http/recent-proof.js';
import {
  ChangePartnerDto,
  CreatePartnerDto,
  PartnerDto,
  PartnersQuery,
} from '../partners/partner.dto.js';
import {
  PutWellhubConnectionDto,
  ShownWellhubConnectionDto,
  taggedConnection,
} from '../wellhub-connections/wellhub-connection.dto.js';
import { Partners } from '../partners/partners.js';
import type { Partner } from '../partners/partner.js';
import { WellhubAddresses } from '../wellhub-connections/wellhub-addresses.js';
import { WellhubAccesses } from '../wellhub-connections/wellhub-access.js';
import type { WellhubConnectionEntity } from '../wellhub-connections/wellhub-connection.entity.js';
import { WellhubConnections } from '../wellhub-connections/wellhub-connections.js';
import { RequestErrors } from '../../platform/errors/request-errors.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
import { ConnectionErrors, PartnerErrors } from '../partners/partners.errors.js';

@ApiTags('Partners')
@Controller('admin/v1/partners')
export class PartnersAdminController {
  constructor(
    private readonly partners: Partners,
    private readonly connections: WellhubConnections,
    private readonly accesses: WellhubAccesses,
    private readonly addresses: WellhubAddresses,
    private readonly settings: Settings,
  ) {}

  @Operation('partners.create', {
    summary: 'Create a partner',
    description:
      'A tenant: a gym business or a vendor of gym software. It begins without gyms, keys and a connection.',
    answer: PartnerDto,
    errors: [PartnerErrors.slugTaken],
  })
  @Post()
  @Requires('OPERATOR')
  async create(
    @Body() body: CreatePartnerDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PartnerDto> {
    const row = await this.partners.create(body);
    void reply.header('Location', `/admin/v1/partners/${row.id}`);
    return PartnerDto.from(row);
  }

  @Operation('partners.list', {
    summary: 'List the partners',
    description: 'Oldest first; test environments only with `environment=test`.',
    answer: pagesOf(PartnerDto),
  })
  @Get()
  @Requires('OPERATOR')
  async list(@Query() { limit = DEFAULT_LIMIT, cursor, environment = 'live' }: PartnersQuery) {
    const after = readCursor(cursor, UUID_CURSOR);
    const rows = await this.partners.list({ environment, after, limit: limit + 1 });
    return pageOf(rows, { limit, position: (row) => row.id, shape: (row) => PartnerDto.from(row) });
  }

  @Operation('partners.get', {
    summary: 'Get a partner',
    description:
      '`environment` tells the live partner from its test environment, `livePartnerId` leads back from that one.',
    answer: PartnerDto,
    errors: [PartnerErrors.notFound],
  })
  @Get(':partnerId')
  @Requires('PARTNER_ADMIN')
  async get(@Tenant() partnerId: string, @EntityTagsOf() tags: EntityTags): Promise<PartnerDto> {
    return tags.add(PartnerDto.from(await this.partners.get(partnerId)));
  }

  @Operation('partners.update', {
    summary: 'Change a partner',
    description: 'A merge patch. `secondFactorRequired` needs a recent proof of who calls.',
    answer: PartnerDto,
    errors: [PartnerErrors.notFound, PartnerErrors.slugTaken, RequestErrors.proofRequired],
  })
  @Patch(':partnerId')
  @Requires('PARTNER_ADMIN')
  async change(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: ChangePartnerDto,
  ): Promise<PartnerDto> {
    if (body.secondFactorRequired !== undefined) requireRecentProof(caller);
    const isExpected = (row: Partner) => tags.check(PartnerDto.from(row));
    return tags.add(PartnerDto.from(await this.partners.change(partnerId, body, isExpected)));
  }

  @Operation('partners.delete', {
    summary: 'Remove a partner and its test environment',
    description:
      'Its keys, hooks and pages stop answering; what was earned is still collected from Wellhub.',
    errors: [PartnerErrors.notFound],
  })
  @Delete(':partnerId')
  @HttpCode(204)
  @Requires('OPERATOR')
  async remove(@Tenant() partnerId: string): Promise<void> {
    await this.partners.remove(partnerId);
  }

  @Operation('partners.getWellhubConnection', {
    summary: 'Get how a partner is connected to Wellhub',
    description:
      'Secrets are never shown. A partner that is not connected yet has `environment: null`, and its addresses.',
    answer: ShownWellhubConnectionDto,
    errors: [PartnerErrors.notFound],
  })
  @Get(':partnerId/wellhub')
  @Requires('PARTNER_ADMIN')
  async connection(@Tenant() partnerId: string, @EntityTagsOf() tags: EntityTags) {
    const partner = await this.partners.get(partnerId);
    const row = await this.connections.find(partnerId);
    tags.add(taggedConnection(row));
    return this.shown(partner, row);
  }

  @Operation('partners.replaceWellhubConnection', {
    summary: 'Connect a partner to Wellhub',
    description:
      'A secret that is absent stays; one that is replaced counts for `previousSecretSeconds` more. A new environment needs a new `accessToken`. A test environment is never connected to production.',
    answer: ShownWellhubConnectionDto,
    errors: [
      PartnerErrors.notFound,
      ConnectionErrors.testOnly,
      ConnectionErrors.simulatorOff,
      ConnectionErrors.tokenRequired,
      ConnectionErrors.weakSecret,
    ],
  })
  @Put(':partnerId/wellhub')
  @NeedsRecentProof()
  @Requires('PARTNER_ADMIN')
  async connect(
    @Tenant() partnerId: string,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: PutWellhubConnectionDto,
  ) {
    const partner = await this.partners.get(partnerId);
    const isExpected = (present: WellhubConnectionEntity | undefined) =>
      tags.check(taggedConnection(present));
    const row = await this.connections.put(partnerId, body, isExpected);
    tags.add(taggedConnection(row));
    return this.shown(partner, row);
  }

  private async shown(partner: Partner, row: WellhubConnectionEntity | undefined) {
    const urls = await this.addresses.of(partner, row);
    const breaker = row ? this.accesses.breakerOf(partner.id, row.environment) : null;
    return ShownWellhubConnectionDto.from(row, {
      publicUrl: this.settings.publicUrl,
      urls,
      breaker,
    });
  }
}
