import { Body, Controller, Get, HttpCode, Param, Post, Query, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { GymErrors } from '../../partners/index.js';
import { XLSX_TYPE } from '../../platform/http/body-checks.js';
import { Takes } from '../../platform/http/body-kinds.js';
import { TableBody } from '../../platform/http/body-parsers.js';
import { asCsv, wantsCsv } from '../../platform/http/csv-answer.js';
import { Requires } from '../../platform/http/declarations.js';
import { Operation, orCsv } from '../../platform/http/operation.js';
import { IdPipe } from '../../platform/http/parameters.js';
import { Repeatable } from '../../platform/http/shown-once.js';
import type { ChosenColumns } from './column-mapping.js';
import { comparisonCsv, ComparisonDto } from './comparison.dto.js';
import { PreviewDto } from './preview.dto.js';
import {
  ComparisonQuery,
  PreviewQuery,
  ReconciliationQuery,
  validatedCsv,
  ValidatedCheckInDto,
  ValidatedMonthDto,
} from './reconciliation.dto.js';
import { Reconciliation } from './reconciliation.js';
import { CurrentActor, type Actor } from '../../platform/http/actor.js';

const GYM_ID = new IdPipe(GymErrors.notFound);
const REPORT = {
  schema: { type: 'string', example: 'gympass_id,date\n0012345678905,2026-10-03\n' },
};

/** What Wellhub should pay for, and whether it lists the same (`docs/reconciliation.md`). */
@ApiTags('Check-ins')
@Controller('admin/v1/gyms/:gymId/reconciliation')
export class ReconciliationController {
  constructor(private readonly reconciliation: Reconciliation) {}

  @Operation('reconciliation.list', {
    summary: 'List the check-ins that Wellhub should pay for a month',
    description:
      'Days are those of the clock on the gym’s wall. With `Accept: text/csv` a list that `reconciliation.compare` reads as a report.',
    answer: orCsv(ValidatedMonthDto),
    errors: [GymErrors.notFound],
  })
  @Get()
  @Requires('CHECKIN_READ')
  async list(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() query: ReconciliationQuery,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const rows = await this.reconciliation.validated(caller, { ...query, gymId });
    if (wantsCsv(reply)) return asCsv(reply, validatedCsv(rows));
    return { gymId, month: query.month, validated: rows.map(ValidatedCheckInDto.from) };
  }

  @Operation('reconciliation.compare', {
    summary: 'Compare a report of Wellhub’s portal with what was validated',
    description:
      'CSV or XLSX, as the portal or a spreadsheet wrote it. Stores nothing but which columns were named. With `Accept: text/csv` one row for each finding.',
    answer: orCsv(ComparisonDto),
    errors: [GymErrors.notFound],
  })
  @Post()
  @HttpCode(200)
  @Takes('table')
  @Requires('REPORTS')
  @Repeatable()
  @ApiConsumes('text/csv', XLSX_TYPE)
  @ApiBody(REPORT)
  async compare(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() query: ComparisonQuery,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const report = { file: bytesOf(body), chosen: chosenOf(query) };
    const found = await this.reconciliation.compare(caller, { ...query, gymId }, report);
    return wantsCsv(reply)
      ? asCsv(reply, comparisonCsv(found, query.list))
      : ComparisonDto.from(found, caller.partnerId, query.list);
  }

  @Operation('reconciliation.preview', {
    summary: 'Show what a report looks like, and which columns are taken for what',
    description: 'Stores and compares nothing.',
    answer: PreviewDto,
    errors: [GymErrors.notFound],
  })
  @Post('preview')
  @HttpCode(200)
  @Takes('table')
  @Requires('REPORTS')
  @Repeatable()
  @ApiConsumes('text/csv', XLSX_TYPE)
  @ApiBody(REPORT)
  async preview(
    @CurrentActor() caller: Actor,
    @Param('gymId', GYM_ID) gymId: number,
    @Query() query: PreviewQuery,
    @Body() body: unknown,
  ) {
    const report = { file: bytesOf(body), chosen: chosenOf(query) };
    return PreviewDto.from(await this.reconciliation.preview(caller, gymId, report));
  }
}

const bytesOf = (body: unknown): Buffer =>
  body instanceof TableBody ? body.bytes : Buffer.alloc(0);

const chosenOf = ({ gympassIdColumn, dateColumn, dateOrder }: ChosenColumns): ChosenColumns => ({
  gympassIdColumn,
  dateColumn,
  dateOrder,
});
