import { problem } from '../rendering.js';
import { inFirst } from './plant.js';
import { matches } from './services.js';

const isSelected = ({ spec: { podSelector } }, { metadata }) =>
  matches(podSelector.matchLabels, metadata.labels) &&
  (podSelector.matchExpressions ?? []).every(({ key, operator, values }) =>
    operator === 'In' ? values.includes(metadata.labels[key]) : true,
  );

const policiesOf = (rendering, pod) =>
  rendering.of('NetworkPolicy').filter((policy) => isSelected(policy, pod));

/** Whether a rule lets somebody through to a port, by number or name. */
const allows = (rules, ...ports) =>
  rules.some((rule) => !rule.ports || rule.ports.some(({ port }) => ports.includes(port)));

export const networkPolicies = [
  {
    id: 'K-24',
    says: 'NetworkPolicies hold for every pod of the release, both ways',
    *find(rendering) {
      if (rendering.of('NetworkPolicy').length === 0) return;
      for (const pod of rendering.pods())
        for (const type of ['Ingress', 'Egress'])
          if (!policiesOf(rendering, pod).some(({ spec }) => spec.policyTypes?.includes(type)))
            yield problem(pod.object, 'pod', `has no NetworkPolicy for ${type}`);
    },
    faults: {
      'a policy of nobody': (rendering) => {
        for (const policy of rendering.of('NetworkPolicy'))
          policy.spec.podSelector = { matchLabels: { app: 'other' } };
      },
      'a policy of one way': (rendering) => {
        for (const policy of rendering.of('NetworkPolicy')) policy.spec.policyTypes = ['Ingress'];
      },
    },
  },
  {
    id: 'K-24',
    says: 'every pod may ask for names and reach the database',
    *find(rendering) {
      if (rendering.of('NetworkPolicy').length === 0) return;
      for (const pod of rendering.pods()) {
        const egress = policiesOf(rendering, pod).flatMap(({ spec }) => spec.egress ?? []);
        const { port = 5432 } = rendering.values.networkPolicy?.database ?? {};
        for (const [what, number] of [
          ['names', 53],
          ['the database', port],
        ])
          if (!allows(egress, number)) yield problem(pod.object, 'egress', `may not reach ${what}`);
      }
    },
    faults: {
      'a policy without names': inFirst('NetworkPolicy', (first, rendering) => {
        for (const { spec } of rendering.of('NetworkPolicy')) spec.egress = [];
      }),
    },
  },
  {
    id: 'K-24',
    says: 'pods that serve are reached by those who call them, and nobody else reaches anything',
    *find(rendering) {
      for (const policy of rendering.of('NetworkPolicy'))
        for (const rule of policy.spec.ingress ?? [])
          if (!rule.ports || !rule.from?.length)
            yield problem(policy, 'spec.ingress', 'must name ports, and who may come');
      if (rendering.of('NetworkPolicy').length === 0) return;
      for (const service of rendering.of('Service').filter(({ spec }) => spec.clusterIP !== 'None'))
        for (const pod of rendering
          .pods()
          .filter(({ metadata }) => matches(service.spec.selector, metadata.labels))) {
          const ingress = policiesOf(rendering, pod).flatMap(({ spec }) => spec.ingress ?? []);
          if (!allows(ingress, 'http', 3000))
            yield problem(pod.object, 'ingress', 'lets nobody call it');
        }
    },
    faults: {
      'a policy that lets everybody in': (rendering) => {
        for (const { spec } of rendering.of('NetworkPolicy')) spec.ingress = [{}];
      },
      'a policy that lets nobody in': (rendering) => {
        for (const { spec } of rendering.of('NetworkPolicy')) spec.ingress = [];
      },
    },
  },
];
