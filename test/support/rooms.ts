/** A room of the house: a folder of `src` with one subject. */
interface Room {
  readonly name: string;
  /** The rooms it imports directly; it may also import what those import. */
  readonly imports: readonly string[];
  /** Folders of a large room, lowest first: a folder imports only those before it. A room without folders is flat. */
  readonly folders?: readonly string[];
}

/**
 * The only graph this codebase may have, lowest room first: a room imports only rooms above it in this list.
 * `docs/architecture.md` draws it. Change it together with an ADR.
 */
export const ROOMS: readonly Room[] = [
  { name: 'platform', imports: [] },
  { name: 'wire', imports: ['platform'] },
  { name: 'api-docs', imports: ['platform'] },
  { name: 'wellhub-wire', imports: ['platform'] },
  { name: 'wellhub', imports: ['wellhub-wire'] },
  {
    name: 'simulator',
    imports: ['wellhub-wire'],
    folders: [
      'http',
      'partner',
      'bookings',
      'usage',
      'setup',
      'check-ins',
      'wellhub',
      'phone',
      'device-wire',
      'device-answers',
      'device',
      'device-api',
      'device-control',
      'device-page',
      'server',
    ],
  },
  {
    name: 'conformance',
    imports: ['simulator'],
    folders: ['partner', 'http', 'play', 'checks', 'run', 'reports', 'kit'],
  },
  {
    name: 'partners',
    imports: ['wellhub'],
    folders: [
      'time-zones',
      'partners',
      'brand',
      'gyms',
      'wellhub-connections',
      'wellhub-setup',
      'administration',
    ],
  },
  { name: 'partner-auth', imports: ['partners'] },
  {
    name: 'event-webhooks',
    imports: ['partners'],
    folders: ['events', 'subscriptions', 'deliveries', 'outbox'],
  },
  {
    name: 'customers',
    imports: ['event-webhooks'],
    folders: [
      'people',
      'merge-and-erasure',
      'search',
      'administration',
      'batches',
      'catalogue',
      'contracts',
      'restrictions',
      'consents',
      'files',
      'profiles',
      'personal-data',
    ],
  },
  { name: 'visits', imports: ['customers'] },
  { name: 'mail', imports: ['partners'] },
  {
    name: 'accounts',
    imports: ['customers', 'mail'],
    folders: ['accounts', 'passwords', 'log-in', 'resets', 'users-api', 'personal-data'],
  },
  {
    name: 'staff',
    imports: ['accounts', 'partner-auth'],
    folders: [
      'people',
      'log-in',
      'second-factors',
      'sessions',
      'passwords',
      'members',
      'single-sign-on',
      'administration',
    ],
  },
  {
    name: 'alert-notifications',
    imports: ['staff'],
    folders: ['texts', 'mails', 'publishing', 'administration'],
  },
  { name: 'users-api', imports: ['accounts', 'visits', 'partner-auth'] },
  {
    name: 'wellhub-inbox',
    imports: ['partners'],
    folders: ['events', 'storage', 'dispatch', 'spool', 'reception', 'administration'],
  },
  {
    name: 'user-registration',
    imports: ['accounts', 'wellhub-inbox'],
    folders: ['links', 'claims', 'user-status', 'registration', 'registration-links', 'sign-up'],
  },
  {
    name: 'access-rules',
    imports: ['visits', 'user-registration'],
    folders: ['compiled', 'policy', 'rules', 'passes', 'evaluation', 'administration'],
  },
  {
    name: 'check-in-validation',
    imports: ['access-rules'],
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
  { name: 'access-codes', imports: ['customers'] },
  {
    name: 'gate',
    imports: ['access-codes', 'check-in-validation'],
    folders: ['passages', 'scan', 'decisions', 'devices', 'door', 'aggregator', 'access-check'],
  },
  {
    name: 'control-id',
    imports: ['gate'],
    folders: [
      'device-settings',
      'address',
      'contact',
      'device-events',
      'reading',
      'card-learning',
      'calls',
      'notifications',
      'answers',
      'scans',
      'turns',
      'push',
      'logs',
      'monitor',
      'setup',
      'administration',
    ],
  },
  { name: 'door-outage', imports: ['gate'] },
  { name: 'bookings', imports: ['check-in-validation'] },
  { name: 'usage-events', imports: ['user-registration'] },
  { name: 'member-history', imports: ['partner-auth', 'gate', 'bookings', 'usage-events'] },
  {
    name: 'statistics',
    imports: ['partner-auth', 'gate'],
    folders: ['reports', 'money', 'today', 'partner-health'],
  },
  { name: 'doctor', imports: ['door-outage', 'mail'] },
  { name: 'go-live', imports: ['staff', 'gate'] },
  {
    name: 'pages',
    imports: ['users-api', 'partner-auth', 'gate', 'bookings', 'usage-events'],
    folders: ['words', 'layout', 'brand', 'home', 'agreements', 'code', 'kiosk', 'log-in', 'join'],
  },
  {
    name: 'console',
    imports: ['pages', 'alert-notifications', 'member-history'],
    folders: [
      'words',
      'layout',
      'passkeys',
      'log-in',
      'invitation',
      'password',
      'second-factor',
      'single-sign-on',
      'frame',
      'account',
      'own-factors',
      'staff',
      'operator',
      'charts',
      'developers',
      'wellhub-webhooks',
      'api-keys',
      'reasons',
      'today',
      'statistics',
      'timeline',
      'audit-log',
      'go-live',
      'settings',
      'catalogue',
      'files',
      'contracts',
      'passes',
      'members',
      'identity-provider',
      'brand',
      'gyms',
      'wellhub',
      'mails',
      'access-rules',
      'control-id',
      'doors',
      'door-decisions',
      'check-ins',
      'inside',
      'missing-webhooks',
      'usage',
      'alerts',
      'money',
      'reconciliation',
      'bookings',
      'claims',
      'link',
      'desk',
    ],
  },
  {
    name: 'sandbox',
    imports: ['pages', 'staff', 'control-id', 'simulator'],
    folders: ['demo', 'seed', 'local-pages', 'facebook'],
  },
  {
    name: 'cli',
    imports: ['conformance'],
    folders: [
      'terminal',
      'profiles',
      'service',
      'frame',
      'tables',
      'imports',
      'exports',
      'reconciliation',
      'feed',
      'sandbox',
      'conformance',
      'commands',
    ],
  },
];

/** Below every door: files of these are imported directly. */
export const OPEN_ROOMS: ReadonlySet<string> = new Set(['platform', 'wire']);

/** The folders of a room, lowest first. */
export const foldersOfRoom = (name: string): readonly string[] =>
  ROOMS.find((room) => room.name === name)?.folders ?? [];

/** Everything that a room may import: the rooms it imports, and what those import. */
export function reach(name: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const visit = (room: string) => {
    for (const imported of ROOMS.find((known) => known.name === room)?.imports ?? []) {
      if (reached.has(imported)) continue;
      reached.add(imported);
      visit(imported);
    }
  };
  visit(name);
  return reached;
}
