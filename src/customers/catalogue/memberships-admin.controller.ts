import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MembershipErrors } from '../people/customers.errors.js';
import { catalogueRoutes } from './catalogue-admin.controller.js';
import { Memberships } from './catalogue.js';
import { ChangeMembershipDto, CreateMembershipDto, MembershipDto } from './catalogue.dto.js';

const Routes = catalogueRoutes({
  resource: 'memberships',
  one: 'a kind of membership',
  many: 'kinds of membership',
  missing: MembershipErrors.notFound,
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
