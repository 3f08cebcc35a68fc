import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { invalid } from '../../platform/errors/request-errors.js';
import type { TextColor } from '../partners/brand.js';
import type { BrandedPartner, Partner } from '../partners/partner.js';
import { BrandErrors, PartnerErrors } from '../partners/partners.errors.js';
import { Partners } from '../partners/partners.js';
import { contrastOf, LEAST_CONTRAST, shownContrast, TEXT } from './contrast.js';
import { readLogo } from './logo-rules.js';
import { LogosRepository, type StoredLogo } from './logos.repository.js';

export interface BrandValues {
  readonly accentColor: string | null;
  readonly textColor: TextColor;
  readonly shortName: string | null;
}

/** Throws where the caller saw another brand. */
type BrandCheck = (present: BrandedPartner) => void;

/** How a partner's pages and mails look. */
@Injectable()
export class Brands {
  constructor(
    private readonly db: Database,
    private readonly partners: Partners,
    private readonly logos: LogosRepository,
  ) {}

  /** The logo stays as it is. @throws request.invalid for text that could not be read on the colour, partner.not-found */
  put(partnerId: string, brand: BrandValues, isExpected: BrandCheck): Promise<Partner> {
    refuseFaint(brand);
    return this.partners.change(partnerId, { brand }, isExpected);
  }

  /** @throws request.invalid, brand.logo-unsupported, brand.logo-too-large, partner.not-found, and what `isExpected` throws */
  async putLogo(partnerId: string, bytes: Buffer, isExpected: BrandCheck): Promise<Partner> {
    const logo = readLogo(bytes);
    await this.db.transaction(async (tx) => {
      const present = await this.logos.lock(tx, partnerId);
      if (!present) throw new DomainError(PartnerErrors.notFound);
      isExpected(present);
      await this.logos.show(tx, partnerId, logo);
      await this.logos.put(tx, partnerId, { mediaType: logo.mediaType, bytes });
    });
    this.partners.forget(partnerId);
    return this.partners.get(partnerId);
  }

  /** @throws brand.no-logo */
  async removeLogo(partnerId: string): Promise<void> {
    await this.db.transaction(async (tx) => {
      await this.logos.show(tx, partnerId, null);
      if (!(await this.logos.remove(tx, partnerId))) throw new DomainError(BrandErrors.noLogo);
    });
    this.partners.forget(partnerId);
  }

  findLogo(partnerId: string): Promise<StoredLogo | undefined> {
    return this.logos.find(partnerId);
  }
}

function refuseFaint({ accentColor, textColor }: BrandValues): void {
  if (accentColor === null) return;
  const ratio = contrastOf(accentColor, TEXT[textColor]);
  if (ratio >= LEAST_CONTRAST) return;
  const other = textColor === 'WHITE' ? 'BLACK' : 'WHITE';
  const better = shownContrast(contrastOf(accentColor, TEXT[other]));
  throw invalid({
    path: 'accentColor',
    detail: `${NAMES[textColor]} text on ${accentColor} has a contrast of ${shownContrast(ratio)}:1, and people need at least ${LEAST_CONTRAST}:1 to read it. Choose a ${textColor === 'WHITE' ? 'darker' : 'lighter'} colour, or textColor ${other} (${better}:1)`,
  });
}

const NAMES: Record<TextColor, string> = { WHITE: 'white', BLACK: 'black' };
