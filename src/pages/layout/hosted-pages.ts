import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { chooseWords, wishedLanguage } from '../words/choose-words.js';
import type { PageContext, PageRules } from './page-context.js';
import { HostedPageErrors } from './pages.errors.js';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

/** Opens the pages of the partner that the address names, in a language that the person reads. */
@Injectable()
export class HostedPages {
  private readonly rules: PageRules;

  constructor(
    private readonly partners: Partners,
    settings: Settings,
  ) {
    this.rules = {
      passwordMinimum: settings.passwordMinLength,
      emailLinkMinutes: settings.resetTokenMinutes,
    };
  }

  /** @throws hosted-page.not-found */
  async open(slug: string, request: FastifyRequest): Promise<PageContext> {
    const partner = SLUG.test(slug) ? await this.partners.findBySlug(slug) : undefined;
    if (!partner) throw new DomainError(HostedPageErrors.notFound);
    const wish = request.headers['accept-language'];
    const words = chooseWords(wish, partner.locale);
    return { partner, words, language: wishedLanguage(wish), rules: this.rules };
  }
}
