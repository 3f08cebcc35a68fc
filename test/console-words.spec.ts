import { describe, expect, it } from '@jest/globals';
import { POLICY_WARNINGS } from '../src/access-rules/administration/policy-warnings.js';
import { PASS_TYPES } from '../src/access-rules/passes/access-pass.js';
import {
  ANTI_PASSBACK_MODES,
  ANTI_PASSBACK_SCOPES,
} from '../src/access-rules/policy/access-policy.js';
import { FREQUENCIES } from '../src/alert-notifications/mails/alert-mail-settings.repository.js';
import { BOOKING_STATES } from '../src/bookings/booking.js';
import { CAUSES, CHECK_IN_STATES } from '../src/check-in-validation/check-ins/check-in.js';
import { LOSS_REASONS } from '../src/check-in-validation/check-ins/loss-reason.sql.js';
import { CHECK_IN_RESULTS } from '../src/check-in-validation/front-desk/check-in-list.repository.js';
import { MISSING_HERE, MISSING_THERE } from '../src/check-in-validation/reconciliation/evidence.js';
import { COMPARISON_LISTS } from '../src/check-in-validation/reconciliation/reconciliation.dto.js';
import { DATE_ORDERS } from '../src/check-in-validation/reconciliation/report-day.js';
import { CONNECTION_RESULTS } from '../src/check-in-validation/validation/connection-test.js';
import { ACCESS_WORDS } from '../src/console/access-rules/access-words.js';
import { ALERT_MAILS_WORDS } from '../src/console/alerts/alert-mails-words.js';
import { SCOPES_SHOWN } from '../src/console/api-keys/scope-names.js';
import { AREAS } from '../src/console/audit-log/audit-entry.js';
import { AUDIT_WORDS } from '../src/console/audit-log/audit-words.js';
import { BOOKINGS_WORDS } from '../src/console/bookings/bookings-words.js';
import { CHECK_INS_WORDS } from '../src/console/check-ins/check-ins-words.js';
import { MODEL_NAMES } from '../src/console/control-id/control-id-device.js';
import { CONTROL_ID_WORDS } from '../src/console/control-id/control-id-words.js';
import { EVENT_TYPES_SHOWN } from '../src/console/developers/event-names.js';
import { FEED_WORDS } from '../src/console/door-decisions/feed-words.js';
import { DOORS_WORDS } from '../src/console/doors/doors-words.js';
import { LANGUAGES, type InLanguages } from '../src/console/frame/languages.js';
import { GO_LIVE_WORDS } from '../src/console/go-live/go-live-words.js';
import { GYM_WORDS } from '../src/console/gyms/gym-words.js';
import { PASSES_WORDS } from '../src/console/passes/passes-words.js';
import { REASON_WORDS } from '../src/console/reasons/reason-words.js';
import { REMEDY_WORDS } from '../src/console/reasons/remedy-words.js';
import { RECONCILIATION_WORDS } from '../src/console/reconciliation/reconciliation-words.js';
import { SETTINGS_WORDS } from '../src/console/settings/settings-words.js';
import { STAFF_SCREEN_WORDS } from '../src/console/staff/staff-screen-words.js';
import { TIMELINE_WORDS } from '../src/console/timeline/timeline-words.js';
import { TODAY_WORDS } from '../src/console/today/today-words.js';
import { WELLHUB_TYPES_SHOWN } from '../src/console/wellhub-webhooks/wellhub-event-names.js';
import { SETUP_WORDS } from '../src/console/wellhub/setup-words.js';
import { CONTACT_MODES } from '../src/control-id/contact/contacts.repository.js';
import { DEVICE_EVENT_TYPES } from '../src/control-id/device-events/device-event.js';
import {
  CARD_NUMBERINGS,
  ENTRY_EVENTS,
  ENTRY_ROTATIONS,
  MODELS,
  QR_READINGS,
  USER_IDS,
} from '../src/control-id/device-settings/control-id-settings.js';
import { COMMAND_KINDS, COMMAND_STATES } from '../src/control-id/push/command.js';
import { SETUP_WARNINGS } from '../src/control-id/setup/setup-warnings.js';
import { DELIVERY_STATES } from '../src/event-webhooks/deliveries/delivery-log.repository.js';
import { EVENT_TYPES } from '../src/event-webhooks/events/event-types.js';
import { ACCESS_CHECKS } from '../src/gate/access-check/access-check.dto.js';
import { DECISION_OUTCOMES } from '../src/gate/decisions/decisions.repository.js';
import { DIRECTIONS, VENDORS } from '../src/gate/devices/device-kinds.js';
import { DRY_RUN_CHECKS, STEP_OUTCOMES } from '../src/gate/door/dry-run-steps.js';
import { RESULTS } from '../src/gate/scan/gate.errors.js';
import { GO_LIVE_KEYS } from '../src/go-live/go-live-items.js';
import { HISTORY_KINDS } from '../src/member-history/index.js';
import { MAIL_NAMES } from '../src/mail/mail-samples.js';
import {
  OUTAGE_POLICIES,
  STORAGE_OUTAGE_POLICIES,
  VALIDATION_MODES,
  VISIT_COUNTS,
} from '../src/partners/gyms/gym.entity.js';
import { AGREEMENT_DOCUMENTS } from '../src/partners/partners/agreements.js';
import { TEXT_COLORS } from '../src/partners/partners/brand.js';
import { LOCALES } from '../src/partners/partners/partner.dto.js';
import {
  SETUP_PROBLEMS,
  SETUP_WEBHOOK_STATES,
} from '../src/partners/wellhub-setup/setup-report.js';
import { SCOPES } from '../src/platform/http/declarations.js';
import { STAFF_ROLES } from '../src/staff/people/staff-roles.js';
import { WELLHUB_REACH } from '../src/statistics/reports/wellhub-reach.js';
import { USAGE_EVENT_STATES } from '../src/usage-events/usage-event.js';
import { CLAIM_STATES } from '../src/user-registration/claims/wellhub-id-claims.repository.js';
import { STORED_WEBHOOK_TYPES } from '../src/wellhub-inbox/administration/stored-webhook.dto.js';
import { WEBHOOK_STATES } from '../src/wellhub-inbox/storage/stored-webhooks.repository.js';
import type { Source } from './support/house-rules.js';
import { sourcesIn } from './support/repository.js';

