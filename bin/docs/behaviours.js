import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts } from './contracts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What a test in CI cannot prove, and what does instead. */
const ELSEWHERE = {
  'O-37': '`npm run bench`: latency is a matter of the machine, so no test asserts it',
};

const COMMENT = /^\s*(\/\/|\/?\*)/;

const testFiles = () =>
  ['src', 'test'].flatMap((folder) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true })
      .filter((file) => /spec\.tsx?$/.test(file))
      .map((file) => `${folder}/${file}`)
      .sort(),
  );

/** Every test file with the ids in the titles of its tests. */
function proofs() {
  const found = new Map();
  for (const file of testFiles()) {
    const lines = readFileSync(`${ROOT}${file}`, 'utf8')
      .split('\n')
      .filter((line) => !COMMENT.test(line));
    for (const id of new Set(lines.join('\n').match(/\b[A-Z]-\d+\b/g)))
      found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

const item = ({ id, file, place, sentence }, files) => {
  const proof = files.map((path) => `\`${path}\``).join(', ') || ELSEWHERE[id] || '**missing**';
  return `- **[${id}](contracts/${file}#${place})** ${sentence}\n  Proof: ${proof}`;
};

/** What the wire contracts promise, number by number, and where each promise is proven. */
export function behaviours() {
  const found = proofs();
  const sections = contracts()
    .filter(({ promises }) => promises.length > 0)
    .map(({ title, promises }) => {
      const items = promises.map((promise) => item(promise, found.get(promise.id) ?? []));
      return `## ${title}\n\n${items.join('\n')}\n`;
    });
  return `# Behaviours and their proof

The [wire contracts](contracts) number what they promise. Each number stands in the titles of the tests that prove it; behaviours with a
time in them are proven by \`npm run bench\` and \`npm run chaos\`, and a test proves the mechanism. Written by \`npm run docs\`.

${sections.join('\n')}`;
}
