import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Partners, WellhubHooks } from '../../partners/index.js';
import { FreshCache } from '../../platform/cache/fresh-cache.js';

const NO_HOOK = '';

/** The paths without a hook stand for the partner's while the deployment has exactly one partner (`wellhub.md` 4.1). */
@Injectable()
export class OnlyPartnerHook implements OnApplicationBootstrap {
  private readonly known = new FreshCache<'only', string>({
    load: () => this.load(),
    freshMs: 2_000,
    keepMs: Infinity,
    patienceMs: 150,
  });

  constructor(
    private readonly partners: Partners,
    private readonly hooks: WellhubHooks,
  ) {}

  /** Known from the start, so that it is known while storage is away. */
  async onApplicationBootstrap(): Promise<void> {
    await this.name().catch(() => undefined);
  }

  /** A hook's name; one that nothing answers to when there is no single partner. */
  async name(): Promise<string> {
    return (await this.known.getEvenStale('only')) ?? NO_HOOK;
  }

  private async load(): Promise<string | undefined> {
    const partner = await this.partners.findOnly();
    if (!partner) return undefined;
    const production = await this.hooks.find(partner.hookProduction);
    return production ? partner.hookProduction : partner.hookTest;
  }
}
