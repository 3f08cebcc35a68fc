import type { HistoryKind } from '../../member-history/index.js';
import { eventName } from '../developers/event-names.js';
import type { ConsolePage } from '../frame/console-page.js';
import type { Tone } from '../frame/list.js';
import { REASON_WORDS, refusalText } from '../reasons/reason-words.js';
import { textIn, type TimelineEntry } from './timeline.js';
import type { NamedKind, TimelineWords } from './timeline-words.js';

export interface Sentence {
  readonly text: string;
  /** What else is worth saying, in a smaller type. */
  readonly more: readonly string[];
  readonly tone: Tone;
}

type Teller = (
  entry: TimelineEntry,
  words: TimelineWords,
  page: ConsolePage,
) => Pick<Sentence, 'text'> & Partial<Sentence>;

const TONES: Readonly<Record<string, Tone>> = {
  VALIDATED: 'good',
  RESERVED: 'good',
  SENT: 'good',
  DELIVERED: 'good',
  PENDING: 'wait',
  REQUESTED: 'wait',
  EXPIRED: 'bad',
  REJECTED: 'bad',
  AUTO_REJECTED: 'bad',
  NOT_FOUND: 'bad',
  FAILED: 'bad',
  QUARANTINED: 'bad',
  DEAD: 'bad',
};

const toneOf = (value: string): Tone => TONES[value] ?? 'off';

const scan: Teller = (entry, words, page) => {
  const { isAdmitted, dryRun } = entry.detail;
  const result = textIn(entry, 'result');
  const more = dryRun === true ? [words.dryRun] : [];
  if (isAdmitted === true) return { text: words.admitted, tone: 'good', more };
  return {
    text: words.refused(refusalText(page.textsOf(REASON_WORDS), result)),
    tone: 'bad',
    more,
  };
};

const checkIn: Teller = (entry, words) => {
  const to = textIn(entry, 'to');
  const [calls, status] = [textIn(entry, 'calls'), textIn(entry, 'wellhubStatus')];
  return {
    text: words.checkIns[to] ?? to,
    tone: toneOf(to),
    more: [
      ...(entry.detail['isProvisional'] === true ? [words.provisional] : []),
      ...(calls !== '' && calls !== '0' ? [words.calls(calls)] : []),
      ...(status === '' ? [] : [words.answer(status, textIn(entry, 'wellhubKey')).trim()]),
    ],
  };
};

const named =
  (kind: NamedKind): Teller =>
  (_entry, { simple }) => ({ text: simple[kind] });

const TELLERS: Readonly<Record<HistoryKind, Teller>> = {
  customer: named('customer'),
  registration: named('registration'),
  join: named('join'),
  account: named('account'),
  'visit-begin': named('visit-begin'),
  'visit-end': named('visit-end'),
  scan,
  'check-in': checkIn,
  webhook: (entry, { webhooks, webhookStates }) => {
    const [type, state] = [textIn(entry, 'type'), textIn(entry, 'state')];
    return {
      text: webhooks[type] ?? type,
      tone: toneOf(state),
      more: [webhookStates[state] ?? state],
    };
  },
  booking: (entry, { bookings }) => {
    const state = textIn(entry, 'state');
    return { text: bookings[state] ?? state, tone: toneOf(state) };
  },
  'access-code': (entry, words, page) => ({
    text: words.code(page.formats.time(textIn(entry, 'expiresAt'))),
  }),
  'wellhub-id-claim': (entry, { simple, claims }) => ({
    text: simple['wellhub-id-claim'],
    more: [claims[textIn(entry, 'state')] ?? ''],
  }),
  consent: (entry, words) => {
    const document = textIn(entry, 'document');
    return { text: words.consent(words.documents[document] ?? document, textIn(entry, 'version')) };
  },
  event: (entry, words, page) => ({ text: words.event(eventName(page, textIn(entry, 'type'))) }),
  delivery: (entry, words, page) => {
    const state = textIn(entry, 'state');
    const shown = words.deliveries[state] ?? state;
    return {
      text: words.delivery(eventName(page, textIn(entry, 'eventType')), shown),
      tone: toneOf(state),
    };
  },
  'usage-event': (entry, { usages }) => {
    const state = textIn(entry, 'state');
    return { text: usages[state] ?? state, tone: toneOf(state) };
  },
  reconciliation: (entry, words, page) => ({
    text: words.reconciliation(page.formats.month(textIn(entry, 'month'))),
    tone: 'good',
  }),
};

/** What an entry of the timeline means, in a sentence. */
export function sentenceOf(
  page: ConsolePage,
  words: TimelineWords,
  entry: TimelineEntry,
): Sentence {
  return { tone: 'off', more: [], ...TELLERS[entry.kind](entry, words, page) };
}
