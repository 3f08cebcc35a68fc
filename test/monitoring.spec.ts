import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { isPromtoolInstalled } from './support/alert-rules.js';
import { documentedMetrics } from './support/metrics.js';
import { readText, ROOT } from './support/repository.js';

const FOLDER = 'deploy/monitoring';
const DASHBOARDS = ['gym', 'machine'];

interface Rule {
  readonly name: string;
  readonly text: string;
}
interface Panel {
  readonly title: string;
  readonly description?: string;
  readonly targets: readonly { readonly expr: string }[];
}
interface Dashboard {
  readonly uid: string;
  readonly panels: readonly Panel[];
}

const text = readText(`${FOLDER}/rules.yaml`);
const rules: Rule[] = text
  .split(/^ {6}- alert: /m)
  .slice(1)
  .map((part) => ({ name: part.slice(0, part.indexOf('\n')), text: part }));
const dashboards = DASHBOARDS.map(
  (name) => JSON.parse(readText(`${FOLDER}/dashboards/${name}.json`)) as Dashboard,
);
const panels = dashboards.flatMap((dashboard) => dashboard.panels);

/** Our metrics in an expression, those of a histogram by its own name. */
const metricsOf = (expression: string): string[] =>
  [...expression.matchAll(/\bgatehouse_\w+/g)].map(([name]) =>
    name.replace(/_(bucket|count|sum)$/, ''),
  );

const promtool = (...args: string[]) => {
  const { status, stdout, stderr } = spawnSync('promtool', args, { cwd: ROOT, encoding: 'utf8' });
  return { status, problems: status === 0 ? '' : stdout + stderr };
};

describe('the monitoring', () => {
  it('K-80 has rules that say whom they wake, what it means, and where to read on', () => {
    expect(rules.length).toBeGreaterThan(14);
    for (const { name, text: rule } of rules) {
      expect({ name, rule }).toMatchObject({
        rule: expect.stringMatching(/severity: (page|ticket)\n/),
      });
      expect(rule).toMatch(/^ {10}summary: \S/m);
      expect(rule).toMatch(/^ {10}description: \S/m);
      expect(rule).toContain(`runbook: docs/runbooks.md#${name.toLowerCase()}`);
    }
  });

  it('K-80 has a runbook for every rule, which says what to do, and no other', () => {
    const [, ...sections] = readText('docs/runbooks.md').split(/^## /m);
    expect(sections.map((section) => section.split('\n', 1)[0])).toEqual(
      rules.map(({ name }) => name),
    );
    for (const section of sections)
      for (const part of ['**Gym**: ', '**Look**: ', '**Do**: ']) expect(section).toContain(part);
  });

  it('K-81 names metrics that there are', () => {
    const known = documentedMetrics(readText('docs/metrics.md')).map(({ name }) => name);
    const expressions = [
      ...rules.map((rule) => rule.text),
      ...panels.flatMap(({ targets }) => targets.map(({ expr }) => expr)),
    ];
    const used = new Set(expressions.flatMap(metricsOf));
    expect([...used].filter((name) => !known.includes(name))).toEqual([]);
  });

  it('K-81 has dashboards whose every panel says what is well', () => {
    expect(new Set(dashboards.map(({ uid }) => uid)).size).toBe(DASHBOARDS.length);
    expect(panels.length).toBeGreaterThan(20);
    expect(panels.filter(({ description }) => !description).map(({ title }) => title)).toEqual([]);
  });

  it('K-80 has a case in which each rule fires, and one in which it is silent', () => {
    const cases = readText(`${FOLDER}/rules.test/rules.yaml`);
    for (const { name } of rules) {
      expect(cases).toContain(`name: ${name} fires`);
      expect(cases).toContain(`name: ${name} is silent`);
    }
  });
});

const withPromtool = isPromtoolInstalled() ? describe : describe.skip;

withPromtool("the alert rules, by Prometheus' own tool (skipped where it is not installed)", () => {
  it.each([
    ['are rules that it takes', ['check', 'rules', `${FOLDER}/rules.yaml`]],
    ['fire and are silent when they should', ['test', 'rules', `${FOLDER}/rules.test/rules.yaml`]],
  ])('K-80 %s', (_, args) => {
    expect(promtool(...args)).toEqual({ status: 0, problems: '' });
  });
});

describe('the memory of a process', () => {
  it('is one figure in the chart, in Kustomize, and in what is advised', () => {
    const chart = readText('deploy/chart/gatehouse/values.yaml');
    const limits = [...chart.matchAll(/limits:\n +memory: (\d+)Mi/g)].map(([, figure]) => figure);
    const kustomize = readText('deploy/kustomize/base/deployment.yaml');
    const [capacity, runbooks] = ['capacity', 'runbooks'].map((name) =>
      readText(`docs/${name}.md`),
    );
    // Migrations are the last of each: a job of its own with less.
    expect(limits.slice(0, 2)).toEqual(['768', '768']);
    expect([...kustomize.matchAll(/limits:\n +memory: (\d+)Mi/g)].at(-1)?.[1]).toBe('768');
    expect(capacity).toContain('limit 768 MiB');
    expect(capacity).toContain('1 core and 768 MiB each');
    expect(runbooks).toContain('768 MiB as a limit for each process (`WORKERS`)');
    expect(readText('deploy/chart/gatehouse/templates/NOTES.txt')).toContain(
      '768Mi for each process',
    );
  });
});
