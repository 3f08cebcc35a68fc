import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../platform/http/declarations.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../platform/http/paging.js';
import { IdPipe } from '../platform/http/parameters.js';
import { Memberships } from './catalogue.js';
import { MembershipErrors } from './customers.errors.js';
import { ChangeMembershipDto, CreateMembershipDto, membershipDto } from './dto/catalogue.dto.js';

const ID = new IdPipe(MembershipErrors.notFound);

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/memberships')
export class MembershipsAdminController {
  constructor(private readonly rows: Memberships) {}

  @Post()
  @Requires('CUSTOMER_WRITE')
  async create(
    @Tenant() partnerId: string,
    @Body() body: CreateMembershipDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const row = await this.rows.create(partnerId, body);
    void reply.header('Location', `/admin/v1/partners/${partnerId}/memberships/${row.id}`);
    return membershipDto(row);
  }

  @Get()
  @Requires('CUSTOMER_READ')
  async list(@Tenant() partnerId: string, @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery) {
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const rows = await this.rows.list(partnerId, after, limit + 1);
    return pageOf(rows, limit, (row) => row.id, membershipDto);
  }

  @Get(':id')
  @Requires('CUSTOMER_READ')
  async get(@Tenant() partnerId: string, @Param('id', ID) id: number) {
    return membershipDto(await this.rows.get(partnerId, id));
  }

  @Patch(':id')
  @Requires('CUSTOMER_WRITE')
  async change(
    @Tenant() partnerId: string,
    @Param('id', ID) id: number,
    @Body() body: ChangeMembershipDto,
  ) {
    return membershipDto(await this.rows.change(partnerId, id, body));
  }
}
