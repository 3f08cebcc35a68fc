import { Injectable } from '@nestjs/common';
import { Partners } from '../../partners/index.js';
import { SingleSignOn } from '../../staff/index.js';
import { STAFF_LOG_IN } from '../layout/desk-context.js';

/** Where the staff of a partner log in. */
export interface ProviderPlace {
  readonly partnerId: string;
  readonly slug: string;
  readonly partnerName: string;
  /** Of the issuer: where people will find themselves. */
  readonly host: string;
}

/** The page of a partner's provider. */
export const placePath = (slug: string): string => `${STAFF_LOG_IN}/${slug}`;

/** Finds providers by what people know of their partner: its short name, which is no secret and says nothing of people. */
@Injectable()
export class ProviderPlaces {
  constructor(
    private readonly partners: Partners,
    private readonly signOn: SingleSignOn,
  ) {}

  /** Undefined for a partner without a provider, as for none. */
  async find(slug: string): Promise<ProviderPlace | undefined> {
    const partner = await this.partners.findBySlug(slug.toLowerCase());
    const issuer = partner && (await this.signOn.issuerOf(partner.id));
    if (!partner || issuer === undefined) return undefined;
    const { id: partnerId, name: partnerName, slug: own } = partner;
    return { partnerId, slug: own, partnerName, host: new URL(issuer).host };
  }

  async ofPartner(partnerId: string): Promise<ProviderPlace | undefined> {
    return this.find((await this.partners.get(partnerId)).slug);
  }
}
