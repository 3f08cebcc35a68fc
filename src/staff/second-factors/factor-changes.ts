import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import { FactorMails } from './factor-mails.js';
import { makeRecoveryCodes, recoveryCodeHash } from './recovery-codes.js';
import { SecondFactorsRepository } from './second-factors.repository.js';

/** What comes with a new second factor. */
export interface AddedFactor {
  /** Shown this once; empty unless it is the person's first factor. */
  readonly codes: readonly string[];
}

export type RemovedFactor = 'removed' | 'absent' | 'required';

/** Rolls the transaction back. */
class FactorRequired extends Error {}

/** Recovery codes come with the first second factor, of whatever kind, and end with the last. */
@Injectable()
export class FactorChanges {
  constructor(
    private readonly db: Database,
    private readonly rows: SecondFactorsRepository,
    private readonly mails: FactorMails,
  ) {}

  /** @param insert false when it added nothing. @returns undefined then */
  add(
    personId: string,
    insert: (tx: Queries) => Promise<boolean>,
  ): Promise<AddedFactor | undefined> {
    return this.db.transaction(async (tx) => {
      await this.rows.lock(tx, personId);
      const isFirst = !(await this.rows.has(personId, tx));
      if (!(await insert(tx))) return undefined;
      await this.mails.send(tx, personId, 'factor-added');
      return { codes: isFirst ? await this.replaceCodes(tx, personId) : [] };
    });
  }

  /** @param mayEnd whether the last one may be removed, too */
  async remove(
    personId: string,
    mayEnd: boolean,
    remove: (tx: Queries) => Promise<boolean>,
  ): Promise<RemovedFactor> {
    try {
      return await this.db.transaction(async (tx) => {
        await this.rows.lock(tx, personId);
        if (!(await remove(tx))) return 'absent';
        await this.mails.send(tx, personId, 'factor-removed');
        if (await this.rows.has(personId, tx)) return 'removed';
        if (!mayEnd) throw new FactorRequired();
        await this.rows.removeCodes(tx, personId);
        return 'removed';
      });
    } catch (error) {
      if (error instanceof FactorRequired) return 'required';
      throw error;
    }
  }

  /** Ten others in the place of those that are left. @returns undefined without a second factor */
  renewCodes(personId: string): Promise<string[] | undefined> {
    return this.db.transaction(async (tx) => {
      await this.rows.lock(tx, personId);
      if (!(await this.rows.has(personId, tx))) return undefined;
      await this.mails.send(tx, personId, 'codes-renewed');
      return this.replaceCodes(tx, personId);
    });
  }

  private async replaceCodes(tx: Queries, personId: string): Promise<string[]> {
    const codes = makeRecoveryCodes();
    await this.rows.replaceCodes(tx, personId, codes.map(recoveryCodeHash));
    return codes;
  }
}
