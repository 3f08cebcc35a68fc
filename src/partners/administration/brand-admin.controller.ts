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

/** How the partner's hosted pages and mails look. */
@ApiTags('Brand')
@Controller('admin/v1/partners/:partnerId/brand')
export class BrandAdminController {
  constructor(
    private readonly brands: Brands,
    private readonly partners: Partners,
    private readonly settings: Settings,
  ) {}

  @Get()
  @Requires('PARTNER_ADMIN')
  async get(@Tenant() partnerId: string, @EntityTagsOf() tags: EntityTags) {
    return tags.add(this.shown(await this.partners.get(partnerId)));
  }

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

  /** The body is the picture; its type is read from its bytes. */
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
