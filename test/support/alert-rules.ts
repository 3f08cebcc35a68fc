import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readText, ROOT } from './repository.js';

/** Long enough for every `for`, range and age of the rules. */
const MINUTES = 100;

const RULES = 'deploy/monitoring/rules.yaml';

export const ruleNames = (): string[] =>
  [...readText(RULES).matchAll(/^ {6}- alert: (\w+)$/gm)].map(([, name = '']) => name);

export function isPromtoolInstalled(): boolean {
  try {
    execFileSync('promtool', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The rules that fire when it goes on for an hour as it went between two scrapes: what grew goes on growing, and what
 * stood still stays.
 */
export function firing(earlier: string, later: string): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-rules-'));
  try {
    const file = join(folder, 'rules.test.yaml');
    writeFileSync(file, testOf(seriesOf(earlier, later)));
    const { stdout, stderr } = spawnSync('promtool', ['test', 'rules', file], { encoding: 'utf8' });
    const names = [...(stdout + stderr).matchAll(/alertname=\\?"(\w+)\\?"/g)];
    return [...new Set(names.map(([, name = '']) => name))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Expects that no rule fires: the answer names those that do. */
const testOf = (series: readonly string[]): string =>
  [
    `rule_files: ['${join(ROOT, RULES)}']`,
    'evaluation_interval: 1m',
    'tests:',
    '  - interval: 1m',
    ...(series.length > 0 ? ['    input_series:', ...series] : []),
    '    promql_expr_test:',
    ...ruleNames().flatMap((name) => [
      `      - expr: 'count(ALERTS{alertname="${name}", alertstate="firing"}) or vector(0)'`,
      `        eval_time: ${MINUTES}m`,
      `        exp_samples: [{ labels: '{}', value: 0 }]`,
    ]),
    '',
  ].join('\n');

function seriesOf(earlier: string, later: string): string[] {
  const [before, after] = [samplesOf(earlier), samplesOf(later)];
  return [...after].flatMap(([series, value]) => [
    `      - series: '${series}'`,
    `        values: '${valuesOf(series, value, { earlier: before.get(series) ?? 0, after })}'`,
  ]);
}

interface Course {
  readonly earlier: number;
  readonly after: ReadonlyMap<string, number>;
}

const LAST_SUCCESS = 'worker_last_success_timestamp_seconds';

/** Prometheus' test begins in 1970, so moments are told from its beginning on. */
function valuesOf(series: string, value: number, { earlier, after }: Course): string {
  const standing = `0x${MINUTES}`;
  const passing = `0+60x${MINUTES}`;
  // Within the moments between two scrapes most workers have nothing to do: those that fail stand still.
  if (series.includes(LAST_SUCCESS))
    return after.get(series.replace(LAST_SUCCESS, 'worker_failures_in_a_row')) ? standing : passing;
  if (series.startsWith('process_start_time_seconds'))
    return value > earlier && earlier > 0 ? passing : standing;
  if (series.includes('_oldest_seconds') && value > earlier && earlier > 0)
    return `${value}+60x${MINUTES}`;
  if (/_(total|count|bucket|sum)\b/.test(series)) return `${value}+${value - earlier}x${MINUTES}`;
  return `${value}x${MINUTES}`;
}

const samplesOf = (scrape: string): Map<string, number> =>
  new Map(
    scrape
      .split('\n')
      .filter((line) => /^(gatehouse_|process_start|up\{)/.test(line) && !line.includes("'"))
      .map((line): [string, number] => {
        const at = line.lastIndexOf(' ');
        return [line.slice(0, at), Number(line.slice(at + 1))];
      })
      .filter(([, value]) => Number.isFinite(value)),
  );
