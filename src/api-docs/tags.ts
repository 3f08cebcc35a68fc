/** The chapters of the document, by surface. A room names its own with `@ApiTags`. */
export const TAGS: readonly (readonly [string, string])[] = [
  ['Wellhub', 'What Wellhub calls: token, registration, user status, webhooks'],
  ['Open API', 'What doors, apps and gym software call: access codes, devices, scans'],
  ['Users API', 'The Perfect Gym-compatible /Api'],
  ['Tokens', 'An API key becomes an hour’s token'],
  ['Partners', 'Administration: partners and their Wellhub connection'],
  ['API keys', 'Administration: who may call, and for what'],
  ['Gyms', 'Administration: gyms and their settings'],
  ['Customers', 'Administration: people and restrictions'],
  ['Contracts', 'Administration: memberships, payment plans, contracts'],
  ['Registration links', 'Administration: for partners with a sign-up page of their own'],
  ['Devices', 'Administration: turnstiles and readers'],
  ['Check-ins', 'Administration: Wellhub’s permissions and their validation'],
  ['Visits', 'Administration: who was inside'],
  ['Event subscriptions', 'Administration: webhooks to your systems, deliveries, the event feed'],
  ['Alerts', 'Administration: what needs a human'],
  ['Audit log', 'Administration: who did what'],
  ['System', 'Health and metrics'],
];

const BY_PATH: readonly (readonly [RegExp, string])[] = [
  [/^\/wellhub\//, 'Wellhub'],
  [/^\/(v1|open-api|aggregator)\//, 'Open API'],
  [/^\/api\//i, 'Users API'],
  [/^\/(health\/|metrics)/, 'System'],
];

/** The chapter of a route that names none. */
export const tagOf = (path: string): string =>
  BY_PATH.find(([pattern]) => pattern.test(path))?.[1] ?? 'Administration';
