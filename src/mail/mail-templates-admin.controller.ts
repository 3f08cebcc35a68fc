import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  Param,
  Put,
  type PipeTransform,
} from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Partners } from '../partners/index.js';
import { DomainError } from '../platform/errors/domain-error.js';
import { Requires, Tenant } from '../platform/http/declarations.js';
import { MailTemplateErrors } from './mail.errors.js';
import { MailTemplateDto, PutMailTemplateDto } from './dto/mail-template.dto.js';
import { PartnerTemplates } from './partner-templates.js';
import { isTemplateName, type TemplateName } from './mail-template-placeholders.js';

const TEMPLATE: PipeTransform<string, TemplateName> = {
  transform(name) {
    if (!isTemplateName(name)) throw new DomainError(MailTemplateErrors.notFound);
    return name;
  },
};

/** `admin-api.md`, mail templates: `password-reset` and `password-changed` in a partner's own words. */
@ApiTags('Mail templates')
@Controller('admin/v1/partners/:partnerId/mail-templates/:name')
export class MailTemplatesAdminController {
  constructor(
    private readonly templates: PartnerTemplates,
    private readonly partners: Partners,
  ) {}

  @Get()
  @Requires('PARTNER_ADMIN')
  async get(@Tenant() partnerId: string, @Param('name', TEMPLATE) name: TemplateName) {
    return MailTemplateDto.from(await this.templates.get(partnerId, name));
  }

  @Put()
  @Requires('PARTNER_ADMIN')
  async put(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
    @Body() body: PutMailTemplateDto,
  ) {
    await this.partners.get(partnerId);
    return MailTemplateDto.from(await this.templates.put(partnerId, name, body));
  }

  @Delete()
  @HttpCode(204)
  @Requires('PARTNER_ADMIN')
  async remove(
    @Tenant() partnerId: string,
    @Param('name', TEMPLATE) name: TemplateName,
  ): Promise<void> {
    await this.templates.remove(partnerId, name);
  }
}
