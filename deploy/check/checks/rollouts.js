import { problem } from '../rendering.js';
import { inFirst, inServer } from './plant.js';
import { matches } from './services.js';

/** How long a stop of the program may take after SIGTERM (docs/reliability.md). */
const STOP_SECONDS = 20;
/** What changes with a version or a chart may not stand in a selector, which nobody can change later. */
const CHANGING = ['app.kubernetes.io/version', 'helm.sh/chart', 'app.kubernetes.io/managed-by'];

const leastReplicas = (rendering, object) =>
  scalersOf(rendering, object)[0]?.spec.minReplicas ?? object.spec.replicas ?? 1;

const scalersOf = (rendering, object) =>
  rendering
    .of('HorizontalPodAutoscaler')
    .filter(
      ({ spec: { scaleTargetRef: to } }) =>
        to.kind === object.kind && to.name === object.metadata.name,
    );

export const rollouts = [
  {
    id: 'K-20',
    says: 'a pod waits before it stops until nobody sends to it, and has the time that a stop takes',
    *find(rendering) {
      for (const { object, place, spec } of rendering.stayingPods()) {
        const sleep = spec.containers[0].lifecycle?.preStop?.sleep?.seconds ?? 0;
        if (sleep < 1)
          yield problem(object, `${place}spec.containers[0].lifecycle.preStop`, 'must sleep');
        if ((spec.terminationGracePeriodSeconds ?? 30) < sleep + STOP_SECONDS)
          yield problem(
            object,
            `${place}spec.terminationGracePeriodSeconds`,
            `must be at least ${sleep + STOP_SECONDS}`,
          );
      }
    },
    faults: {
      'a grace that is too short': inServer((spec) => (spec.terminationGracePeriodSeconds = 15)),
      'no wait before the stop': inServer((spec) => delete spec.containers[0].lifecycle),
    },
  },
  {
    id: 'K-21',
    says: 'a roll-out takes no pod away before its successor is ready',
    *find(rendering) {
      for (const object of rendering.of('Deployment')) {
        const { type = 'RollingUpdate', rollingUpdate } = object.spec.strategy ?? {};
        if (type !== 'RollingUpdate' || String(rollingUpdate?.maxUnavailable) !== '0')
          yield problem(object, 'spec.strategy.rollingUpdate.maxUnavailable', 'must be 0');
      }
    },
    faults: {
      'a roll-out with a gap': inFirst(
        'Deployment',
        ({ spec }) =>
          (spec.strategy = { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } }),
      ),
    },
  },
  {
    id: 'K-21',
    says: 'a selector holds nothing that changes with a version',
    *find(rendering) {
      for (const { object } of rendering.stayingPods())
        for (const label of CHANGING)
          if (object.spec.selector.matchLabels?.[label])
            yield problem(
              object,
              `spec.selector.matchLabels ${label}`,
              'changes, and a selector cannot',
            );
    },
    faults: {
      'a version in a selector': inFirst('Deployment', ({ spec }) => {
        spec.selector.matchLabels['app.kubernetes.io/version'] = '1';
      }),
    },
  },
  {
    id: 'K-21',
    says: 'a disruption budget matches pods, and lets one of them go',
    *find(rendering) {
      for (const budget of rendering.of('PodDisruptionBudget')) {
        const { selector, minAvailable, maxUnavailable } = budget.spec;
        const pods = rendering
          .stayingPods()
          .filter(({ metadata }) => matches(selector.matchLabels, metadata.labels));
        if (pods.length !== 1) yield problem(budget, 'spec.selector', 'must match one workload');
        for (const { object } of pods) {
          const replicas = leastReplicas(rendering, object);
          if (replicas < 2) yield problem(budget, 'spec', 'keeps the only replica where it is');
          if (maxUnavailable === 0 || minAvailable >= replicas)
            yield problem(budget, 'spec', `lets none of ${replicas} replicas go`);
        }
      }
    },
    faults: {
      'a budget that lets nobody go': inFirst('PodDisruptionBudget', ({ spec }) => {
        delete spec.minAvailable;
        spec.maxUnavailable = 0;
      }),
      'a budget of nobody': inFirst(
        'PodDisruptionBudget',
        ({ spec }) => (spec.selector.matchLabels = { app: 'other' }),
      ),
    },
  },
  {
    id: 'K-22',
    says: 'who is scaled has no number of replicas, and is there',
    *find(rendering) {
      for (const scaler of rendering.of('HorizontalPodAutoscaler')) {
        const { kind, name } = scaler.spec.scaleTargetRef;
        const target = rendering.of(kind).find(({ metadata }) => metadata.name === name);
        if (!target) yield problem(scaler, 'spec.scaleTargetRef', 'is nobody');
        if (target?.spec.replicas !== undefined)
          yield problem(target, 'spec.replicas', 'would fight with its HorizontalPodAutoscaler');
      }
    },
    faults: {
      'replicas beside an autoscaler': inFirst('HorizontalPodAutoscaler', ({ spec }, rendering) => {
        const { kind, name } = spec.scaleTargetRef;
        rendering.of(kind).find(({ metadata }) => metadata.name === name).spec.replicas = 2;
      }),
      'an autoscaler of nobody': inFirst(
        'HorizontalPodAutoscaler',
        ({ spec }) => (spec.scaleTargetRef.name = 'other'),
      ),
    },
  },
];
