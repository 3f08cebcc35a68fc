import { Injectable, type PipeTransform } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Partners } from '../../partners/index.js';
import { Settings } from '../../platform/config/settings.js';
import { DomainError } from '../../platform/errors/domain-error.js';
import { chooseWords, wishedLanguage } from '../words/choose-words.js';
import type { PageRules } from './page-context.js';
import { PageRequest } from './page-request.js';
import { HostedPageErrors } from './pages.errors.js';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/;

export interface HttpExchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Finds the partner that the URL names and the language of the page. */
@Injectable()
export class HostedPages implements PipeTransform<HttpExchange, Promise<PageRequest>> {
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
  async transform({ request, reply }: HttpExchange): Promise<PageRequest> {
    const { slug = '' } = request.params as { slug?: string };
    const partner = SLUG.test(slug) ? await this.partners.findBySlug(slug) : undefined;
    if (!partner) throw new DomainError(HostedPageErrors.notFound);
    const accepted = request.headers['accept-language'];
    const words = chooseWords(accepted, partner.locale);
    const language = wishedLanguage(accepted);
    return new PageRequest({ partner, words, language, rules: this.rules }, request, reply);
  }
}
