import { Injectable, Logger } from '@nestjs/common';
import { uuidv7 } from '../crypto/uuid.js';
import { Database, type Queries } from '../database/database.js';
import { currentRequest } from '../deadline/request-context.js';
import { networkOf } from '../http/network.js';
import { withOldValues } from './changes.js';
import { RECORD_AUDIT } from './audit.sql.js';

/** An action of a caller who is not authenticated, or not yet. */
export interface AuditedAttempt {
  readonly partnerId: string | null;
  readonly action: string;
  /** Id of what it was about; empty when nothing is known. */
  readonly object: string;
}

/** An action of an authenticated caller. */
export interface AuditedAction extends AuditedAttempt {
  /** Name of the key, or of the person at the desk. */
  readonly actor: string;
}

/** Who did what, when, from where, in which request: keys, secrets and desk actions. Kept two years. */
@Injectable()
export class Audit {
  private readonly logger = new Logger('audit');

  constructor(private readonly db: Database) {}

  /**
   * Before the answer, after the change. A row that could not be written is an error in the log and not the caller's:
   * what was changed is changed.
   */
  async record(audited: AuditedAction): Promise<void> {
    try {
      await this.recordOrFail(audited);
    } catch (error) {
      const { partnerId, action, object } = audited;
      this.lost({ partnerId, action, object }, error);
    }
  }

  /** For what must not happen without its row. With `queries` it is part of that transaction. */
  async recordOrFail(
    { partnerId, actor, action, object }: AuditedAction,
    queries: Queries = this.db,
  ): Promise<void> {
    const request = currentRequest();
    const { requestId = null, source = null, changes, before } = request ?? {};
    const shown = changes ? withOldValues(changes, before) : null;
    await queries.query(RECORD_AUDIT, [
      uuidv7(),
      partnerId,
      actor,
      action,
      object,
      requestId,
      source,
      shown,
    ]);
    if (request) request.isAudited = true;
  }

  /** Without a person: only the client's network is recorded. */
  async attempt({ partnerId, action, object }: AuditedAttempt): Promise<void> {
    const { requestId = null, source } = currentRequest() ?? {};
    const network = source === undefined ? null : networkOf(source);
    const values = [uuidv7(), partnerId, 'nobody', action, object, requestId, network, null];
    await this.db
      .query(RECORD_AUDIT, values)
      .catch((error: unknown) => this.lost({ partnerId, action, object }, error));
  }

  private lost(row: AuditedAttempt, error: unknown): void {
    const request = currentRequest();
    const { requestId } = request ?? {};
    this.logger.error({ msg: 'an audit row could not be written', ...row, requestId, err: error });
    if (request) request.isAudited = true;
  }
}
