import { readFileSync } from 'node:fs';
import { nameOf, problem } from '../rendering.js';
import { inFirst } from './plant.js';
import { backendsOf, podsOf, serviceNamed, servicePort } from './services.js';

/** Where neither Wellhub nor a browser has business. */
const CLOSED = ['/metrics', '/health', '/health/live', '/health/database', '/sandbox'];

const ROUTES = readFileSync(new URL('../../../test/golden/routes.txt', import.meta.url), 'utf8')
  .split('\n')
  .map((line) => line.split(/\s+/)[1]?.replaceAll(/:\w+/g, 'a-gym'))
  .filter((path) => path && !CLOSED.some((closed) => covers('Prefix', closed, path)));

/** Whether a path of a rule takes a request. */
function covers(type, rule, path) {
  if (type === 'Exact') return path === rule;
  if (type === 'RegularExpression') return new RegExp(`^(?:${rule})$`).test(path);
  return rule === '/' || path === rule || path.startsWith(`${rule.replace(/\/$/, '')}/`);
}

/** Who gets a request: an exact path before prefixes, a longer one before a shorter one. */
export function takerOf(backends, path) {
  const weight = ({ pathType, path: rule }) => (pathType === 'Exact' ? 10_000 : rule.length);
  return backends
    .filter(({ pathType, path: rule }) => covers(pathType, rule, path))
    .sort((a, b) => weight(b) - weight(a))[0];
}

/** Whether somebody answers there: a closed path is routed to a Service without pods. */
const isOpen = (rendering, { service, port }) =>
  servicePort(rendering, service, port) !== undefined &&
  podsOf(rendering, serviceNamed(rendering, service)).length > 0;

export const routes = [
  {
    id: 'K-13',
    says: 'nobody routes /metrics, /health or /sandbox',
    *find(rendering) {
      for (const { object, hosts, backends } of entrances(rendering))
        for (const path of CLOSED) {
          const taker = takerOf(backends, path);
          if (taker && isOpen(rendering, taker))
            yield problem(object, hosts, `routes ${path} (by ${taker.path})`);
        }
    },
    faults: {
      'an Ingress with /metrics': inFirst('Ingress', openPath('/metrics')),
      'an Ingress with /health': inFirst('Ingress', openPath('/health')),
      'an HTTPRoute with everything': inFirst('HTTPRoute', ({ spec }) => {
        const { backendRefs } = spec.rules.find((rule) => rule.backendRefs);
        spec.rules = [{ backendRefs }];
      }),
    },
  },
  {
    id: 'K-13',
    says: 'no route leads to the port of the metrics',
    *find(rendering) {
      for (const { object, service, port } of backendsOf(rendering))
        if (servicePort(rendering, service, port)?.targetPort === 'metrics')
          yield problem(object, 'backend', 'leads to the metrics');
    },
    faults: {
      'an Ingress to the metrics': inFirst('Ingress', ({ spec }, rendering) => {
        const { service } = spec.rules[0].http.paths[0].backend;
        serviceNamed(rendering, service.name).spec.ports[0].targetPort = 'metrics';
      }),
    },
  },
  {
    id: 'K-24',
    says: 'where everything is routed, every route of the program but those is reached',
    *find(rendering) {
      if (rendering.values.surfaces) return;
      const backends = entrances(rendering).flatMap((entrance) => entrance.backends);
      if (backends.length === 0) return;
      for (const path of new Set(ROUTES)) {
        const taker = takerOf(backends, path);
        if (!taker || !isOpen(rendering, taker))
          yield `${nameOf(backends[0].object)} routes nobody to ${path}`;
      }
    },
    faults: {
      'an entrance without the console': (rendering) => {
        delete rendering.values.surfaces;
        for (const { spec } of rendering.of('Ingress', 'HTTPRoute')) spec.rules = [];
        rendering.objects.push({
          kind: 'HTTPRoute',
          metadata: { name: 'part' },
          spec: {
            rules: [
              {
                matches: [{ path: { type: 'PathPrefix', value: '/v1' } }],
                backendRefs: [{ name: 'x', port: 80 }],
              },
            ],
          },
        });
      },
    },
  },
];

/** What one Ingress or HTTPRoute does with requests for one host. */
function entrances(rendering) {
  const found = new Map();
  for (const backend of backendsOf(rendering)) {
    const key = `${nameOf(backend.object)} ${backend.host}`;
    if (!found.has(key))
      found.set(key, { object: backend.object, hosts: backend.host, backends: [] });
    found.get(key).backends.push(backend);
  }
  return [...found.values()];
}

function openPath(path) {
  return ({ spec }) => {
    for (const { http } of spec.rules)
      http.paths.push({ ...http.paths[0], path, pathType: 'Exact' });
  };
}
