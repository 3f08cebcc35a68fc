import { Controller, Get, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { Operation } from '../../platform/http/operation.js';
import { TestEnvironmentDto } from '../partners/test-environment.dto.js';
import { TestEnvironmentErrors } from '../partners/partners.errors.js';
import { TestEnvironments } from '../partners/test-environments.js';

@ApiTags('Partners')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1/partners/:partnerId/test-environment')
export class TestEnvironmentsAdminController {
  constructor(private readonly environments: TestEnvironments) {}

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
}
