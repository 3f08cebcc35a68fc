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

export const ALERTS = '/console/alerts';

/** Where something can be done about it, by the beginning of its code; the first that fits. */
const PLACES: readonly (readonly [string, SectionName])[] = [
  ['wellhub.invalid-event', 'developers'],
  ['wellhub.webhooks-refused', 'developers'],
  ['wellhub.', 'settings'],
  ['account.', 'members'],
  ['check-in.', 'checkIns'],
  ['gate.', 'doors'],
  ['booking.', 'bookings'],
  ['usage.', 'settings'],
  ['gym.', 'settings'],
  ['secrets.', 'settings'],
  ['delivery.', 'developers'],
  ['subscription.', 'developers'],
];

export const sectionFor = ({ code }: ShownAlert): SectionName | undefined =>
  PLACES.find(([start]) => code.startsWith(start))?.[1];
