import type { CheckResult, ConformanceReport } from '../run/report.js';
import { evidenceText, harmless, summaryOf } from './words.js';

type Role = 'good' | 'bad' | 'careful' | 'strong' | 'faint';
export type ReportPaint = (role: Role, text: string) => string;

const MARKS = { passed: '✓', failed: '✗', skipped: '–' } as const;
const ROLES = { passed: 'good', failed: 'bad', skipped: 'faint' } as const;

const indented = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? line : `${by}${line}`))
    .join('\n');

/** One line as the check ends. */
export function resultLine(
  { id, title, verdict, finding }: CheckResult,
  paint: ReportPaint,
): string {
  const why = finding === undefined ? '' : `: ${harmless(finding)}`;
  return paint(ROLES[verdict], `${MARKS[verdict]} ${id.padEnd(27)} ${title}${why}`);
}

/** What to mend, after all checks: the last exchange is where it was found. */
export function findingsText({ results }: ConformanceReport, paint: ReportPaint): string {
  const failed = results.filter(({ verdict }) => verdict === 'failed');
  return failed.map((result, index) => findingText(result, index + 1, paint)).join('\n');
}

function findingText(result: CheckResult, number: number, paint: ReportPaint): string {
  const { id, title, finding = '', document, mend } = result;
  const last = { ...result, evidence: result.evidence.slice(-1) };
  return [
    '',
    paint('bad', `${number}. ${id}: ${title}`),
    `   Found:    ${harmless(finding)}`,
    `   Document: "${document.text}"`,
    paint('faint', `             ${document.source}`),
    `   Mend:     ${mend}`,
    paint('faint', indented(evidenceText(last), '   | ')),
  ].join('\n');
}

export const summaryText = (report: ConformanceReport, paint: ReportPaint): string =>
  paint(report.counts.failed > 0 ? 'bad' : 'good', `\n${summaryOf(report)}`);
