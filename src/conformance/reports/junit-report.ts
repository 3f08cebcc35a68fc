import { byGroup, type CheckResult, type ConformanceReport } from '../run/report.js';
import { evidenceText, harmless } from './words.js';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
};

const attribute = (text: string): string =>
  harmless(text).replaceAll(/[&<>"\n]/g, (found) => ESCAPES[found] ?? found);
const content = (text: string): string =>
  harmless(text).replaceAll(/[&<>]/g, (found) => ESCAPES[found] ?? found);
const seconds = (milliseconds: number): string => (milliseconds / 1000).toFixed(3);

/** JUnit XML, as build servers read it: a suite per group. */
export function junitReport(report: ConformanceReport): string {
  const { counts, milliseconds, results } = report;
  const totals = `tests="${results.length}" failures="${counts.failed}" skipped="${counts.skipped}"`;
  const suites = [...byGroup(results)].map(([group, checks]) => suite(group, checks));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="Wellhub partner conformance" ${totals} time="${seconds(milliseconds)}">`,
    ...suites,
    '</testsuites>',
    '',
  ].join('\n');
}

function suite(group: string, results: readonly CheckResult[]): string {
  const count = (verdict: string) => results.filter((result) => result.verdict === verdict).length;
  const time = results.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  const totals = `tests="${results.length}" failures="${count('failed')}" skipped="${count('skipped')}"`;
  return [
    `  <testsuite name="${attribute(group)}" ${totals} time="${seconds(time)}">`,
    ...results.map(testCase),
    '  </testsuite>',
  ].join('\n');
}

function testCase(result: CheckResult): string {
  const { id, group, title, verdict, finding = '', milliseconds } = result;
  const head = `    <testcase classname="${attribute(group)}" name="${attribute(`${id}: ${title}`)}" time="${seconds(milliseconds)}"`;
  if (verdict === 'passed') return `${head}/>`;
  const inner =
    verdict === 'skipped'
      ? `      <skipped message="${attribute(finding)}"/>`
      : `      <failure message="${attribute(finding)}">${content(failureText(result))}</failure>`;
  return `${head}>\n${inner}\n    </testcase>`;
}

const failureText = (result: CheckResult): string =>
  [
    `Document: "${result.document.text}" (${result.document.source})`,
    `Mend: ${result.mend}`,
    '',
    evidenceText(result),
  ].join('\n');
