import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import { Settings } from '../../platform/config/settings.js';
import { Takes } from '../../platform/http/body-kinds.js';
import { FileBody } from '../../platform/http/body-parsers.js';
import { Requires, Tenant } from '../../platform/http/declarations.js';
import { EntityTags, EntityTagsOf } from '../../platform/http/entity-tags.js';
import { BrandDto, PutBrandDto } from '../brand/brand.dto.js';
import { Brands } from '../brand/brands.js';
import type { BrandedPartner } from '../partners/partner.js';
import { Partners } from '../partners/partners.js';
import { Operation } from '../../platform/http/operation.js';
import { BrandErrors } from '../partners/partners.errors.js';

/** How the partner's hosted pages and mails look. */
@ApiTags('Brand')
@Controller('admin/v1/partners/:partnerId/brand')
export class BrandAdminController {
  constructor(
    private readonly brands: Brands,
    private readonly partners: Partners,
    private readonly settings: Settings,
  ) {}

  @Operation('brands.get', {
    summary: 'Get how the pages and mails of a partner look',
    description:
      '`contrast` is that of the text on the accent colour by WCAG 2.2. A partner that has chosen nothing has our colours.',
    answer: BrandDto,
  })
  @Get()
  @Requires('PARTNER_ADMIN')
  async get(@Tenant() partnerId: string, @EntityTagsOf() tags: EntityTags) {
    return tags.add(this.shown(await this.partners.get(partnerId)));
  }

  @Operation('brands.replace', {
    summary: 'Set colours and short name of a partner',
    description:
      'What is absent or null becomes ours again; the logo stays. A colour on which the text cannot be read is refused with the contrast that it has.',
    answer: BrandDto,
  })
  @Put()
  @Requires('PARTNER_ADMIN')
  async put(
    @Tenant() partnerId: string,
    @EntityTagsOf() tags: EntityTags,
    @Body() { accentColor = null, textColor = 'WHITE', shortName = null }: PutBrandDto,
  ) {
    const isExpected = (present: BrandedPartner) => tags.check(this.shown(present));
    const brand = { accentColor, textColor, shortName };
    return tags.add(this.shown(await this.brands.put(partnerId, brand, isExpected)));
  }

  @Operation('brands.putLogo', {
    summary: 'Set the logo of a partner',
    description:
      'The body is the picture: a PNG or JPEG by content, at most 512 KiB, 16 to 2,000 pixels a side.',
    answer: BrandDto,
    errors: [BrandErrors.logoUnsupported, BrandErrors.logoTooLarge],
  })
  @Put('logo')
  @Takes('file')
  @Requires('PARTNER_ADMIN')
  @ApiConsumes('image/png', 'image/jpeg')
  @ApiBody({ schema: { type: 'string', format: 'binary' } })
  async putLogo(
    @Tenant() partnerId: string,
    @EntityTagsOf() tags: EntityTags,
    @Body() body: unknown,
  ) {
    const bytes = body instanceof FileBody ? body.bytes : Buffer.alloc(0);
    const isExpected = (present: BrandedPartner) => tags.check(this.shown(present));
    return tags.add(this.shown(await this.brands.putLogo(partnerId, bytes, isExpected)));
  }

  @Operation('brands.deleteLogo', {
    summary: 'Remove the logo of a partner',
    description: 'Pages and mails show the name in its place.',
    errors: [BrandErrors.noLogo],
  })
  @Delete('logo')
  @HttpCode(204)
  @Requires('PARTNER_ADMIN')
  async removeLogo(@Tenant() partnerId: string): Promise<void> {
    await this.brands.removeLogo(partnerId);
  }

  private shown(partner: BrandedPartner) {
    return BrandDto.from(partner, this.settings.publicUrl);
  }
}
