import { Injectable } from '@nestjs/common';
import { Settings } from '../platform/config/settings.js';
import { Batch } from '../platform/database/batch.js';
import { Database, type Queries } from '../platform/database/database.js';
import { Partitions } from '../platform/database/partition-keeper.js';
import { ISSUE, type IssueRow } from './issue.sql.js';

export interface IssueRequest {
  readonly partnerId: string;
  readonly customerId: number;
  /** The gym at which the code shall open; absent: every gym of the partner. */
  readonly gymId?: number;
  /** The gym to which the calling key is narrowed. */
  readonly callerGymId?: number;
  readonly hash: Buffer;
}

const FORGET = {
  name: 'access-codes.forget',
  text: `delete from access_codes where partner_id = $1 and customer_id = $2`,
};

/** Append-only rows in hourly partitions, kept one day after their end. */
@Injectable()
export class AccessCodesRepository {
  private readonly requests = new Batch<IssueRequest, IssueRow>({
    run: (requests) => this.issueAll(requests),
    key: ({ partnerId, customerId }) => `${partnerId}/${customerId}`,
  });

  constructor(
    private readonly db: Database,
    private readonly settings: Settings,
    partitions: Partitions,
  ) {
    partitions.declare({
      data: 'access-codes',
      table: 'access_codes',
      unit: 'hour',
      ahead: 12,
      keep: 26,
    });
  }

  /** One round trip, shared with the requests that wait at the same moment. */
  async issue(request: IssueRequest): Promise<IssueRow> {
    return this.requests.add(request);
  }

  /** A merged or erased customer's codes open nothing any more. */
  async forget(queries: Queries, partnerId: string, customerId: number): Promise<void> {
    await queries.query(FORGET, [partnerId, customerId]);
  }

  private async issueAll(requests: readonly IssueRequest[]): Promise<IssueRow[]> {
    const rows = requests.map((request, no) => ({
      no,
      partner_id: request.partnerId,
      customer_id: request.customerId,
      gym_id: request.gymId ?? null,
      caller_gym_id: request.callerGymId ?? null,
      hash: request.hash,
    }));
    return ISSUE.run<IssueRow & object>(this.db, rows, [this.settings.codeIssuesPerMinute]);
  }
}
