import { Injectable } from '@nestjs/common';
import { Counter } from '@prometheus-io/client';
import { Metrics } from '../platform/metrics/metrics.js';

/** What doors did without the database. */
@Injectable()
export class OutageMetrics {
  readonly scans;
  readonly records;
  readonly possibleDoubles;

  constructor({ registry }: Metrics) {
    const registers = [registry];
    this.scans = new Counter({
      name: 'gatehouse_door_outage_scans_total',
      help: 'Scans at doors of gyms that admit known people while the database is away: admitted, not_decided',
      labelNames: ['result'] as const,
      registers,
    });
    this.records = new Counter({
      name: 'gatehouse_door_outage_records_total',
      help: 'What became of such admissions when the database was back: visit, past_visit, same_visit, known, nobody',
      labelNames: ['result'] as const,
      registers,
    });
    this.possibleDoubles = new Counter({
      name: 'gatehouse_door_outage_possible_doubles_total',
      help: 'Such admissions of people who also entered by another scan within the hour',
      registers,
    });
  }
}
