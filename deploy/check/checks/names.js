import { nameOf, problem } from '../rendering.js';

const DNS_LABEL = /^[a-z]([-a-z0-9]{0,61}[a-z0-9])?$/;
const LABEL_VALUE = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/;
const OF_PODS = [
  'app.kubernetes.io/name',
  'app.kubernetes.io/instance',
  'app.kubernetes.io/component',
];
const LABELS = [
  ...OF_PODS,
  'app.kubernetes.io/managed-by',
  'app.kubernetes.io/version',
  'helm.sh/chart',
];

export const names = [
  {
    id: 'K-25',
    says: 'names are names of DNS, at most 63 characters, and label values too',
    *find(rendering) {
      for (const object of rendering.objects) {
        if (!DNS_LABEL.test(object.metadata.name))
          yield problem(object, 'metadata.name', 'is no name of DNS');
        for (const [label, value] of labelsOf(object))
          if (typeof value !== 'string' || !LABEL_VALUE.test(value))
            yield problem(object, `label ${label}`, `cannot be ${JSON.stringify(value)}`);
      }
    },
    faults: {
      'a long name': (rendering) => (rendering.objects[0].metadata.name = 'n'.repeat(64)),
      'a label with a plus sign': (rendering) =>
        (rendering.objects[0].metadata.labels['helm.sh/chart'] = 'gatehouse-1.0.0+build'),
    },
  },
  {
    id: 'K-25',
    says: 'every object carries the standard labels',
    *find(rendering) {
      for (const object of rendering.own())
        for (const label of object.kind === 'Pod' ? OF_PODS : LABELS)
          if (!object.metadata.labels?.[label])
            yield problem(object, `label ${label}`, 'is missing');
      for (const { object, place, metadata } of rendering.pods())
        for (const label of OF_PODS)
          if (!metadata.labels?.[label])
            yield problem(object, `${place}metadata label ${label}`, 'is missing');
    },
    faults: {
      'an object without labels': (rendering) => delete rendering.objects[0].metadata.labels,
    },
  },
  {
    id: 'K-25',
    says: 'no object stands twice, and none names a namespace of its own',
    *find(rendering) {
      const seen = new Set();
      for (const object of rendering.objects) {
        if (seen.has(nameOf(object))) yield problem(object, 'metadata.name', 'stands twice');
        seen.add(nameOf(object));
        const { namespace } = object.metadata;
        if (namespace !== undefined && namespace !== rendering.namespace)
          yield problem(object, 'metadata.namespace', `must not be ${namespace}`);
      }
    },
    faults: {
      'an object twice': (rendering) => rendering.objects.push(rendering.objects[0]),
      'an object elsewhere': (rendering) =>
        (rendering.objects[0].metadata.namespace = 'kube-system'),
    },
  },
];

const labelsOf = ({ metadata, spec }) => [
  ...Object.entries(metadata.labels ?? {}),
  ...Object.entries(spec?.template?.metadata?.labels ?? {}),
  ...Object.entries(spec?.selector?.matchLabels ?? {}),
];
