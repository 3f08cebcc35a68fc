import { nameOf } from '../rendering.js';
import { schemaProblems } from '../schemas.js';
import { inFirst, inServer } from './plant.js';

export const schema = [
  {
    id: 'K-11',
    says: 'every object has only fields that its schema knows, and all that it needs',
    async *find(rendering) {
      for (const object of rendering.objects)
        for (const text of await schemaProblems(object)) yield `${nameOf(object)} ${text}`;
    },
    faults: {
      'a misspelt field': inServer((spec) => (spec.toleration = [])),
      'a misspelt field of a container': inServer(({ containers }) => (containers[0].comand = [])),
      'a number that is a text': inFirst('Deployment', ({ spec }) => (spec.replicas = '2')),
      'a missing field': inFirst('Deployment', ({ spec }) => delete spec.selector),
      'a value that is no text': inServer(({ containers }) => {
        containers[0].env.push({ name: 'MIGRATE', value: true });
      }),
      'a kind that nobody knows': inFirst('Service', (service) => (service.kind = 'Servce')),
    },
  },
];
