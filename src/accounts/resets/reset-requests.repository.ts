import { Injectable } from '@nestjs/common';
import { uuidv7 } from '../../platform/crypto/uuid.js';
import { Database, type Queries } from '../../platform/database/database.js';

/** A request for a new password: the address, the network it came from, and the language of the page. */
export interface ResetRequest {
  readonly emailKey: string;
  readonly source: string;
  readonly language: string | null;
}

const INSERT = {
  name: 'reset-requests.insert',
  text: `insert into password_reset_requests (partner_id, id, email_key, source, language)
    values ($1, $2, $3, $4, $5)`,
};
/** Whose template the next mail needs: read before the transaction, which holds one connection and takes no other. */
const FIND_NEXT_PARTNER = {
  name: 'reset-requests.find-next-partner',
  text: `select partner_id as "partnerId" from password_reset_requests
    order by created_at limit 1 for update skip locked`,
};
/** Since when the oldest request waits. */
export const REQUESTED_SINCE_SQL =
  'select created_at from password_reset_requests order by created_at limit 1';
/** The oldest of a partner, and with it all that are the same. */
const TAKE = {
  name: 'reset-requests.take',
  text: `with oldest as (
      select partner_id, email_key, source, language from password_reset_requests
      where partner_id = $1 order by created_at limit 1 for update skip locked
    ), same as (
      select r.partner_id, r.id from password_reset_requests r
      join oldest using (partner_id, email_key, source) for update of r skip locked
    ), gone as (
      delete from password_reset_requests r using same
      where r.partner_id = same.partner_id and r.id = same.id returning 1
    )
    select email_key as "emailKey", source, language from oldest
    where (select count(*) from gone) > 0`,
};

/** The rows of `password_reset_requests`. */
@Injectable()
export class ResetRequestsRepository {
  constructor(private readonly db: Database) {}

  async insert(partnerId: string, { emailKey, source, language }: ResetRequest): Promise<void> {
    await this.db.query(INSERT, [partnerId, uuidv7(), emailKey, source, language]);
  }

  async findNextPartner(): Promise<string | undefined> {
    return (await this.db.query<{ partnerId: string }>(FIND_NEXT_PARTNER, []))[0]?.partnerId;
  }

  async take(queries: Queries, partnerId: string): Promise<ResetRequest | undefined> {
    return (await queries.query<ResetRequest & object>(TAKE, [partnerId]))[0];
  }
}
