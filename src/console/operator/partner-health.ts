import type { ConsolePage } from '../frame/console-page.js';
import type { Tone } from '../frame/list.js';

/** How a partner is, as the administration API shows it. */
export interface ShownPartner {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly createdAt: string;
  readonly gyms: number;
  readonly lastCheckInAt: string | null;
  readonly openAlerts: number;
  readonly checkInsAtRisk: number;
  readonly wellhub: {
    readonly state: 'OK' | 'NOT_CONNECTED' | 'CREDENTIALS_REFUSED' | 'UNREACHABLE';
    readonly refusedGyms: number;
    readonly unansweredCheckIns: number;
  };
  readonly webhookSubscriptions: { readonly disabled: number; readonly failing: number };
}

export interface ShownPartners {
  readonly items: readonly ShownPartner[];
  readonly nextCursor: string | null;
}

export const OPERATOR = '/console/operator';

export const WELLHUB_TONES: Record<ShownPartner['wellhub']['state'], Tone> = {
  OK: 'good',
  NOT_CONNECTED: 'off',
  CREDENTIALS_REFUSED: 'bad',
  UNREACHABLE: 'bad',
};

/** One partner among those whose short address holds its own. */
export async function findHealth(page: ConsolePage, slug: string, id: string) {
  for (let cursor: string | null | undefined; cursor !== null;) {
    const query = { q: slug, limit: 200, cursor };
    const found: ShownPartners = await page.get('installation/partners', query);
    const own = found.items.find((partner) => partner.id === id);
    if (own) return own;
    cursor = found.nextCursor;
  }
  return undefined;
}
