import type { ConsolePage } from '../frame/console-page.js';
import type { SectionName } from '../frame/frame-words.js';

/** As the administration API shows it. */
export interface ShownAlert {
  readonly id: string;
  readonly code: string;
  readonly object: string;
  readonly gymId: number | null;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly count: number;
  readonly detail: string;
  readonly closedAt: string | null;
}

export interface AlertsPage {
  readonly items: readonly ShownAlert[];
  readonly nextCursor: string | null;
}

/** Whose alerts the screens show: those of the partner at which one works, or those of the installation. */
export interface AlertsHouse {
  readonly isOperator: boolean;
  readonly section: SectionName;
  /** Of the screens. */
  readonly path: string;
  /** Of the API: all of them, and one. */
  readonly list: (page: ConsolePage) => string;
  readonly one: (id: string) => string;
}

export const PARTNER_ALERTS: AlertsHouse = {
  isOperator: false,
  section: 'alerts',
  path: '/console/alerts',
  list: ({ partnerId }) => `partners/${partnerId}/alerts`,
  one: (id) => `alerts/${encodeURIComponent(id)}`,
};

export const INSTALLATION_ALERTS: AlertsHouse = {
  isOperator: true,
  section: 'installationAlerts',
  path: '/console/operator/alerts',
  list: () => 'installation/alerts',
  one: (id) => `installation/alerts/${encodeURIComponent(id)}`,
};
