import { matrix } from '../matrix.js';
import { CHECKS } from '../checks/index.js';
import { matches } from '../checks/services.js';
import { render } from '../render.js';
import { nameOf } from '../rendering.js';

const LONG = 'a-release-with-the-longest-name-that-helm-takes-at-all';

const everything = (release) => ({
  ...matrix().find(({ name }) => name === 'everything'),
  release,
});

export const releases = [
  {
    id: 'K-25',
    says: 'everything holds for the longest name that a release can have',
    async *find({ helms: [helm] }) {
      const { rendering, refusal } = await render(helm, everything(LONG.slice(0, 53)));
      if (!rendering) return void (yield refusal);
      for (const check of CHECKS)
        for await (const text of check.find(rendering)) yield `${text} (release with a long name)`;
    },
  },
  {
    id: 'K-25',
    says: 'two releases in one namespace have nothing in common',
    async *find({ helms: [helm] }) {
      for (const [one, other] of [
        ['north', 'south'],
        [`${LONG.slice(0, 52)}1`, `${LONG.slice(0, 52)}2`],
      ]) {
        const [first, second] = await Promise.all(
          [one, other].map((release) => render(helm, everything(release))),
        );
        if (first.rendering && second.rendering) yield* shared(first.rendering, second.rendering);
      }
    },
  },
];

function* shared(one, other) {
  const names = new Set(one.objects.map(nameOf));
  for (const object of other.objects)
    if (names.has(nameOf(object))) yield `${nameOf(object)} is made by both of two releases`;
  for (const object of one.objects)
    for (const pod of other.pods()) {
      const selector = selectorOf(object);
      if (selector && matches(selector, pod.metadata.labels))
        yield `${nameOf(object)} selects ${nameOf(pod.object)} of another release`;
    }
}

function selectorOf({ kind, spec }) {
  if (kind === 'Service') return spec.selector;
  if (kind === 'NetworkPolicy') return spec.podSelector.matchLabels;
  return spec?.selector?.matchLabels;
}