type Table = Readonly<Record<string, unknown>>;
type Row = readonly [what: string, values: readonly string[], tables: readonly Table[]];

const row = <T>(
  what: string,
  values: readonly string[],
  words: InLanguages<T>,
  tableOf: (words: T) => Table,
): Row => [what, values, LANGUAGES.map((language) => tableOf(words[language]))];

const without = (values: readonly string[], ...others: string[]) =>
  values.filter((value) => !others.includes(value));

/** Values that the API says, and the words that screens have for them. */
const ROWS: readonly Row[] = [
  row('kinds of a timeline', HISTORY_KINDS, TIMELINE_WORDS, ({ kinds }) => kinds),
  row('states of a check-in in a timeline', CHECK_IN_STATES, TIMELINE_WORDS, (w) => w.checkIns),
  row('types of webhooks in a timeline', STORED_WEBHOOK_TYPES, TIMELINE_WORDS, (w) => w.webhooks),
  row('states of webhooks in a timeline', WEBHOOK_STATES, TIMELINE_WORDS, (w) => w.webhookStates),
  row('states of a booking in a timeline', BOOKING_STATES, TIMELINE_WORDS, (w) => w.bookings),
  row('states of a claim in a timeline', CLAIM_STATES, TIMELINE_WORDS, (w) => w.claims),
  row('states of a delivery in a timeline', DELIVERY_STATES, TIMELINE_WORDS, (w) => w.deliveries),
  row('states of usage in a timeline', USAGE_EVENT_STATES, TIMELINE_WORDS, (w) => w.usages),
  row('documents in a timeline', AGREEMENT_DOCUMENTS, TIMELINE_WORDS, (w) => w.documents),
  row('states of a booking', BOOKING_STATES, BOOKINGS_WORDS, ({ states }) => states),
  row('states of a check-in', CHECK_IN_STATES, CHECK_INS_WORDS, ({ states }) => states),
  row('causes of a check-in', CAUSES, CHECK_INS_WORDS, ({ causes }) => causes),
  row('results of check-ins', CHECK_IN_RESULTS, CHECK_INS_WORDS, ({ filters }) => filters),
  row('losses of check-ins', LOSS_REASONS, CHECK_INS_WORDS, ({ losses }) => losses),
  row('losses', LOSS_REASONS, REASON_WORDS, ({ losses }) => losses),
  row('refusals of doors', [...refusals(), 'OTHER'], REASON_WORDS, (w) => w.refusals),
  row('remedies of refusals', [...refusals(), 'OTHER'], REMEDY_WORDS, (words) => words),
  row('outcomes of decisions', DECISION_OUTCOMES, FEED_WORDS, ({ results }) => results),
  row('directions of doors', DIRECTIONS, DOORS_WORDS, ({ directions }) => directions),
  row('checks of a dry run', DRY_RUN_CHECKS, DOORS_WORDS, ({ dryRun }) => dryRun.checks),
  row('outcomes of a dry run', STEP_OUTCOMES, DOORS_WORDS, ({ dryRun }) => dryRun.outcomes),
  row('checks of an entry', ACCESS_CHECKS, ACCESS_WORDS, ({ check }) => check.checks),
  row('warnings of a policy', POLICY_WARNINGS, ACCESS_WORDS, ({ warnings }) => warnings),
  row('anti-passback', ANTI_PASSBACK_MODES, ACCESS_WORDS, ({ policy }) => policy.passbacks),
  row('anti-passback scopes', ANTI_PASSBACK_SCOPES, ACCESS_WORDS, ({ policy }) => policy.scopes),
  row('types of passes', PASS_TYPES, PASSES_WORDS, ({ types }) => types),
  row('vendors', VENDORS, CONTROL_ID_WORDS, ({ vendors }) => vendors),
  row('contact modes', CONTACT_MODES, CONTROL_ID_WORDS, ({ contact }) => contact.modes),
  row('entry turns', ENTRY_ROTATIONS, CONTROL_ID_WORDS, ({ settings }) => settings.entryTurns),
  row('turn events', ENTRY_EVENTS, CONTROL_ID_WORDS, ({ settings }) => settings.turnEvents),
  row('QR modes', QR_READINGS, CONTROL_ID_WORDS, ({ settings }) => settings.qrModes),
  row('card formats', CARD_NUMBERINGS, CONTROL_ID_WORDS, ({ settings }) => settings.cardFormats),
  row('ids of users', USER_IDS, CONTROL_ID_WORDS, ({ settings }) => settings.userIds),
  row('set-up warnings', SETUP_WARNINGS, CONTROL_ID_WORDS, ({ setup }) => setup.warnings),
  row('device events', DEVICE_EVENT_TYPES, CONTROL_ID_WORDS, ({ events }) => events.types),
  row('kinds of commands', COMMAND_KINDS, CONTROL_ID_WORDS, ({ commands }) => commands.kinds),
  row('states of commands', COMMAND_STATES, CONTROL_ID_WORDS, ({ commands }) => commands.states),
  row('go-live items', GO_LIVE_KEYS, GO_LIVE_WORDS, ({ items }) => items),
  row('validation', VALIDATION_MODES, GYM_WORDS, ({ validations }) => validations),
  row('outages', OUTAGE_POLICIES, GYM_WORDS, ({ wellhubDowns }) => wellhubDowns),
  row('outages of storage', STORAGE_OUTAGE_POLICIES, GYM_WORDS, (w) => w.storageDowns),
  row('visits', VISIT_COUNTS, GYM_WORDS, ({ visitCounts }) => visitCounts),
  row('languages', LOCALES, SETTINGS_WORDS, ({ languages }) => languages),
  row('text colours', TEXT_COLORS, SETTINGS_WORDS, ({ brand }) => brand.textColors),
  row('mails', MAIL_NAMES, SETTINGS_WORDS, ({ mails }) => mails.names),
  row('set-up webhooks', SETUP_WEBHOOK_STATES, SETUP_WORDS, ({ states }) => states),
  row('set-up problems', SETUP_PROBLEMS, SETUP_WORDS, ({ gymProblems }) => gymProblems),
  row('roles', [...STAFF_ROLES, 'OPERATOR'], STAFF_SCREEN_WORDS, ({ roles }) => roles),
  row('reach of Wellhub', WELLHUB_REACH, TODAY_WORDS, ({ states }) => states),
  row('lists of a comparison', COMPARISON_LISTS, RECONCILIATION_WORDS, ({ lists }) => lists),
  row('orders of dates', DATE_ORDERS, RECONCILIATION_WORDS, ({ dateOrders }) => dateOrders),
  row('misses', [...MISSING_THERE, ...MISSING_HERE], RECONCILIATION_WORDS, ({ why }) => why),
  row('alert mails', FREQUENCIES, ALERT_MAILS_WORDS, ({ frequencies }) => frequencies),
  row('areas of the audit log', Object.keys(AREAS), AUDIT_WORDS, ({ areas }) => areas),
];

