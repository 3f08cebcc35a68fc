import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../crypto/uuid.js';
import { Database } from '../database/database.js';
import { currentRequest } from '../deadline/request-context.js';

const RECORD = {
  name: 'audit.record',
  text: `insert into audit_log (id, partner_id, actor, action, object, request_id, source, changes)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** Who did what, when, from where, in which request: keys, secrets and desk actions. Kept two years. */
@Injectable()
export class Audit {
  constructor(private readonly db: Database) {}

  /** @param actor name of the key, or of the person at the desk; @param object id of what was acted on */
  async record(
    partnerId: string | null,
    actor: string,
    action: string,
    object: string,
  ): Promise<void> {
    const request = currentRequest();
    const { requestId = null, source = null, changes = null } = request ?? {};
    const values = [uuidv7(), partnerId, actor, action, object, requestId, source, changes];
    await this.db.query(RECORD, values);
    if (request) request.isAudited = true;
  }
}
