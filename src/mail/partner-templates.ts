import { Injectable } from '@nestjs/common';
import type { Letterhead } from '../partners/index.js';
import { Database, type Queries } from '../platform/database/database.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { fillTemplate, requireFillable, type TemplateName } from './mail-template-placeholders.js';
import type { MailContent } from './mail-templates.js';
import { MailTemplateErrors } from './mail.errors.js';
import {
  PartnerTemplatesRepository,
  type OwnTemplate,
  type PartnerTemplate,
} from './partner-templates.repository.js';

/** Fills in a partner's template; undefined when ours is to be used. */
export type TemplateFiller = (values: Readonly<Record<string, string>>) => MailContent | undefined;

interface CheckedContent {
  readonly content: MailContent;
  /** Throws where the caller saw other words, or none. */
  readonly isExpected: (present: PartnerTemplate | undefined) => void;
}

/** Mails with a partner's own text. */
@Injectable()
export class PartnerTemplates {
  constructor(
    private readonly db: Database,
    private readonly rows: PartnerTemplatesRepository,
  ) {}

  /** Undefined where the partner has no template of its own and does not want ours (`defaultMailTemplates: false`). */
  async findFiller(
    queries: Queries,
    partner: Letterhead,
    name: TemplateName,
  ): Promise<TemplateFiller | undefined> {
    const own = await this.rows.find(partner.id, name, queries);
    if (!own && !partner.defaultMailTemplates) return undefined;
    return (values) => own && fillTemplate(own, values);
  }

  /** When each of the partner's own was put last. */
  list(partnerId: string): Promise<OwnTemplate[]> {
    return this.rows.list(partnerId);
  }

  /** @throws mail-template.not-found when the partner has none of its own */
  async get(partnerId: string, name: TemplateName): Promise<PartnerTemplate> {
    const template = await this.rows.find(partnerId, name);
    if (!template) throw new DomainError(MailTemplateErrors.notFound);
    return template;
  }

  /** @throws request.invalid for placeholders that we cannot fill, and for a reset mail without its link, and what `isExpected` throws */
  async put(
    partnerId: string,
    name: TemplateName,
    { content, isExpected }: CheckedContent,
  ): Promise<PartnerTemplate> {
    const fillable = requireFillable(name, content);
    return this.db.transaction(async (tx) => {
      await this.rows.lock(tx, partnerId, name);
      isExpected(await this.rows.find(partnerId, name, tx));
      return this.rows.put(tx, partnerId, name, fillable);
    });
  }

  /** Ours is used again. @throws mail-template.not-found */
  async remove(partnerId: string, name: TemplateName): Promise<void> {
    if (!(await this.rows.remove(partnerId, name)))
      throw new DomainError(MailTemplateErrors.notFound);
  }
}