function refusals(): string[] {
  return without(RESULTS, 'OPEN', 'REPEAT');
}

/** Lists that the compiler completes in four languages. */
const SHOWN: readonly (readonly [string, readonly string[], readonly string[]])[] = [
  ['scopes of keys', without(SCOPES, 'OPERATOR'), SCOPES_SHOWN],
  ['event types', EVENT_TYPES, EVENT_TYPES_SHOWN],
  ['types of webhooks of Wellhub', STORED_WEBHOOK_TYPES, WELLHUB_TYPES_SHOWN],
  ['models of devices', MODELS, Object.keys(MODEL_NAMES)],
];

const sorted = (values: Iterable<string>) => [...new Set(values)].sort();

describe('the words of the console', () => {
  it.each(ROWS)('C-27 name the %s as the API does, in four languages', (_what, values, tables) => {
    for (const table of tables) expect(sorted(Object.keys(table))).toEqual(sorted(values));
  });

  it.each(SHOWN)('C-27 name the %s as the API does', (_what, values, shown) => {
    expect(sorted(shown)).toEqual(sorted(values));
  });

  it('C-27 say why a connection test failed, whatever its result', () => {
    for (const language of LANGUAGES)
      expect(Object.keys(GO_LIVE_WORDS[language].results)).toEqual(
        expect.arrayContaining(without(CONNECTION_RESULTS, 'OK')),
      );
  });

  it('C-27 hold no name of the program', () => {
    const files = sourcesIn('src', WORD_FILES);
    expect(files.length).toBeGreaterThan(100);
    const found = files.flatMap((file) =>
      identifiersIn(file).map((word) => `${file.path}: ${word}`),
    );
    expect(found).toEqual([]);
  });
});

/** Of what people read; and what stands beside it in more than one language. */
const WORD_FILES =
  /(?:\.(?:pt|en|es|de)|src\/(?:console|pages|mail)\/.*(?:words|texts|names))\.ts$/;
/** Values of properties, and what functions make. */
const TEXTS = /(?<=(?::|=>|\?)\s+)(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/g;
const IDENTIFIER = /\b[A-Z]?[a-z]+(?:[A-Z][a-z]+)+\b/g;
const REAL_NAMES = new Set(['JavaScript']);

const identifiersIn = ({ text }: Source): string[] =>
  (text.match(TEXTS) ?? [])
    .flatMap((one) => one.replaceAll(/\$\{[^}]*\}/g, '').match(IDENTIFIER) ?? [])
    .filter((word) => !REAL_NAMES.has(word));
