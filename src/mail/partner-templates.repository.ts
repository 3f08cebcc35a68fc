import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import type { MailContent } from './mail-templates.js';
import type { TemplateName } from './mail-template-placeholders.js';

/** A partner's own words for one mail. */
export interface PartnerTemplate extends MailContent {
  readonly name: TemplateName;
  readonly updatedAt: Date;
}
export type OwnTemplate = Pick<PartnerTemplate, 'name' | 'updatedAt'>;
type Row = PartnerTemplate & Record<string, unknown>;

const COLUMNS = 'name, subject, text, html, updated_at as "updatedAt"';
const FIND = {
  name: 'mail-templates.find',
  text: `select ${COLUMNS} from mail_templates where partner_id = $1 and name = $2`,
};
const LIST = {
  name: 'mail-templates.list',
  text: 'select name, updated_at as "updatedAt" from mail_templates where partner_id = $1',
};
const PUT = {
  name: 'mail-templates.put',
  text: `insert into mail_templates (partner_id, name, subject, text, html) values ($1, $2, $3, $4, $5)
    on conflict (partner_id, name) do update set subject = excluded.subject, text = excluded.text,
      html = excluded.html, updated_at = clock_timestamp()
    returning ${COLUMNS}`,
};
/** Until the commit: also where there is no row yet. */
const LOCK = {
  name: 'mail-templates.lock',
  text: 'select pg_advisory_xact_lock(hashtextextended($1 || $2, 12))::text',
};
const REMOVE = {
  name: 'mail-templates.remove',
  text: 'delete from mail_templates where partner_id = $1 and name = $2 returning name',
};

/** The rows of `mail_templates`. */
@Injectable()
export class PartnerTemplatesRepository {
  constructor(private readonly db: Database) {}

  async find(
    partnerId: string,
    name: TemplateName,
    queries: Queries = this.db,
  ): Promise<PartnerTemplate | undefined> {
    return (await queries.query<Row>(FIND, [partnerId, name]))[0];
  }

  list(partnerId: string): Promise<OwnTemplate[]> {
    return this.db.query<OwnTemplate & object>(LIST, [partnerId]);
  }

  /** One change of a template at a time. */
  async lock(tx: Queries, partnerId: string, name: TemplateName): Promise<void> {
    await tx.query(LOCK, [partnerId, name]);
  }

  async put(
    tx: Queries,
    partnerId: string,
    name: TemplateName,
    { subject, text, html }: MailContent,
  ): Promise<PartnerTemplate> {
    const [row] = await tx.query<Row>(PUT, [partnerId, name, subject, text, html]);
    if (!row) throw new Error('the mail template was not returned');
    return row;
  }

  /** @returns false when there was none */
  async remove(partnerId: string, name: TemplateName): Promise<boolean> {
    return (await this.db.query(REMOVE, [partnerId, name])).length > 0;
  }
}
