import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { nameOf, problem } from '../rendering.js';
import { inFirst } from './plant.js';
import { matches } from './services.js';

const MONITORING = fileURLToPath(new URL('../../monitoring/', import.meta.url));
/** What a ConfigMap may hold. */
const MOST_BYTES = 2 ** 20;

/** @param name of the workloads */
const rulesOf = (name) =>
  parse(readFileSync(`${MONITORING}rules.yaml`, 'utf8').replaceAll('.*gatehouse.*', `${name}.*`))
    .groups;
/** Their address is the deployment's. */
const withoutRunbooks = ({ rules: all, ...group }) => ({
  ...group,
  rules: all.map(
    ({ annotations: { runbook: _path, runbook_url: _url, ...annotations }, ...rule }) => ({
      ...rule,
      annotations,
    }),
  ),
});

const dashboards = () =>
  Object.fromEntries(
    readdirSync(`${MONITORING}dashboards`)
      .filter((file) => file.endsWith('.json'))
      .map((file) => [file, JSON.parse(readFileSync(`${MONITORING}dashboards/${file}`, 'utf8'))]),
  );

const sameFiles = [
  {
    id: 'K-26',
    says: 'the rules are those of deploy/monitoring, for workloads of this name',
    *find(rendering) {
      for (const object of rendering.of('PrometheusRule'))
        if (
          !isDeepStrictEqual(
            object.spec.groups.map(withoutRunbooks),
            rulesOf(object.metadata.name).map(withoutRunbooks),
          )
        )
          yield problem(object, 'spec.groups', 'differ from deploy/monitoring/rules.yaml');
    },
    faults: {
      'a rule that is lost': inFirst('PrometheusRule', ({ spec }) => spec.groups[0].rules.pop()),
    },
  },
  {
    id: 'K-80',
    says: 'every rule says where its runbook is, at the address that the values name',
    *find(rendering) {
      for (const object of rendering.of('PrometheusRule')) {
        const base = rendering.values.metrics?.rules?.runbookBaseUrl;
        for (const { alert, annotations } of object.spec.groups.flatMap((group) => group.rules)) {
          const place = `#${alert.toLowerCase()}`;
          const found = base ? annotations.runbook_url : annotations.runbook;
          if (found !== `${base || 'docs/runbooks.md'}${place}`)
            yield problem(object, alert, `its runbook is at ${found}`);
        }
      }
    },
    faults: {
      'a runbook of another rule': inFirst('PrometheusRule', ({ spec }) => {
        const [{ annotations }] = spec.groups[0].rules;
        annotations.runbook = annotations.runbook_url = 'docs/runbooks.md#other';
      }),
    },
  },
  {
    id: 'K-26',
    says: 'the dashboards are those of deploy/monitoring',
    *find(rendering) {
      const maps = rendering
        .of('ConfigMap')
        .filter(({ metadata }) => metadata.labels?.['grafana_dashboard']);
      if (maps.length === 0) return;
      const shown = Object.assign({}, ...maps.map(({ data }) => data));
      for (const [file, dashboard] of Object.entries(dashboards()))
        if (!isDeepStrictEqual(parsed(shown[file]), dashboard))
          yield problem(maps[0], `data ${file}`, 'differs from deploy/monitoring/dashboards');
      for (const object of maps)
        if (JSON.stringify(object.data).length > MOST_BYTES) yield `${nameOf(object)} is too large`;
    },
    faults: {
      'a dashboard that is lost': (rendering) => {
        for (const { metadata, data } of rendering.of('ConfigMap'))
          if (metadata.labels?.['grafana_dashboard'])
            for (const file of Object.keys(data)) delete data[file];
      },
    },
  },
];

export const monitoring = [
  ...(existsSync(MONITORING) ? sameFiles : []),
  {
    id: 'K-26',
    says: 'a ServiceMonitor finds the metrics of every pod that stays',
    *find(rendering) {
      for (const monitor of rendering.of('ServiceMonitor')) {
        const services = rendering
          .of('Service')
          .filter(({ metadata }) => matches(monitor.spec.selector.matchLabels, metadata.labels));
        const [{ port }] = monitor.spec.endpoints;
        for (const pod of rendering.stayingPods()) {
          const found = services.filter(
            ({ spec }) =>
              matches(spec.selector, pod.metadata.labels) &&
              spec.ports.some(({ name }) => name === port),
          );
          if (found.length !== 1)
            yield problem(
              monitor,
              'spec.selector',
              `finds ${pod.object.metadata.name} ${found.length} times`,
            );
        }
      }
    },
    faults: {
      'a monitor of nobody': inFirst('ServiceMonitor', ({ spec }) => {
        spec.selector.matchLabels = { app: 'other' };
      }),
      'a monitor of another port': inFirst(
        'ServiceMonitor',
        ({ spec }) => (spec.endpoints[0].port = 'http'),
      ),
    },
  },
];

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
