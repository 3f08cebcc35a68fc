import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '../audit/audit.js';
import { CallerOf, Requires, Tenant, type Caller } from '../http/declarations.js';
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

  /** Newest first; `Accept: text/csv`: the newest ten thousand. */
  @ApiProduces('application/json', 'text/csv')
  @Get('partners/:partnerId/alerts')
  list(
    @Tenant() partnerId: string,
    @Query() query: AlertsQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return alertPage(this.alerts, partnerId, { query, reply });
  }

  /** Closes an alert by hand. The next occurrence opens a new one. */
  @Post('alerts/:id/close')
  @HttpCode(200)
  @ApiOkResponse({ type: AlertDto })
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
