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
import { PartnerErrors, Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { CallerOf, Requires, Tenant, type Caller } from '../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../platform/http/entity-tags.js';
import { Operation, pagesOf } from '../platform/http/operation.js';
import type { Page } from '../platform/http/paging.js';
import { Repeatable } from '../platform/http/shown-once.js';
import { MailErrors, MailTemplateErrors } from './mail.errors.js';
import { MailPreviewDto, TestMailDto } from './dto/mail-answers.dto.js';
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

  @Operation('mailTemplates.list', {
    summary: 'List every mail that people get, and whose words it has',
    description: 'One page holds all.',
    answer: pagesOf(MailDto),
    errors: [PartnerErrors.notFound],
  })
  @Get()
  @Requires('PARTNER_ADMIN')
  async list(@Tenant() partnerId: string): Promise<Page<MailDto>> {
    await this.partners.get(partnerId);
    const own = await this.templates.list(partnerId);
    const items = MAIL_NAMES.map((name) => MailDto.from(name, own));
    return { items, nextCursor: null };
  }

  @Operation('mailTemplates.get', {
    summary: 'Read a mail in the partner’s own words',
    description:
      '404 where the partner has none of its own: then ours is sent, unless `defaultMailTemplates` is false.',
    answer: MailTemplateDto,
    errors: [MailTemplateErrors.notFound],
  })
  @Get(':name')
  @Requires('PARTNER_ADMIN')
  async get(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
    @EntityTagsOf() tags: EntityTags,
  ) {
    return tags.add(MailTemplateDto.from(await this.templates.get(partnerId, name)));
  }

  @Operation('mailTemplates.replace', {
    summary: 'Put a mail into the partner’s own words',
    description: 'Values stand in braces: `{link}`. What a mail needs must be there.',
    answer: MailTemplateDto,
    errors: [PartnerErrors.notFound, MailTemplateErrors.notFound],
  })
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

  @Operation('mailTemplates.delete', {
    summary: 'Send a mail in our words again',
    description:
      'Where the partner has `defaultMailTemplates: false`, that mail is not sent at all from now on.',
    errors: [MailTemplateErrors.notFound],
  })
  @Delete(':name')
  @HttpCode(204)
  @Requires('PARTNER_ADMIN')
  async remove(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
  ): Promise<void> {
    await this.templates.remove(partnerId, name);
  }

  @Operation('mailTemplates.getPreview', {
    summary: 'Show a mail with example values, as it would be sent today',
    description:
      '`source` says whose words it has: `OWN` of the partner, or `DEFAULT`. Nothing is sent.',
    answer: MailPreviewDto,
    errors: [PartnerErrors.notFound, MailTemplateErrors.notFound],
  })
  @Get(':name/preview')
  @Requires('PARTNER_ADMIN')
  show(
    @Tenant() partnerId: string,
    @Param('name', MAIL) name: MailName,
    @Query() { language }: MailPreviewQuery,
  ) {
    return this.previews.render(partnerId, { name, language });
  }

  @Operation('mailTemplates.preview', {
    summary: 'Show a draft with example values',
    description: 'Nothing is stored or sent. Without a draft: as it would be sent today.',
    answer: MailPreviewDto,
    errors: [PartnerErrors.notFound, MailTemplateErrors.notFound],
  })
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

  @Operation('mailTemplates.sendTest', {
    summary: 'Send a mail to your own address',
    description: 'Of a key: to the `supportEmail` of the partner.',
    answer: TestMailDto,
    errors: [
      PartnerErrors.notFound,
      MailTemplateErrors.notFound,
      MailTemplateErrors.noRecipient,
      MailTemplateErrors.tooManyTests,
      MailErrors.notSetUp,
      MailErrors.notAccepted,
    ],
  })
  @Post(':name/test-mail')
  @HttpCode(200)
  @Requires('PARTNER_ADMIN')
  async sendTest(
    @Tenant() partnerId: string,
    @CallerOf() caller: Caller,
    @Param('name', MAIL) name: MailName,
    @Body() body: PreviewMailDto,
  ): Promise<TestMailDto> {
    return { to: await this.tests.send(partnerId, caller, requestOf(name, body)) };
  }
}
