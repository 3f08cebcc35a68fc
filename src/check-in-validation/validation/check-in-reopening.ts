import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { ValidationCandidatesRepository } from './validation-candidates.repository.js';
import type { CheckIn } from '../check-ins/check-in.js';
import { CheckInsRepository } from '../check-ins/check-ins.repository.js';

/** A check-in that our clock ended, or that Wellhub did not find, can be validated again (W-52). */
@Injectable()
export class CheckInReopening {
  constructor(
    private readonly db: Database,
    private readonly candidates: ValidationCandidatesRepository,
    private readonly checkIns: CheckInsRepository,
  ) {}

  /** With its audit row. @returns the open check-in, or `ended` when it cannot be opened */
  async reopen(ended: CheckIn, cause: 'SCAN' | 'DESK', timeZone: string): Promise<CheckIn> {
    const opened = await this.db.transaction(async (tx) => {
      await this.checkIns.lockPerson(tx, ended.partnerId, ended.wellhubId);
      const row = await this.candidates.reopen(tx, ended, cause, timeZone);
      if (row) await this.checkIns.addTransition(tx, row, ended.state);
      return row;
    });
    return opened ?? (await this.checkIns.find(ended.partnerId, ended.id)) ?? ended;
  }
}

export const isReopenable = ({ state, cause }: CheckIn): boolean =>
  state === 'NOT_FOUND' || (state === 'EXPIRED' && cause === 'DEADLINE');
