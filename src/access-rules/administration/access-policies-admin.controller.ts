import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { GymErrors } from '../../partners/index.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { VersionTags, VersionTagsOf } from '../../platform/http/version-tags.js';
import { mergePatch } from '../../platform/values/merge-patch.js';
import { completePolicy } from '../policy/complete-policy.js';
import { AccessPolicies } from './access-policies.js';
import { AccessPolicyDto, AccessPolicyValuesDto } from './access-policy.dto.js';

const GYM_ID = new IdPipe(GymErrors.notFound);

@ApiTags('Access rules')
@Controller('admin/v1/gyms/:gymId/access-policy')
export class AccessPoliciesAdminController {
  constructor(private readonly policies: AccessPolicies) {}

  @Operation('accessPolicies.get', {
    summary: 'Read the access policy of a gym',
    description: 'Of a gym that has none the defaults, with the `ETag` "0".',
    answer: AccessPolicyDto,
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('STUDIO_READ')
  async get(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
  ) {
    const shown = await this.policies.get(partnerId, gymId);
    return tags.add(shown.policy.version, AccessPolicyDto.from(shown));
  }

  @Operation('accessPolicies.replace', {
    summary: 'Replace the access policy of a gym',
    description: 'What is not named has its default. The rules stay.',
    answer: AccessPolicyDto,
    errors: [GymErrors.notFound],
  })
  @Put()
  @Requires('STUDIO_WRITE')
  async replace(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() body: AccessPolicyValuesDto,
  ) {
    const shown = await this.policies.change(partnerId, gymId, ({ version }) => {
      tags.check(version);
      return completePolicy(body);
    });
    return tags.add(shown.policy.version, AccessPolicyDto.from(shown));
  }

  @Operation('accessPolicies.update', {
    summary: 'Change the access policy of a gym',
    description: 'A JSON merge patch: null resets to the default; lists are replaced as a whole.',
    answer: AccessPolicyDto,
    errors: [GymErrors.notFound],
  })
  @Patch()
  @Requires('STUDIO_WRITE')
  async change(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() body: AccessPolicyValuesDto,
  ) {
    const shown = await this.policies.change(partnerId, gymId, ({ version, ...present }) => {
      tags.check(version);
      return completePolicy(mergePatch(present, body));
    });
    return tags.add(shown.policy.version, AccessPolicyDto.from(shown));
  }

  @Operation('accessPolicies.delete', {
    summary: 'Remove the access policy of a gym',
    description: 'Its rules are deleted: contract and check-in alone decide again.',
    errors: [GymErrors.notFound],
  })
  @Delete()
  @HttpCode(204)
  @Requires('STUDIO_WRITE')
  async remove(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
  ): Promise<void> {
    await this.policies.remove(partnerId, gymId, ({ version }) => tags.check(version));
  }
}
