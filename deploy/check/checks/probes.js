import { readFileSync } from 'node:fs';
import { problem } from '../rendering.js';
import { inServer } from './plant.js';

const ROUTES = readFileSync(new URL('../../../test/golden/routes.txt', import.meta.url), 'utf8');
const hasRoute = (path) => ROUTES.split('\n').some((line) => line.startsWith(`GET ${path} `));

const PATHS = {
  startupProbe: '/health/live',
  livenessProbe: '/health/live',
  readinessProbe: '/health/ready',
};
/** A start waits that long for its database (DATABASE_WAIT_SECONDS), and is not to be killed for it. */
const START_SECONDS = 60;
/** An answer that comes later than that says nothing good (docs/performance.md). */
const SLOWEST_SECONDS = 2;

const patience = ({ periodSeconds = 10, failureThreshold = 3 }) => periodSeconds * failureThreshold;

export const probes = [
  {
    id: 'K-19',
    says: 'each serving pod has the three probes, on paths that exist, with time to answer',
    *find(rendering) {
      for (const { object, place, spec } of rendering.stayingPods()) {
        const [container] = spec.containers;
        for (const [name, path] of Object.entries(PATHS)) {
          const { httpGet, timeoutSeconds = 1 } = container[name] ?? {};
          const field = `${place}spec.containers[0].${name}`;
          if (httpGet?.path !== path || !hasRoute(path))
            yield problem(object, field, `must ask ${path}`);
          if (
            !container.ports?.some((port) =>
              [port.name, port.containerPort].includes(httpGet?.port),
            )
          )
            yield problem(object, field, 'asks a port that the container does not have');
          if (timeoutSeconds < SLOWEST_SECONDS)
            yield problem(object, field, `must wait ${SLOWEST_SECONDS} s for an answer`);
        }
      }
    },
    faults: {
      'no readiness probe': inServer(({ containers }) => delete containers[0].readinessProbe),
      'a probe of the wrong port': inServer(({ containers }) => {
        containers[0].livenessProbe.httpGet.port = 'nowhere';
      }),
      'a liveness that fails with the database': inServer(({ containers }) => {
        containers[0].livenessProbe.httpGet.path = '/health/ready';
      }),
      'a probe that is in a hurry': inServer(({ containers }) => {
        containers[0].livenessProbe.timeoutSeconds = 1;
      }),
    },
  },
  {
    id: 'K-19',
    says: 'a start has time, and who is not ready is left out before it is killed',
    *find(rendering) {
      for (const { object, place, spec } of rendering.stayingPods()) {
        const { startupProbe, livenessProbe, readinessProbe } = spec.containers[0];
        const field = `${place}spec.containers[0]`;
        if (!startupProbe || patience(startupProbe) < START_SECONDS)
          yield problem(object, `${field}.startupProbe`, `must allow ${START_SECONDS} s`);
        if (livenessProbe && readinessProbe && patience(livenessProbe) <= patience(readinessProbe))
          yield problem(object, `${field}.livenessProbe`, 'must be more patient than readiness');
      }
    },
    faults: {
      'a short start': inServer(
        ({ containers }) => (containers[0].startupProbe.failureThreshold = 1),
      ),
      'an impatient liveness': inServer(({ containers }) => {
        Object.assign(containers[0].livenessProbe, { periodSeconds: 1, failureThreshold: 1 });
      }),
    },
  },
];
