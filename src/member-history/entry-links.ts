import { mayRead } from '../partner-auth/index.js';
import type { Caller, Scope } from '../platform/http/declarations.js';
import type { HistoryRow } from './timeline.repository.js';

export type EntryLinks = Readonly<Record<string, string>>;

interface LinkRule {
  /** The scope of the linked route: a link that the caller could not follow is left out. */
  readonly scope: Scope;
  /** Undefined where the entry has none. */
  readonly path: (row: HistoryRow) => string | undefined;
}

const to =
  (folder: string, fact: string, tail = '') =>
  ({ facts }: HistoryRow): string | undefined => {
    const id = facts[fact];
    return id === undefined || id === null ? undefined : `/admin/v1/${folder}/${String(id)}${tail}`;
  };

const LINKS = {
  gym: {
    scope: 'STUDIO_READ',
    path: ({ gymId }) => (gymId ? `/admin/v1/gyms/${gymId}` : undefined),
  },
  checkIn: { scope: 'CHECKIN_READ', path: to('check-ins', 'checkInId') },
  booking: { scope: 'CHECKIN_READ', path: to('bookings', 'bookingId') },
  webhook: { scope: 'CHECKIN_READ', path: to('wellhub-events', 'webhookId') },
  event: { scope: 'WEBHOOK_READ', path: to('events', 'eventId') },
  device: { scope: 'DEVICE_READ', path: to('devices', 'deviceId') },
  delivery: { scope: 'WEBHOOK_READ', path: to('deliveries', 'deliveryId') },
  subscription: { scope: 'WEBHOOK_READ', path: to('webhook-subscriptions', 'subscriptionId') },
  body: {
    scope: 'PARTNER_ADMIN',
    path: (row) =>
      row.facts['hasBody'] === true ? to('wellhub-events', 'webhookId', '/body')(row) : undefined,
  },
  reconciliation: {
    scope: 'CHECKIN_READ',
    path: ({ kind, gymId, facts }) =>
      kind === 'reconciliation'
        ? `/admin/v1/gyms/${gymId}/reconciliation?month=${String(facts['month'])}`
        : undefined,
  },
} as const satisfies Readonly<Record<string, LinkRule>>;

export type EntryLinkName = keyof typeof LINKS;

/** Where the records behind an entry are. */
export function linksOf(self: string, row: HistoryRow, caller: Caller): EntryLinks {
  const found = Object.entries(LINKS).flatMap(([name, { scope, path }]) => {
    const address = mayRead(caller, scope) ? path(row) : undefined;
    return address === undefined ? [] : [[name, address] as const];
  });
  return { self, ...Object.fromEntries(found) };
}
