import { withoutComments, type Source } from './house-rules.js';

/**
 * Where each table would lie if several database servers held the partners: a reference table is small and copied to
 * every server, a local one stays on the first. Every other table is distributed by `partner_id`.
 */
export const REFERENCE_TABLES = [
  'alert_mail_settings',
  'api_keys',
  'devices',
  'encryption_keys',
  'gyms',
  'mail_templates',
  'partner_logos',
  'partners',
  'report_columns',
  'staff_identity_providers',
  'wellhub_connections',
];
export const LOCAL_TABLES = [
  'alert_mail_items',
  'alert_mail_recipients',
  'audit_log',
  'console_sessions',
  'database_cluster',
  'idempotency_keys',
  'rate_limits',
  'running_replicas',
  'schema_migrations',
  'staff_identities',
  'staff_invitations',
  'staff_memberships',
  'staff_passkey_challenges',
  'staff_passkeys',
  'staff_password_links',
  'staff_password_requests',
  'staff_people',
  'staff_recovery_codes',
  'staff_second_factors',
  'staff_sessions',
  'staff_sign_ons',
];

/** Words that may follow a table and are no alias of it. */
const AFTER =
  'as|where|set|on|join|left|cross|inner|order|group|for|limit|union|using|returning|values|tablesample';
const TABLE = new RegExp(
  `\\b(?:from|join|update|using)\\s+(?:only\\s+)?(\\w+)\\b(?!\\s*\\()(?:\\s+(?:as\\s+)?(?!(?:${AFTER})\\b)(\\w+))?`,
  'gi',
);
const WITHOUT_ALIAS = /(?<![.\w])partner_id\b/;

/**
 * The statements that name a distributed table and not the partner whose rows they mean.
 * @returns `path: table`, one for each place
 */
export const readsAcrossPartners = (
  sources: readonly Source[],
  isDistributed: (table: string) => boolean,
): string[] =>
  sources.flatMap(({ path, text }) =>
    templatesOf(withoutComments(text)).flatMap((sql) =>
      [...sql.matchAll(TABLE)]
        .filter(([, table = '', alias]) => isDistributed(table) && !isBound(sql, alias ?? table))
        .map(([, table]) => `${path}: ${table}`),
    ),
  );

const isBound = (sql: string, name: string): boolean =>
  new RegExp(`\\b${name}\\.partner_id\\b`).test(sql) || WITHOUT_ALIAS.test(sql);

/** Template literals, each with those inside it. */
function templatesOf(text: string): string[] {
  const found: string[] = [];
  for (let at = text.indexOf('`'); at >= 0; at = text.indexOf('`', at)) {
    const end = endOfTemplate(text, at + 1);
    found.push(text.slice(at, end));
    at = end;
  }
  return found;
}

/** @returns where the template ends whose text begins at `at` */
function endOfTemplate(text: string, at: number): number {
  let depth = 0;
  while (at < text.length) {
    const letter = text[at];
    if (letter === '`' && depth === 0) return at + 1;
    if (letter === '`') at = endOfTemplate(text, at + 1);
    else {
      if (letter === '{' && (depth > 0 || text[at - 1] === '$')) depth += 1;
      if (letter === '}' && depth > 0) depth -= 1;
      at += letter === '\\' ? 2 : 1;
    }
  }
  return at;
}
