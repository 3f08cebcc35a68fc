import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Patch,
  Post,
  Query,
  Res,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CustomerErrors, VisibleCustomers } from '../../customers/index.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, pagesOf } from '../../platform/http/operation.js';
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
import type { AccessPass, PassValues } from '../passes/access-pass.js';
import { AccessPasses } from '../passes/access-passes.js';
import { completePass, type GivenPass } from '../passes/complete-pass.js';
import { AccessRuleErrors } from '../policy/access.errors.js';
import { AccessPassDto, ChangeAccessPassDto, CreateAccessPassDto } from './access-pass.dto.js';

const CUSTOMER_ID = new IdPipe(CustomerErrors.notFound);
const PASS_ID = new IdPipe(AccessRuleErrors.passNotFound);

@ApiTags('Passes')
@Controller('admin/v1')
export class AccessPassesAdminController {
  constructor(
    private readonly passes: AccessPasses,
    private readonly customers: VisibleCustomers,
  ) {}

  @Operation('passes.create', {
    summary: 'Give a customer a pass',
    description: 'Staff and guests enter without a contract. A key of one gym gives them for that.',
    answer: AccessPassDto,
    errors: [CustomerErrors.notFound, AccessRuleErrors.otherGyms],
  })
  @Post('customers/:customerId/passes')
  @Requires('CUSTOMER_WRITE')
  async create(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() body: CreateAccessPassDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    await this.customers.get(actor, customerId);
    const values = completePass(body);
    refuseOtherGyms(actor, values);
    const row = await this.passes.create(actor.partnerId, customerId, values);
    void reply.header('Location', `/admin/v1/passes/${row.id}`);
    return shown(row, tags);
  }

  @Operation('customers.listPasses', {
    summary: 'List the passes of a customer',
    description: 'Also those that have ended or are used up, oldest first.',
    answer: pagesOf(AccessPassDto),
    errors: [CustomerErrors.notFound],
  })
  @Get('customers/:customerId/passes')
  @Requires('CUSTOMER_READ')
  async list(
    @CurrentActor() actor: Actor,
    @Param('customerId', CUSTOMER_ID) customerId: number,
    @Query() { limit = DEFAULT_LIMIT, cursor }: PageQuery,
  ) {
    await this.customers.get(actor, customerId);
    const after = Number(readCursor(cursor, NUMBER_CURSOR) ?? 0);
    const page = { customerId, after, limit: limit + 1 };
    const rows = await this.passes.list(actor.partnerId, page);
    return pageOf(rows, { limit, position: (row) => row.id, shape: AccessPassDto.from });
  }

  @Operation('passes.get', {
    summary: 'Read a pass',
    description:
      '`entriesLeft` counts down with each visit of a guest; `usedAt` has the last ten. The `ETag` changes with each use.',
    answer: AccessPassDto,
    errors: [AccessRuleErrors.passNotFound],
  })
  @Get('passes/:id')
  @Requires('CUSTOMER_READ')
  async get(
    @CurrentActor() actor: Actor,
    @Param('id', PASS_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
  ) {
    return shown(await this.visible(actor, id), tags);
  }

  @Operation('passes.update', {
    summary: 'Change a pass',
    description: 'A JSON merge patch. `entries` may not fall below those that were used.',
    answer: AccessPassDto,
    errors: [AccessRuleErrors.passNotFound, AccessRuleErrors.otherGyms],
  })
  @Patch('passes/:id')
  @Requires('CUSTOMER_WRITE')
  async change(
    @CurrentActor() actor: Actor,
    @Param('id', PASS_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
    @Body() body: ChangeAccessPassDto,
  ) {
    await this.visible(actor, id);
    const row = await this.passes.change(actor.partnerId, id, (present) => {
      tags.check(present.version);
      refuseOtherGyms(actor, present);
      const values = completePass(mergePatch(present, body) as GivenPass, present);
      refuseOtherGyms(actor, values);
      return values;
    });
    return shown(row, tags);
  }

  @Operation('passes.delete', {
    summary: 'Take a pass away',
    description:
      'The right ends with the answer; visits that were opened by it stay. A key of one gym takes away passes of that gym alone.',
    errors: [AccessRuleErrors.passNotFound, AccessRuleErrors.otherGyms],
  })
  @Delete('passes/:id')
  @HttpCode(204)
  @Requires('CUSTOMER_WRITE')
  async remove(
    @CurrentActor() actor: Actor,
    @Param('id', PASS_ID) id: number,
    @VersionTagsOf() tags: VersionTags,
  ): Promise<void> {
    await this.visible(actor, id);
    await this.passes.remove(actor.partnerId, id, (present) => {
      tags.check(present.version);
      refuseOtherGyms(actor, present);
    });
  }

  /** @throws access.pass-not-found, also of a customer that this key does not see */
  private async visible(actor: Actor, id: number): Promise<AccessPass> {
    const pass = await this.passes.get(actor.partnerId, id);
    try {
      await this.customers.get(actor, pass.customerId);
    } catch (error) {
      if (error instanceof DomainError && error.is(CustomerErrors.notFound))
        throw new DomainError(AccessRuleErrors.passNotFound);
      throw error;
    }
    return pass;
  }
}

const shown = (row: AccessPass, tags: VersionTags) =>
  tags.add(row.version, AccessPassDto.from(row));

/** A key of one gym gives no right at another one. @throws access.other-gyms */
function refuseOtherGyms({ gymId }: Actor, { gymIds }: PassValues): void {
  const isOwn = gymIds?.every((id) => id === gymId) ?? false;
  if (gymId !== undefined && !isOwn) throw new DomainError(AccessRuleErrors.otherGyms);
}
