import { Injectable } from '@nestjs/common';
import type { EndedPassage, PassageReport } from './passage.js';
import { PassagesRepository } from './passages.repository.js';

/**
 * What happened after a door opened, at devices that report it. The grant opens a passage in its own statement; here it
 * ends: by a report, or when none came in time.
 */
@Injectable()
export class Passages {
  constructor(private readonly rows: PassagesRepository) {}

  /** @returns undefined when it is about no passage that we know, or about one of several */
  async report(report: PassageReport): Promise<EndedPassage | undefined> {
    const id = await this.rows.findReported(report);
    if (id === undefined) return undefined;
    return (await this.rows.end([{ partnerId: report.partnerId, id, report }]))[0];
  }

  /** Ends those without a report in time. @returns those that ended here */
  async endOverdue(): Promise<EndedPassage[]> {
    const ended = await this.rows.end(await this.rows.due());
    return ended.filter(({ before, state }) => before !== state);
  }

  /** Whether the newest passages of the device, `count` of them, all ended without a report. */
  areUnconfirmed(partnerId: string, deviceId: number, count: number): Promise<boolean> {
    return this.rows.areUnconfirmed(partnerId, deviceId, count);
  }
}
