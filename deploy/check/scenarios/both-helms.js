import { isDeepStrictEqual } from 'node:util';
import { lint } from '../helm.js';
import { matrix } from '../matrix.js';
import { render } from '../render.js';
import { nameOf } from '../rendering.js';

export const bothHelms = [
  {
    id: 'K-10',
    says: 'every helm makes the same of the same values, twice, and for an upgrade too',
    async *find({ helms }) {
      for (const set of matrix()) {
        const upgrade = { ...set, more: ['--is-upgrade'] };
        const [first, ...others] = await Promise.all([
          ...helms.map((helm) => render(helm, set)),
          render(helms.at(-1), upgrade),
        ]);
        for (const other of others)
          for (const name of differences(first.rendering, other.rendering))
            yield `${name} differs between two renderings of ${set.name}`;
      }
    },
  },
  {
    id: 'K-10',
    says: 'lints strictly',
    async *find({ helms }) {
      for (const set of matrix().slice(0, 3))
        for (const helm of helms) {
          const { ok, stdout, stderr } = await lint(helm, set.values);
          if (!ok) yield `${helm.name} lint: ${stdout}${stderr}`;
        }
    },
  },
];

function differences(one, other) {
  if (!one || !other) return ['the refusal'];
  const byName = (rendering) =>
    new Map(rendering.objects.map((object) => [nameOf(object), object]));
  const others = byName(other);
  const changed = [...byName(one)].filter(
    ([name, object]) => !isDeepStrictEqual(object, others.get(name)),
  );
  return one.objects.length === other.objects.length
    ? changed.map(([name]) => name)
    : ['the number of objects'];
}
