import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { catalogueRoutes } from './catalogue-admin.controller.js';
import { Memberships } from './catalogue.js';
import { ChangeMembershipDto, CreateMembershipDto, MembershipDto } from './catalogue.dto.js';

const Routes = catalogueRoutes({
  Create: CreateMembershipDto,
  Change: ChangeMembershipDto,
  Shown: MembershipDto,
});

@ApiTags('Contracts')
@Controller('admin/v1/partners/:partnerId/memberships')
export class MembershipsAdminController extends Routes {
  constructor(protected readonly rows: Memberships) {
    super();
  }
}
