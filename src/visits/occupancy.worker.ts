import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Alerts } from '../platform/alerts/alerts.js';
import { Database } from '../platform/database/database.js';
import { Workers } from '../platform/worker/workers.js';
import { OccupancyRepository, type GymOfPartner } from './occupancy.repository.js';

const EVERY_MS = 5_000;

/** Counts the people inside anew every quarter of an hour, and reports gyms that are nearly full. */
@Injectable()
export class OccupancyWorker implements OnModuleInit {
  private readonly logger = new Logger('visits');

  constructor(
    private readonly db: Database,
    private readonly rows: OccupancyRepository,
    private readonly alerts: Alerts,
    private readonly workers: Workers,
  ) {}

  onModuleInit(): void {
    const run = () => this.run();
    this.workers.add({
      name: 'visits.occupancy',
      role: 'worker',
      queue: null,
      everyMs: EVERY_MS,
      run,
    });
  }

  /** @returns how many gyms were counted, or crossed the share at which people are warned */
  async run(): Promise<number> {
    const due = await this.rows.due();
    for (const gym of due) await this.recount(gym);
    const crossing = await this.rows.crossing();
    for (const gym of crossing) await this.cross(gym);
    return due.length + crossing.length;
  }

  private async recount(gym: GymOfPartner): Promise<void> {
    const off = await this.db.transaction((tx) => this.rows.recount(tx, gym));
    if (off === undefined) return;
    const { partnerId, gymId } = gym;
    if (off === 0) return this.alerts.close(partnerId, 'gate.occupancy-drift', `gym/${gymId}`);
    this.logger.warn({ msg: 'the number of people inside was wrong', partnerId, gymId, off });
    await this.alerts.raise({
      partnerId,
      code: 'gate.occupancy-drift',
      object: `gym/${gymId}`,
      gymId,
      detail: `${Math.abs(off)} too ${off > 0 ? 'many' : 'few'} were counted`,
    });
  }

  private async cross(gym: GymOfPartner): Promise<void> {
    const { partnerId, gymId } = gym;
    const [code, object] = ['gate.nearly-full', `gym/${gymId}`];
    await this.db.transaction(async (tx) => {
      const crossed = await this.rows.cross(tx, gym);
      if (!crossed) return;
      if (!crossed.isNearlyFull) return this.alerts.close(partnerId, code, object, tx);
      const detail = `${crossed.inside} of ${crossed.capacity} are inside`;
      await this.alerts.raise({ partnerId, code, object, gymId, detail }, tx);
    });
  }
}
