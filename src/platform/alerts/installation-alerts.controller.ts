import { Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Audit } from '../audit/audit.js';
import { CallerOf, Requires, type Caller } from '../http/declarations.js';
import { Operation, orCsv, pagesOf } from '../http/operation.js';
import { UuidPipe } from '../http/parameters.js';
import { AlertDto, AlertsQuery } from './alert.dto.js';
import { alertPage } from './alert-page.js';
import { AlertList } from './alert-list.js';
import { AlertErrors } from './alerts.errors.js';
import { INSTALLATION } from './alerts.js';

/** Alerts about the whole installation, which concern no partner. */
@ApiTags('Alerts')
@Requires('OPERATOR')
@Controller('admin/v1/installation/alerts')
export class InstallationAlertsController {
  constructor(
    private readonly alerts: AlertList,
    private readonly audit: Audit,
  ) {}

  @Operation('installation.listAlerts', {
    summary: 'List what needs the operator',
    description: 'Newest first. With `Accept: text/csv` the newest ten thousand, without pages.',
    answer: orCsv(pagesOf(AlertDto)),
  })
  @Get()
  list(@Query() query: AlertsQuery, @Res({ passthrough: true }) reply: FastifyReply) {
    return alertPage(this.alerts, INSTALLATION, { query, reply });
  }

  @Operation('installation.closeAlert', {
    summary: 'Close an alert of the installation by hand',
    description: 'The next occurrence opens a new one.',
    answer: AlertDto,
    errors: [AlertErrors.notFound],
  })
  @Post(':id/close')
  @HttpCode(200)
  async close(
    @CallerOf() caller: Caller,
    @Param('id', new UuidPipe(AlertErrors.notFound)) id: string,
  ): Promise<AlertDto> {
    const row = await this.alerts.close(INSTALLATION, id);
    await this.audit.record({
      partnerId: null,
      actor: caller.name,
      action: 'alert.closed',
      object: id,
    });
    return AlertDto.from(row);
  }
}
