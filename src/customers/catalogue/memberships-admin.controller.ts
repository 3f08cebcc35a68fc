import { Body, Controller, Param, Patch, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant, WholePartner } from '../../platform/http/declarations.js';
import { CatalogueAdminController } from './catalogue-admin.controller.js';
import type { Membership } from './catalogue-items.js';
import { Memberships } from './catalogue.js';
import {
  ChangeMembershipDto,
  CreateMembershipDto,
  MembershipDto,
  membershipValues,
} from './catalogue.dto.js';

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/memberships')
export class MembershipsAdminController extends CatalogueAdminController<Membership> {
  constructor(rows: Memberships) {
    super(rows, MembershipDto.from);
  }

  @Post()
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async create(
    @Tenant() partnerId: string,
    @Body() body: CreateMembershipDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return this.made(partnerId, membershipValues(body), reply);
  }

  @Patch(':id')
  @Requires('CUSTOMER_WRITE')
  @WholePartner()
  async change(
    @Tenant() partnerId: string,
    @Param('id') id: string,
    @Body() body: ChangeMembershipDto,
  ) {
    return this.changed(partnerId, id, membershipValues(body));
  }
}
