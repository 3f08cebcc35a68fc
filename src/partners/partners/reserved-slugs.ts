import { Injectable } from '@nestjs/common';
import { StartProblem } from '../../platform/config/start-problem.js';
import { PartnersRepository } from './partners.repository.js';

/** Addresses of ours that hosted pages, `/{slug}/…`, must not shadow. */
export const RESERVED_SLUGS = [
  'admin',
  'api',
  'aggregator',
  'assets',
  'cid',
  'console',
  'docs',
  'health',
  'kiosk',
  'metrics',
  'open-api',
  'phone',
  'sandbox',
  'simulator',
  'v1',
  'wellhub',
] as const;

/** A later version may need an address that a partner has as its slug: it keeps it, and the start fails until it is changed. */
@Injectable()
export class ReservedSlugs {
  constructor(private readonly partners: PartnersRepository) {}

  /** @throws StartProblem */
  async check(): Promise<void> {
    const [taken] = await this.partners.withSlugs(RESERVED_SLUGS);
    if (!taken) return;
    const { id, name, slug } = taken;
    throw new StartProblem(
      `The partner "${name}" (${id}) has the slug "${slug}", which this version needs for addresses of its own (/${slug}/…). ` +
        `Start the version before, change it with PATCH /admin/v1/partners/${id} {"slug": "…"}, tell the partner its new addresses, and start this version again.`,
    );
  }
}
