/** A room of the house: a folder of `src` with one subject. */
interface Room {
  readonly name: string;
  /** What it asks directly; it may also ask whatever those may ask. */
  readonly asks: readonly string[];
  /** Folders of a large room, lowest first: a folder imports only those before it. A room without folders is flat. */
  readonly folders?: readonly string[];
}

/**
 * The only graph this codebase may have, lowest room first: a room asks only rooms above it in this list.
 * `docs/architecture.md` draws it. Change it together with an ADR.
 */
export const ROOMS: readonly Room[] = [
  { name: 'platform', asks: [] },
  { name: 'wire', asks: ['platform'] },
  { name: 'api-docs', asks: ['platform'] },
  { name: 'wellhub', asks: ['platform'] },
  {
    name: 'partners',
    asks: ['wellhub'],
    folders: [
      'time-zones',
      'partners',
      'gyms',
      'wellhub-connections',
      'wellhub-setup',
      'administration',
    ],
  },
  { name: 'partner-auth', asks: ['partners'] },
  {
    name: 'event-webhooks',
    asks: ['partners'],
    folders: ['events', 'subscriptions', 'deliveries', 'outbox'],
  },
  {
    name: 'customers',
    asks: ['event-webhooks'],
    folders: [
      'people',
      'merge-and-erasure',
      'administration',
      'catalogue',
      'contracts',
      'restrictions',
      'consents',
      'files',
      'profiles',
      'personal-data',
    ],
  },
  { name: 'visits', asks: ['customers'] },
  { name: 'mail', asks: ['partners'] },
  {
    name: 'accounts',
    asks: ['customers', 'mail'],
    folders: ['accounts', 'passwords', 'log-in', 'resets', 'users-api', 'personal-data'],
  },
  { name: 'users-api', asks: ['accounts', 'visits', 'partner-auth'] },
  {
    name: 'wellhub-inbox',
    asks: ['partners'],
    folders: ['events', 'storage', 'dispatch', 'spool', 'reception'],
  },
  {
    name: 'user-registration',
    asks: ['accounts', 'wellhub-inbox'],
    folders: ['links', 'claims', 'user-status', 'registration', 'registration-links', 'sign-up'],
  },
  {
    name: 'check-in-validation',
    asks: ['visits', 'user-registration'],
    folders: [
      'check-ins',
      'wellhub-calls',
      'deadlines',
      'validation',
      'intake',
      'front-desk',
      'reconciliation',
      'missing-webhooks',
    ],
  },
  { name: 'access-codes', asks: ['customers'] },
  { name: 'gate', asks: ['access-codes', 'check-in-validation'] },
  { name: 'door-outage', asks: ['gate'] },
  { name: 'bookings', asks: ['check-in-validation'] },
  { name: 'usage-events', asks: ['user-registration'] },
  {
    name: 'pages',
    asks: ['users-api', 'partner-auth', 'gate', 'bookings', 'usage-events'],
    folders: ['words', 'layout', 'home', 'agreements', 'code', 'kiosk', 'log-in', 'join'],
  },
  {
    name: 'console',
    asks: ['pages'],
    folders: ['words', 'layout', 'log-in', 'claims', 'link', 'desk'],
  },
  {
    name: 'sandbox',
    asks: ['pages'],
    folders: ['simulator', 'demo', 'seed', 'local-pages', 'facebook'],
  },
];

/** Below every door: files of these are imported directly. */
export const OPEN_ROOMS: ReadonlySet<string> = new Set(['platform', 'wire']);

/** The folders of a room, lowest first. */
export const foldersOfRoom = (name: string): readonly string[] =>
  ROOMS.find((room) => room.name === name)?.folders ?? [];

/** Everything that a room may import: what it asks, and what those may ask. */
export function reach(name: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (room: string) => {
    for (const asked of ROOMS.find((known) => known.name === room)?.asks ?? []) {
      if (reached.has(asked)) continue;
      reached.add(asked);
      visit(asked);
    }
  };
  visit(name);
  return reached;
}
