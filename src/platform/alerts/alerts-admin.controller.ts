import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '../audit/audit.js';
import { CallerOf, Requires, Tenant, type Caller } from '../http/declarations.js';
import { Operation, orCsv, pagesOf } from '../http/operation.js';
import { UuidPipe } from '../http/parameters.js';
import { AlertDto, AlertsQuery } from './alert.dto.js';
import { alertPage } from './alert-page.js';
import { AlertList } from './alert-list.js';
import { AlertErrors } from './alerts.errors.js';

const ALERT_ID = new UuidPipe(AlertErrors.notFound);

@ApiTags('Alerts')
@Requires('PARTNER_ADMIN')
@Controller('admin/v1')
export class AlertsAdminController {
  constructor(
    private readonly alerts: AlertList,
    private readonly audit: Audit,
  ) {}

  @Operation('alerts.list', {
    summary: 'List what needs a person at a partner',
    description: 'Newest first. With `Accept: text/csv` the newest ten thousand, without pages.',
    answer: orCsv(pagesOf(AlertDto)),
  })
  @Get('partners/:partnerId/alerts')
  list(
    @Tenant() partnerId: string,
    @Query() query: AlertsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return alertPage(this.alerts, partnerId, { query, reply });
  }

  @Operation('alerts.close', {
    summary: 'Close an alert by hand',
    description:
      'It says that it was looked at, and mends nothing: the next occurrence opens a new one.',
    answer: AlertDto,
    errors: [AlertErrors.notFound],
  })
  @Post('alerts/:id/close')
  @HttpCode(200)
  async close(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('id', ALERT_ID) id: string,
  ): Promise<AlertDto> {
    const row = await this.alerts.close(partnerId, id);
    await this.audit.record({ partnerId, actor: caller.name, action: 'alert.closed', object: id });
    return AlertDto.from(row);
  }
}
