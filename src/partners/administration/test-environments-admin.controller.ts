import { Controller, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '../../platform/audit/audit.js';
import {
  CallerOf,
  NeedsRecentProof,
  Requires,
  Tenant,
  type Caller,
} from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { TestEnvironmentDto } from '../partners/test-environment.dto.js';
import { TestEnvironmentErrors } from '../partners/partners.errors.js';
import { TestEnvironmentWipes } from '../partners/test-environment-wipes.worker.js';
import { TestEnvironments } from '../partners/test-environments.js';

@ApiTags('Partners')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/test-environment')
export class TestEnvironmentsAdminController {
  constructor(
    private readonly environments: TestEnvironments,
    private readonly wipes: TestEnvironmentWipes,
    private readonly audit: Audit,
  ) {}

  @Operation('testEnvironments.get', {
    summary: 'Get the test environment of a partner',
    description: 'By the id of the partner or of the test environment.',
    answer: TestEnvironmentDto,
    errors: [TestEnvironmentErrors.notFound],
  })
  @Get()
  async get(@Tenant() partnerId: string): Promise<TestEnvironmentDto> {
    return TestEnvironmentDto.from(await this.environments.of(partnerId));
  }

  @Operation('testEnvironments.create', {
    summary: 'Make the test environment of a partner',
    description: `A tenant of its own, for trying: nothing in it is seen, counted or admitted in the live one, and it never calls Wellhub's production.
It begins with the partner's settings, and without keys, gyms or a connection. Where there is one already it is answered, with 200.
A key with \`environment: "test"\` makes it as well.`,
    answer: TestEnvironmentDto,
    also: { 200: TestEnvironmentDto },
    errors: [TestEnvironmentErrors.isTest],
  })
  @Post()
  async create(
    @Tenant() partnerId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TestEnvironmentDto> {
    const { partner, isNew } = await this.environments.ensure(partnerId);
    void reply.status(isNew ? 201 : 200).header('Location', `/admin/v1/partners/${partner.id}`);
    return TestEnvironmentDto.from(partner);
  }

  @Operation('testEnvironments.wipe', {
    summary: 'Delete everything that happened in the test environment',
    description: `People, check-ins, visits, codes, bookings, events and what was sent are deleted, in the background; what comes meanwhile may be, too. Keys, gyms,
devices, subscriptions, the connection, memberships and other settings stay, and so does the audit log. \`wipeRequestedAt\` is null when it is done.
Nothing live can be wiped, by whichever of both ids.`,
    answer: TestEnvironmentDto,
    errors: [TestEnvironmentErrors.notFound],
  })
  @Post('wipe')
  @HttpCode(202)
  @NeedsRecentProof()
  async wipe(@Tenant() partnerId: string, @CallerOf() caller: Caller): Promise<TestEnvironmentDto> {
    const partner = await this.environments.wipe(partnerId);
    const { name: actor } = caller;
    const action = 'test-environment.wiped';
    await this.audit.record({ partnerId, actor, action, object: partner.id });
    this.wipes.wake();
    return TestEnvironmentDto.from(partner);
  }
}
