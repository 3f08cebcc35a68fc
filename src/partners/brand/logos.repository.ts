import { Injectable } from '@nestjs/common';
import { Database, type Queries } from '../../platform/database/database.js';
import type { Logo } from '../partners/brand.js';
import type { BrandedPartner } from '../partners/partner.js';

export interface LogoFile {
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface StoredLogo extends LogoFile {
  readonly version: string;
}

const FIND = {
  name: 'partner-logos.find',
  text: `select l.media_type as "mediaType", l.bytes, p.brand_logo->>'version' as version
    from partner_logos l join partners p on p.id = l.partner_id where l.partner_id = $1 and p.deleted_at is null`,
};
const PUT = {
  name: 'partner-logos.put',
  text: `insert into partner_logos (partner_id, media_type, bytes) values ($1, $2, $3)
    on conflict (partner_id) do update set media_type = excluded.media_type, bytes = excluded.bytes`,
};
const REMOVE = {
  name: 'partner-logos.remove',
  text: 'delete from partner_logos where partner_id = $1 returning partner_id',
};
const LOCK = {
  name: 'partners.lock-brand',
  text: `select slug, json_build_object('accentColor', brand_accent_color, 'textColor', brand_text_color,
      'shortName', brand_short_name, 'logo', brand_logo) as brand
    from partners where id = $1 and deleted_at is null for no key update`,
};
const SHOW = {
  name: 'partners.show-logo',
  text: 'update partners set brand_logo = $2 where id = $1 and deleted_at is null returning id',
};

/** The rows of `partner_logos`, each with what its partner shows of it. */
@Injectable()
export class LogosRepository {
  constructor(private readonly db: Database) {}

  async find(partnerId: string): Promise<StoredLogo | undefined> {
    return (await this.db.query<StoredLogo & object>(FIND, [partnerId]))[0];
  }

  /** What is shown of the partner, locked until the commit. */
  async lock(queries: Queries, partnerId: string): Promise<BrandedPartner | undefined> {
    return (await queries.query<BrandedPartner & object>(LOCK, [partnerId]))[0];
  }

  async put(queries: Queries, partnerId: string, logo: LogoFile): Promise<void> {
    await queries.query(PUT, [partnerId, logo.mediaType, logo.bytes]);
  }

  /** False when there was none. */
  async remove(queries: Queries, partnerId: string): Promise<boolean> {
    return (await queries.query(REMOVE, [partnerId])).length > 0;
  }

  /** False when there is no such partner. */
  async show(queries: Queries, partnerId: string, logo: Logo | null): Promise<boolean> {
    const shown = logo && JSON.stringify(logo);
    return (await queries.query(SHOW, [partnerId, shown])).length > 0;
  }
}
