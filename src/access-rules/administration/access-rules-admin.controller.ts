import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Put,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { CallerOf, Requires, Tenant, type Caller } from '../../platform/http/declarations.js';
import { itemsOf, Operation, pagesOf } from '../../platform/http/operation.js';
import {
  DEFAULT_LIMIT,
  NUMBER_CURSOR,
  PageQuery,
  pageOf,
  readCursor,
} from '../../platform/http/paging.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { VersionTags, VersionTagsOf } from '../../platform/http/version-tags.js';
import { mergePatch } from '../../platform/values/merge-patch.js';
import { AccessRuleErrors } from '../policy/access.errors.js';
import type { AccessRule } from '../rules/access-rule.js';
import { AccessRules } from '../rules/access-rules.js';
import { completeRule } from '../rules/complete-rule.js';
import { AccessRuleOrderDto, ChangeAccessRuleDto, CreateAccessRuleDto } from './access-rule.dto.js';
import { AccessRuleDto } from './shown-access-rule.dto.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const RULE_ID = new IdPipe(AccessRuleErrors.ruleNotFound);

@ApiTags('Access rules')
@Controller('admin/v1')
export class AccessRulesAdminController {
  constructor(private readonly rules: AccessRules) {}

  @Operation('accessRules.create', {
    summary: 'Add an access rule to a gym',
    description: 'The first active rule that fits decides. The first rule makes the policy.',
    answer: AccessRuleDto,
    errors: [GymErrors.notFound, AccessRuleErrors.tooManyRules],
  })
  @Post('gyms/:gymId/access-rules')
  @Requires('STUDIO_WRITE')
  async create(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() { position, ...body }: CreateAccessRuleDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const rule = { values: completeRule(body), position };
    const row = await this.rules.create(partnerId, gymId, rule);
    void reply.header('Location', `/admin/v1/access-rules/${row.id}`);
    return shown(row, tags);
  }

  @Operation('accessRules.list', {
    summary: 'List the access rules of a gym',
    description: 'In their order. The `ETag` is that of the policy, for `accessRules.order`.',
    answer: pagesOf(AccessRuleDto),
    errors: [GymErrors.notFound],
  })
  @Get('gyms/:gymId/access-rules')
  @Requires('STUDIO_READ')
  async list(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const { policy, rules } = await this.rules.list(partnerId, gymId);
    const rows = rules.filter(({ position }) => position > after);
    const page = pageOf(rows, {
      limit,
      position: (row) => row.position,
      shape: AccessRuleDto.from,
    });
    return tags.add(policy.version, page);
  }

  @Operation('accessRules.order', {
    summary: 'Order the access rules of a gym',
    description: 'Names every rule of the gym once. `If-Match` and `ETag` are those of the policy.',
    answer: itemsOf(AccessRuleDto),
    errors: [GymErrors.notFound],
  })
  @Put('gyms/:gymId/access-rules/order')
  @Requires('STUDIO_WRITE')
  async order(
    @Tenant() partnerId: string,
    @Param('gymId', GYM_ID) gymId: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() { ids }: AccessRuleOrderDto,
  ) {
    const check = (version: number) => tags.check(version);
    const { policy, rules } = await this.rules.order(partnerId, gymId, { ids, check });
    return tags.add(policy.version, { items: rules.map(AccessRuleDto.from) });
  }

  @Operation('accessRules.get', {
    summary: 'Read an access rule',
    description:
      '`position` is its place in the list of its gym, where the first active rule that fits decides.',
    answer: AccessRuleDto,
    errors: [AccessRuleErrors.ruleNotFound],
  })
  @Get('access-rules/:id')
  @Requires('STUDIO_READ')
  async get(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', RULE_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
  ) {
    return shown(await this.rules.get(partnerId, id, caller.gymId), tags);
  }

  @Operation('accessRules.update', {
    summary: 'Change an access rule',
    description: 'A JSON merge patch: null takes a condition away; lists are replaced as a whole.',
    answer: AccessRuleDto,
    errors: [AccessRuleErrors.ruleNotFound],
  })
  @Patch('access-rules/:id')
  @Requires('STUDIO_WRITE')
  async change(
    @Tenant() partnerId: string,
    @Param('id', RULE_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() { position, ...body }: ChangeAccessRuleDto,
  ) {
    const row = await this.rules.change(partnerId, id, (present) => {
      tags.check(present.version);
      return { values: completeRule(mergePatch(present, body)), position };
    });
    return shown(row, tags);
  }

  @Operation('accessRules.delete', {
    summary: 'Remove an access rule',
    description: 'Those after it move up.',
    errors: [AccessRuleErrors.ruleNotFound],
  })
  @Delete('access-rules/:id')
  @HttpCode(204)
  @Requires('STUDIO_WRITE')
  async remove(
    @Tenant() partnerId: string,
    @Param('id', RULE_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
  ): Promise<void> {
    await this.rules.remove(partnerId, id, ({ version }) => tags.check(version));
  }
}

const shown = (row: AccessRule, tags: VersionTags) =>
  tags.add(row.version, AccessRuleDto.from(row));
