import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DomainError } from '../../platform/errors/domain-error.js';
import type { Partner } from './partner.js';
import { PartnerErrors, TestEnvironmentErrors } from './partners.errors.js';
import { Partners } from './partners.js';

const LONGEST_NAME = 200;
const LONGEST_SLUG = 60;
const NAME_MARK = ' (test)';

const CLASHES = [PartnerErrors.slugTaken, TestEnvironmentErrors.exists];

export interface EnsuredTestEnvironment {
  readonly partner: Partner;
  readonly isNew: boolean;
}

/** A second tenant of a partner, for trying: nothing in it is seen, counted or admitted in the live one (ADR 0044). */
@Injectable()
export class TestEnvironments {
  constructor(private readonly partners: Partners) {}

  /** @param id of the partner, or of its test environment. @throws partner.not-found, test-environment.not-found */
  async of(id: string): Promise<Partner> {
    const partner = await this.partners.getFresh(id);
    const found = partner.environment === 'test' ? partner : await this.partners.findTestOf(id);
    if (!found) throw new DomainError(TestEnvironmentErrors.notFound);
    return found;
  }

  /**
   * What happened there is deleted in the background: people, check-ins, visits, codes, events. What was set up stays.
   *
   * @throws partner.not-found, test-environment.not-found
   */
  async wipe(id: string): Promise<Partner> {
    const { id: testId } = await this.of(id);
    const row = await this.partners.requestWipe(testId);
    if (!row) throw new DomainError(TestEnvironmentErrors.notFound);
    return row;
  }

  /** The one that is there, or a new one. @throws partner.not-found, test-environment.is-test */
  async ensure(id: string): Promise<EnsuredTestEnvironment> {
    const live = await this.partners.get(id);
    if (live.environment === 'test') throw new DomainError(TestEnvironmentErrors.isTest);
    const found = await this.partners.findTestOf(id);
    if (found) return { partner: found, isNew: false };
    try {
      return { partner: await this.create(live, slugOf(live)), isNew: true };
    } catch (error) {
      if (!(error instanceof DomainError) || !CLASHES.some((clash) => error.is(clash))) throw error;
    }
    // A parallel call was faster, or another partner has the slug.
    const theirs = await this.partners.findTestOf(id);
    if (theirs) return { partner: theirs, isNew: false };
    return { partner: await this.create(live, otherSlugOf(live)), isNew: true };
  }

  /** What people see of it is as in the live one; where people sign up, and what is reported, is set anew. */
  private create(live: Partner, slug: string): Promise<Partner> {
    const { accentColor, textColor, shortName } = live.brand;
    const settings = {
      timeZone: live.timeZone,
      locale: live.locale,
      multiOffer: live.multiOffer,
      usageEventTypes: live.usageEventTypes,
      defaultMailTemplates: live.defaultMailTemplates,
      supportEmail: live.supportEmail,
      termsUrl: live.termsUrl,
      termsVersion: live.termsVersion,
      privacyUrl: live.privacyUrl,
      privacyVersion: live.privacyVersion,
    };
    return this.partners.create(
      {
        name: live.name.slice(0, LONGEST_NAME - NAME_MARK.length) + NAME_MARK,
        slug,
        ...settings,
        brand: { accentColor, textColor, shortName },
      },
      { environment: 'test', livePartnerId: live.id },
    );
  }
}

const shortened = (slug: string, tail: string): string =>
  slug.slice(0, LONGEST_SLUG - tail.length) + tail;
const slugOf = ({ slug }: Partner): string => shortened(slug, '-test');
const otherSlugOf = ({ slug }: Partner): string =>
  shortened(slug, `-test-${randomBytes(4).toString('hex')}`);
