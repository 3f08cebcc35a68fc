import { containersOf, problem } from '../rendering.js';
import { inFirst } from './plant.js';

export const matches = (selector = {}, labels = {}) =>
  Object.entries(selector).every(([label, value]) => labels[label] === value);

const portsOf = (pod) => containersOf(pod).flatMap(({ container }) => container.ports ?? []);

const hasPort = (pod, port) =>
  portsOf(pod).some(({ name, containerPort }) => name === port || containerPort === port);

const selectedBy = (rendering, selector) =>
  rendering.pods().filter(({ metadata }) => matches(selector, metadata.labels));

export const podsOf = (rendering, service) => selectedBy(rendering, service.spec.selector);

/** What is not for people outside is routed to a Service without pods. */
const isClosed = ({ metadata }) => metadata.name.endsWith('-closed');

export const services = [
  {
    id: 'K-23',
    says: 'a Service leads to pods that stay, and to ports that they have',
    *find(rendering) {
      for (const service of rendering.of('Service')) {
        const pods = podsOf(rendering, service);
        if (pods.length === 0 && !isClosed(service))
          yield problem(service, 'spec.selector', 'matches no pod');
        for (const pod of pods) {
          if (!rendering.stayingPods().some(({ object }) => object === pod.object))
            yield problem(service, 'spec.selector', `matches a pod of ${pod.object.kind}`);
          for (const { name, port, targetPort = port } of service.spec.ports)
            if (!hasPort(pod, targetPort))
              yield problem(
                service,
                `port ${name}`,
                `leads to no port of ${pod.object.metadata.name}`,
              );
        }
      }
    },
    faults: {
      'a Service of nobody': inFirst('Service', ({ spec }) => (spec.selector = { app: 'other' })),
      'a Service with a port that nobody has': inFirst(
        'Service',
        ({ spec }) => (spec.ports[0].targetPort = 'nowhere'),
      ),
      'a Service that also selects the job': (rendering) => {
        const job = rendering.pods().find(({ object }) => object.kind === 'Job');
        job.metadata.labels = { ...rendering.of('Service')[0].spec.selector };
      },
    },
  },
  {
    id: 'K-23',
    says: 'a route leads to a Service and port of the release',
    *find(rendering) {
      for (const { object, service, port } of backendsOf(rendering))
        if (!servicePort(rendering, service, port))
          yield problem(object, 'backend', `${service}:${port} is no Service of the release`);
    },
    faults: {
      'an Ingress to another Service': inFirst('Ingress', ({ spec }) => {
        spec.rules[0].http.paths[0].backend.service.name = 'other';
      }),
      'an HTTPRoute to another port': inFirst('HTTPRoute', ({ spec }) => {
        spec.rules[0].backendRefs[0].port = 1;
      }),
    },
  },
  {
    id: 'K-23',
    says: 'pods of one workload are selected by no other one',
    *find(rendering) {
      for (const { object } of rendering.stayingPods()) {
        const { matchLabels } = object.spec.selector;
        const own = selectedBy(rendering, matchLabels);
        if (!own.some((pod) => pod.object === object))
          yield problem(object, 'spec.selector', 'does not match its own pods');
        for (const other of own)
          if (other.object !== object)
            yield problem(object, 'spec.selector', `matches pods of ${other.object.metadata.name}`);
      }
    },
    faults: {
      'a workload that selects the job': (rendering) => {
        const job = rendering.pods().find(({ object }) => object.kind === 'Job');
        job.metadata.labels = { ...rendering.of('Deployment')[0].spec.selector.matchLabels };
      },
      'a workload that selects nothing': inFirst('Deployment', ({ spec }) => {
        spec.selector.matchLabels = { app: 'other' };
      }),
    },
  },
];

/** Where an Ingress or HTTPRoute leads, with the paths that lead there. */
export const backendsOf = (rendering) => [
  ...rendering.of('Ingress').flatMap(backendsOfIngress),
  ...rendering.of('HTTPRoute').flatMap(backendsOfRoute),
];

const backendsOfIngress = (object) =>
  (object.spec.rules ?? []).flatMap(({ host, http }) =>
    http.paths.map(({ path, pathType, backend: { service } }) => {
      const port = service.port.name ?? service.port.number;
      return { object, host, path, pathType, service: service.name, port };
    }),
  );

const EVERYTHING = { path: { type: 'PathPrefix', value: '/' } };

const backendsOfRoute = (object) =>
  object.spec.rules.flatMap(({ matches: asked = [EVERYTHING], backendRefs = [] }) =>
    backendRefs.flatMap(({ name: service, port }) =>
      asked.map(({ path = EVERYTHING.path }) => ({
        object,
        host: object.spec.hostnames?.join(', '),
        path: path.value,
        pathType: path.type,
        service,
        port,
      })),
    ),
  );

export const serviceNamed = (rendering, service) =>
  rendering.of('Service').find(({ metadata }) => metadata.name === service);

/** The port of a Service, by its name or number. */
export const servicePort = (rendering, service, port) =>
  serviceNamed(rendering, service)?.spec.ports.find(
    ({ name, port: number }) => name === port || number === port,
  );
