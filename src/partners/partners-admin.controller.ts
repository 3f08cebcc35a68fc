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
import { Settings } from '../platform/config/settings.js';
import { Requires, Tenant } from '../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  PageQuery,
  pageOf,
  readCursor,
  UUID_CURSOR,
} from '../platform/http/paging.js';
import { ChangePartnerDto, CreatePartnerDto, PartnerDto } from './dto/partner.dto.js';
import { PutWellhubConnectionDto, wellhubConnectionDto } from './dto/wellhub-connection.dto.js';
import { Partners } from './partners.js';
import { WellhubConnections } from './wellhub-connections.js';

@ApiTags('Partners')
@Controller('admin/v1/partners')
export class PartnersAdminController {
  constructor(
    private readonly partners: Partners,
    private readonly connections: WellhubConnections,
    private readonly settings: Settings,
  ) {}

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

  @Get()
  @Requires('OPERATOR')
  async list(@Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const rows = await this.partners.list(readCursor(cursor, UUID_CURSOR), limit + 1);
    return pageOf(
      rows,
      limit,
      (row) => row.id,
      (row) => PartnerDto.from(row),
    );
  }

  @Get(':partnerId')
  @Requires('PARTNER_ADMIN')
  async get(@Tenant() partnerId: string): Promise<PartnerDto> {
    return PartnerDto.from(await this.partners.get(partnerId));
  }

  @Patch(':partnerId')
  @Requires('PARTNER_ADMIN')
  async change(@Tenant() partnerId: string, @Body() body: ChangePartnerDto): Promise<PartnerDto> {
    return PartnerDto.from(await this.partners.change(partnerId, body));
  }

  @Delete(':partnerId')
  @HttpCode(204)
  @Requires('OPERATOR')
  async remove(@Tenant() partnerId: string): Promise<void> {
    await this.partners.remove(partnerId);
  }

  @Get(':partnerId/wellhub')
  @Requires('PARTNER_ADMIN')
  async connection(@Tenant() partnerId: string) {
    const partner = await this.partners.get(partnerId);
    const row = await this.connections.find(partnerId);
    return wellhubConnectionDto(partner, row, this.settings.publicUrl);
  }

  @Put(':partnerId/wellhub')
  @Requires('PARTNER_ADMIN')
  async connect(@Tenant() partnerId: string, @Body() body: PutWellhubConnectionDto) {
    const partner = await this.partners.get(partnerId);
    const row = await this.connections.put(partnerId, body);
    return wellhubConnectionDto(partner, row, this.settings.publicUrl);
  }
}
