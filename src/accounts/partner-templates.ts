import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { invalid } from '../platform/errors/request-errors.js';
import { MailTemplateErrors } from './accounts.errors.js';
import type { MailContent } from './mail-templates.js';
import { templateFaults, type TemplateName } from './mail-template-placeholders.js';

/** A partner's own words for one mail. */
export interface PartnerTemplate extends MailContent {
  readonly name: TemplateName;
  readonly updatedAt: Date;
}
type Row = PartnerTemplate & Record<string, unknown>;

const COLUMNS = 'name, subject, text, html, updated_at as "updatedAt"';
const FIND = {
  name: 'mail-templates.find',
  text: `select ${COLUMNS} from mail_templates where partner_id = $1 and name = $2`,
};
const PUT = {
  name: 'mail-templates.put',
  text: `insert into mail_templates (partner_id, name, subject, text, html) values ($1, $2, $3, $4, $5)
    on conflict (partner_id, name) do update set subject = excluded.subject, text = excluded.text,
      html = excluded.html, updated_at = clock_timestamp()
    returning ${COLUMNS}`,
};
const REMOVE = {
  name: 'mail-templates.remove',
  text: 'delete from mail_templates where partner_id = $1 and name = $2 returning name',
};

/** Owns mail_templates. */
@Injectable()
export class PartnerTemplates {
  constructor(private readonly db: Database) {}

  async find(
    queries: Queries,
    partnerId: string,
    name: TemplateName,
  ): Promise<PartnerTemplate | undefined> {
    return (await queries.query<Row>(FIND, [partnerId, name]))[0];
  }

  /** @throws mail-template.not-found when the partner has none of its own */
  async get(partnerId: string, name: TemplateName): Promise<PartnerTemplate> {
    const template = await this.find(this.db, partnerId, name);
    if (!template) throw new DomainError(MailTemplateErrors.notFound);
    return template;
  }

  /** @throws request.invalid for placeholders that we cannot fill, and for a reset mail without its link */
  async put(partnerId: string, name: TemplateName, content: MailContent): Promise<PartnerTemplate> {
    const faults = templateFaults(name, content);
    if (faults.length > 0) throw invalid(...faults);
    const { subject, text, html } = content;
    const [row] = await this.db.query<Row>(PUT, [partnerId, name, subject, text, html]);
    if (!row) throw new Error('the mail template was not returned');
    return row;
  }

  /** Ours is used again. @throws mail-template.not-found */
  async remove(partnerId: string, name: TemplateName): Promise<void> {
    const removed = await this.db.query(REMOVE, [partnerId, name]);
    if (removed.length === 0) throw new DomainError(MailTemplateErrors.notFound);
  }
}
