import { Injectable } from '@nestjs/common';
import { DatabaseGauges } from '../metrics/database-gauges.js';
import { PARTITIONS_AHEAD } from './partition-gauges.sql.js';
import { Partitions } from './partition-keeper.js';
import { nameOf } from './partitions.js';

@Injectable()
export class PartitionGauges {
  constructor(gauges: DatabaseGauges, partitions: Partitions) {
    gauges.declare({
      room: 'partitions',
      sql: PARTITIONS_AHEAD,
      values: () => {
        const now = new Date();
        const plans = partitions.declared;
        return [plans.map(({ table }) => table), plans.map((plan) => nameOf(plan, now))];
      },
      label: 'table',
      gauges: {
        partitions_ahead: 'Partitions of the table that are ready beyond the one of now',
      },
    });
  }
}
