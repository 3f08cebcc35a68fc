import type { Finding } from './finding.js';
import type { DoctorReport } from './run-doctor.js';

const count = (report: DoctorReport, kind: Finding['kind']): number =>
  report.checks.flatMap(({ findings }) => findings).filter((found) => found.kind === kind).length;

/** For people: a line per finding, what to do below it, and how it stands. */
export function doctorText(report: DoctorReport): string {
  const lines = report.checks.flatMap(({ name, findings }) =>
    findings.flatMap(({ kind, text, fix }) => [
      `${kind.padEnd(8)} ${name}: ${text}`,
      ...(fix === undefined ? [] : [`         → ${fix}`]),
    ]),
  );
  const problems = count(report, 'problem');
  const warnings = count(report, 'warning');
  const stand = `${problems} ${problems === 1 ? 'problem' : 'problems'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`;
  return `${lines.join('\n')}\n\n${report.checks.length} checks in ${report.seconds.toFixed(1)} s: ${stand}\n`;
}

/** For programs. */
export const doctorJson = (report: DoctorReport): string =>
  `${JSON.stringify({
    ok: isWell(report),
    problems: count(report, 'problem'),
    warnings: count(report, 'warning'),
    seconds: report.seconds,
    checks: report.checks,
  })}\n`;

/** No person must resolve anything. */
export const isWell = (report: DoctorReport): boolean => count(report, 'problem') === 0;
