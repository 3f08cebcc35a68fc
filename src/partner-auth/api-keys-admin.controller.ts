import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import {
  CallerOf,
  Requires,
  Tenant,
  type Caller,
  NeedsRecentProof,
} from '../platform/http/declarations.js';
import { DEFAULT_LIMIT, pageOf, readCursor, UUID_CURSOR } from '../platform/http/paging.js';
import { UuidPipe } from '../platform/http/parameters.js';
import { ShownOnce } from '../platform/http/shown-once.js';
import { ApiKeys } from './api-keys.js';
import { ApiKeyDto, ApiKeysQuery, CreateApiKeyDto, RotateApiKeyDto } from './dto/api-key.dto.js';
import { ApiKeyErrors } from './partner-auth.errors.js';
import { Operation, pagesOf } from '../platform/http/operation.js';

const keyPath = (id: string) => `/admin/v1/api-keys/${id}`;
const KEY_ID = new UuidPipe(ApiKeyErrors.notFound);

@ApiTags('API keys')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1')
export class ApiKeysAdminController {
  constructor(private readonly keys: ApiKeys) {}

  @Operation('apiKeys.create', {
    summary: 'Make an API key',
    description:
      '`key` is shown this once. No key makes a key with scopes or gyms beyond its own. With `environment: "test"` it belongs to the test environment of the partner, which is made with its first key.',
    answer: ApiKeyDto,
    errors: [ApiKeyErrors.beyondOwn, ApiKeyErrors.narrowedScopes, ApiKeyErrors.tooMany],
  })
  @Post('partners/:partnerId/api-keys')
  @ShownOnce('key')
  async create(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Body() body: CreateApiKeyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApiKeyDto> {
    const issued = await this.keys.create(partnerId, body.toCommand(), caller);
    void reply.header('Location', keyPath(issued.row.id));
    return ApiKeyDto.fromIssued(issued);
  }

  @Operation('apiKeys.list', {
    summary: 'List the API keys of a partner',
    description:
      'Those of its test environment as well, where `environment` does not say otherwise.',
    answer: pagesOf(ApiKeyDto),
  })
  @Get('partners/:partnerId/api-keys')
  async list(
    @Tenant() partnerId: string,
    @Query() { limit = DEFAULT_LIMIT, cursor, state, environment }: ApiKeysQuery,
  ) {
    const after = readCursor(cursor, UUID_CURSOR);
    const rows = await this.keys.list(partnerId, {
      state,
      environment,
      after,
      limit: limit + 1,
    });
    return pageOf(rows, { limit, position: (row) => row.id, shape: (row) => ApiKeyDto.from(row) });
  }

  @Operation('apiKeys.get', {
    summary: 'Get an API key',
    description:
      'The key itself is shown once, when it is made; here are its `prefix`, scopes, state and last use.',
    answer: ApiKeyDto,
    errors: [ApiKeyErrors.notFound],
  })
  @Get('api-keys/:id')
  async get(@Tenant() partnerId: string, @Param('id', KEY_ID) id: string): Promise<ApiKeyDto> {
    return ApiKeyDto.from(await this.keys.get(partnerId, id));
  }

  @Operation('apiKeys.rotate', {
    summary: 'Replace an API key by a new one',
    description:
      'The new key has the same name, scopes and gym, and is shown this once; the old one works for `graceSeconds` more.',
    answer: ApiKeyDto,
    errors: [ApiKeyErrors.notFound, ApiKeyErrors.ended, ApiKeyErrors.beyondOwn],
  })
  @Post('api-keys/:id/rotate')
  @ShownOnce('key')
  async rotate(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', KEY_ID) id: string,
    @Body() { graceSeconds = 0 }: RotateApiKeyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ApiKeyDto> {
    const issued = await this.keys.rotate(partnerId, { id, graceSeconds }, caller);
    void reply.header('Location', keyPath(issued.row.id));
    return ApiKeyDto.fromIssued(issued);
  }

  @Operation('apiKeys.delete', {
    summary: 'Revoke an API key',
    description:
      'It ends at once, on other replicas within 5 s, and its tokens and console sessions with it.',
    errors: [ApiKeyErrors.notFound],
  })
  @Delete('api-keys/:id')
  @NeedsRecentProof()
  @HttpCode(204)
  async revoke(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', KEY_ID) id: string,
  ): Promise<void> {
    await this.keys.revoke(partnerId, id, caller);
  }
}
