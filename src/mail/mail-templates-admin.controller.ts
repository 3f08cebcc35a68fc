import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Post,
  Put,
  Query,
  type PipeTransform,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../platform/http/entity-tags.js';
import { Repeatable } from '../platform/http/shown-once.js';
import { MailTemplateErrors } from './mail.errors.js';
import { PreviewMailDto, MailPreviewQuery } from './dto/mail-preview.dto.js';
import { MailDto, MailTemplateDto, PutMailTemplateDto } from './dto/mail-template.dto.js';
import { MailPreviews } from './mail-previews.js';
import { isMailName, MAIL_NAMES, type MailName } from './mail-samples.js';
import { TestMails } from './test-mails.js';
import { PartnerTemplates } from './partner-templates.js';
import type { PartnerTemplate } from './partner-templates.repository.js';
import { isTemplateName, type TemplateName } from './mail-template-placeholders.js';

const TEMPLATE: PipeTransform<string, TemplateName> = {
  transform(name) {
    if (!isTemplateName(name)) throw new DomainError(MailTemplateErrors.notFound);
    return name;
  },
};

const MAIL: PipeTransform<string, MailName> = {
  transform(name) {
    if (!isMailName(name)) throw new DomainError(MailTemplateErrors.notFound);
    return name;
  },
};

const requestOf = (name: MailName, body: PreviewMailDto) => ({
  name,
  language: body.language,
  draft: body.draft(),
});

/** `admin-api.md`, mail templates: two mails in a partner's own words, and what all of them look like. */
@ApiTags('Mail templates')
@Controller('admin/v1/partners/:partnerId/mail-templates')
export class MailTemplatesAdminController {
  constructor(
    private readonly templates: PartnerTemplates,
    private readonly partners: Partners,
    private readonly previews: MailPreviews,
    private readonly tests: TestMails,
  ) {}

  /** Every mail that people get, and whose words it has. */
  @Get()
  @Requires('PARTNER_ADMIN')
  async list(@Tenant() partnerId: string) {
    await this.partners.get(partnerId);
    const own = await this.templates.list(partnerId);
    const items = MAIL_NAMES.map((name) => MailDto.from(name, own));
    return { items, nextCursor: null };
  }

  @Get(':name')
  @Requires('PARTNER_ADMIN')
  async get(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return tags.add(MailTemplateDto.from(await this.templates.get(partnerId, name)));
  }

  @Put(':name')
  @Requires('PARTNER_ADMIN')
  async put(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
    @EntityTagsOf() tags: EntityTags,
    @Body() content: PutMailTemplateDto,
  ) {
    await this.partners.get(partnerId);
    const isExpected = (present: PartnerTemplate | undefined) =>
      tags.check(present && MailTemplateDto.from(present));
    const row = await this.templates.put(partnerId, name, { content, isExpected });
    return tags.add(MailTemplateDto.from(row));
  }

  @Delete(':name')
  @HttpCode(204)
  @Requires('PARTNER_ADMIN')
  async remove(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
  ): Promise<void> {
    await this.templates.remove(partnerId, name);
  }

  /** With example values, as it would be sent today. */
  @Get(':name/preview')
  @Requires('PARTNER_ADMIN')
  show(
    @Tenant() partnerId: string,
    @Param('name', MAIL) name: MailName,
    @Query() { language }: MailPreviewQuery,
  ) {
    return this.previews.render(partnerId, { name, language });
  }

  /** The same, also of a draft that is not stored; nothing is sent. */
  @Post(':name/preview')
  @HttpCode(200)
  @Repeatable()
  @Requires('PARTNER_ADMIN')
  preview(
    @Tenant() partnerId: string,
    @Param('name', MAIL) name: MailName,
    @Body() body: PreviewMailDto,
  ) {
    return this.previews.render(partnerId, requestOf(name, body));
  }

  /** Sends it to the caller's own address; of a key to the partner's `supportEmail`. */
  @Post(':name/test-mail')
  @HttpCode(200)
  @Requires('PARTNER_ADMIN')
  async sendTest(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('name', MAIL) name: MailName,
    @Body() body: PreviewMailDto,
  ) {
    return { to: await this.tests.send(partnerId, caller, requestOf(name, body)) };
  }
}
