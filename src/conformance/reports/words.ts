import type { PartnerExchange, IncomingCall } from '../http/exchange.js';
import type { CheckResult, ConformanceReport } from '../run/report.js';

/** What could move a terminal's cursor, or break XML. */
const CONTROLS = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\u{FFFE}\u{FFFF}\p{Surrogate}]/gu;

/** Text of the partner without what a terminal or a parser would obey. */
export const harmless = (text: string): string => text.replaceAll(CONTROLS, '\ufffd');

export const summaryOf = ({ counts, milliseconds }: ConformanceReport): string =>
  `${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped, in ${(milliseconds / 1000).toFixed(1)} s`;

/** A request as it left, line by line. */
export const requestLines = ({ sent }: PartnerExchange): readonly string[] => [
  `${sent.method} ${sent.url}`,
  ...sent.headers.map(([name, value]) => `${name}: ${value}`),
  ...(sent.body === undefined ? [] : ['', sent.body]),
];

export function answerLines({
  answer,
  fault,
  detail,
  milliseconds,
}: PartnerExchange): readonly string[] {
  const time = `after ${milliseconds} ms`;
  if (answer === undefined) return [`no answer: ${detail ?? fault ?? ''} (${time})`];
  return [
    `${answer.status} (${time}${fault === undefined ? '' : `; ${detail ?? fault}`})`,
    ...Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}`),
    ...(answer.body === '' ? [] : ['', answer.body]),
  ];
}

export const incomingLines = ({ line, headers, body, answered }: IncomingCall): string[] => [
  line,
  ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
  ...(body === '' ? [] : ['', body]),
  '',
  `Wellhub answered: ${answered}`,
];

/** Everything about a check that did not pass, as text. */
export function evidenceText({ evidence }: CheckResult): string {
  const parts = evidence.flatMap((piece) =>
    'out' in piece
      ? ['Sent:', ...requestLines(piece.out), '', 'Came back:', ...answerLines(piece.out), '']
      : ['Your system called:', ...incomingLines(piece.in), ''],
  );
  return harmless(parts.join('\n')).trimEnd();
}
