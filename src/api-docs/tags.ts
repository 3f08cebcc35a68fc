import type { OpenAPIObject } from '@nestjs/swagger';

/** The chapters of the document, in the order of its page. A room names its own with `@ApiTags`. */
const TAGS: readonly (readonly [string, string])[] = [
  ['Wellhub', 'What Wellhub calls: token, registration, user status, webhooks'],
  ['Open API', 'What doors, apps and gym software call: access codes, devices, scans'],
  ['Users API', 'The Perfect Gym-compatible /Api'],
  ['Tokens', 'An API key becomes an hour’s token'],
  ['Partners', 'Administration: partners and their Wellhub connection'],
  ['API keys', 'Administration: who may call, and for what'],
  ['Staff', 'Administration: people who log in to the console, with their roles'],
  ['Own account', 'Administration: the person who is logged in'],
  ['Go live', 'Administration: what is left to do before a partner opens'],
  ['Gyms', 'Administration: gyms and their settings'],
  ['Brand', 'Administration: how pages and mails of a partner look'],
  ['Customers', 'Administration: people, restrictions, consents, and everybody’s whole story'],
  ['Contracts', 'Administration: memberships, payment plans, discounts, contracts'],
  ['Files', 'Administration: photos and documents of people and contracts'],
  ['Registration links', 'Administration: for partners with a sign-up page of their own'],
  ['Wellhub id claims', 'Administration: 13 digits that a person typed, to be accepted'],
  ['Mail templates', 'Administration: a partner’s own words for mail'],
  ['Devices', 'Administration: turnstiles and readers'],
  ['Access rules', 'Administration: who may open which door, and when'],
  ['Passes', 'Administration: people who may enter without a contract, as staff or guests'],
  ['Check-ins', 'Administration: Wellhub’s permissions, the front desk’s button, reconciliation'],
  ['Webhooks of Wellhub', 'Administration: what Wellhub sent, and what became of it'],
  ['Bookings', 'Administration: classes booked at Wellhub, to be decided'],
  ['Visits', 'Administration: who was inside'],
  ['Usage events', 'Administration: what members used, sent to Wellhub’s Events API'],
  ['Statistics', 'Administration: check-ins, refusals, visits, people inside, counted'],
  ['Event subscriptions', 'Administration: webhooks to your systems, deliveries, the event feed'],
  ['Alerts', 'Administration: what needs a human'],
  ['Audit log', 'Administration: who did what'],
  ['Data retention', 'Administration: what is kept, and for how long'],
  ['Console', 'What the web console calls'],
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

/** The tags that have operations; a tag without description comes last. */
export function chaptersOf({ paths }: OpenAPIObject): { name: string; description: string }[] {
  const operations = Object.values(paths).flatMap((item) => Object.values(item));
  const used = new Set(operations.flatMap(({ tags }: { tags?: string[] }) => tags ?? []));
  const known = TAGS.filter(([name]) => used.delete(name));
  return [...known, ...[...used].sort().map((name) => [name, ''] as const)].map(
    ([name, description]) => ({ name, description }),
  );
}
