import { Injectable } from '@nestjs/common';
import type { Actor } from '../../platform/http/actor.js';
import { ReportScope } from './report-scope.js';
import {
  StatisticsRepository,
  type Figures,
  type FiguresRequest,
} from './statistics.repository.js';

export interface Statistics {
  readonly request: FiguresRequest;
  /** Null: every gym counts by its own. */
  readonly timeZone: string | null;
  readonly figures: Figures;
}

/** What happened at the gyms, counted by the clocks on their walls. */
@Injectable()
export class StatisticsReports {
  constructor(
    private readonly scope: ReportScope,
    private readonly rows: StatisticsRepository,
  ) {}

  /** @throws partner.not-found, gym.not-found, request.invalid */
  async read(actor: Actor, wanted: FiguresRequest): Promise<Statistics> {
    const { gymId, timeZone } = await this.scope.of(actor, wanted);
    const request = { ...wanted, gymId };
    return { request, timeZone, figures: await this.rows.figures(actor.partnerId, request) };
  }
}
