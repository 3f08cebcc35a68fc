import type { MailLanguage } from '../../mail/index.js';
import { de } from './alert-texts.de.js';
import { en } from './alert-texts.en.js';
import { es } from './alert-texts.es.js';
import { pt } from './alert-texts.pt.js';

/** Every alert of a partner, and of the installation (`docs/alerts.md`). */
export const ALERT_CODES = [
  'wellhub.unknown-user-status',
  'wellhub.unknown-user',
  'wellhub.status-not-applied',
  'wellhub.webhooks-refused',
  'wellhub.invalid-event',
  'wellhub.unknown-event',
  'wellhub.odd-time',
  'wellhub.unassigned-gym',
  'wellhub.wrong-hook',
  'wellhub.integration-requested',
  'wellhub.webhooks-missing',
  'account.same-email',
  'wellhub.credentials-refused',
  'check-in.at-risk',
  'check-in.overdue',
  'gate.provisional-failed',
  'access.rule-without-door',
  'gate.card-tries',
  'control-id.command-failed',
  'control-id.wrong-device',
  'control-id.wrong-direction',
  'control-id.clock',
  'control-id.contingency',
  'control-id.exception-mode',
  'control-id.former-address',
  'control-id.logs-restarted',
  'control-id.no-turns',
  'control-id.silent',
  'gate.unknown-codes',
  'gate.admitted-without-database',
  'gate.nearly-full',
  'gate.occupancy-drift',
  'gate.anti-passback',
  'booking.unknown-to-wellhub',
  'booking.refused',
  'usage.quarantined',
  'usage.credentials-refused',
  'usage.lagging',
  'usage.month-end',
  'gym.time-zone-unusable',
  'secrets.unreadable',
  'delivery.failed',
  'subscription.disabled',
  'partition.missing',
  'worker.failing',
  'worker.stuck',
  'worker.behind',
  'worker.missing',
  'wellhub.spool-kept-aside',
  'gate.spool-kept-aside',
] as const;
export type AlertCode = (typeof ALERT_CODES)[number];

/** What has happened, and what to do about it. */
export type AlertText = readonly [meaning: string, advice: string];
export type AlertTexts = Readonly<Record<AlertCode, AlertText>>;

export const ALERT_TEXTS: Readonly<Record<MailLanguage, AlertTexts>> = { pt, en, es, de };

const UNKNOWN: Readonly<Record<MailLanguage, AlertText>> = {
  pt: ['Algo precisa de atenção', 'Mostre o registro técnico a quem cuida do sistema.'],
  en: ['Something needs attention', 'Show the technical record to whoever runs the system.'],
  es: ['Algo necesita atención', 'Muestra el registro técnico a quien cuida el sistema.'],
  de: [
    'Etwas braucht Aufmerksamkeit',
    'Zeig die technischen Angaben denen, die das System betreiben.',
  ],
};

/** Of an alert that a newer version raised, that it is one. */
export const alertTextOf = (language: MailLanguage, code: string): AlertText =>
  Object.hasOwn(ALERT_TEXTS[language], code)
    ? ALERT_TEXTS[language][code as AlertCode]
    : UNKNOWN[language];
