import { merge } from '../combinations.js';
import { render } from '../render.js';
import { REFUSED } from './refused.js';

const GOOD = { publicUrl: 'https://gym.example.com', secrets: { existingSecret: 'mine' } };

export const refusals = [
  {
    id: 'K-12',
    says: 'what cannot work is refused with a sentence that says what to set',
    async *find({ helms }) {
      for (const { values, without = [], says } of REFUSED)
        for (const helm of helms) {
          const given = merge(GOOD, values);
          for (const name of without) delete given[name];
          const { refusal } = await render(helm, { values: given });
          if (!says.some((sentence) => refusal?.includes(sentence)))
            yield `${helm.name} says of ${JSON.stringify(values)}: ${refusal ?? 'nothing'}`;
        }
    },
  },
];
