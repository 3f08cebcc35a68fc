import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { contracts } from './contracts.js';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** What a test in CI cannot prove, and what does instead. */
const ELSEWHERE = {
  'O-37': '`npm run bench`: latency is a matter of the machine, so no test asserts it',
  'A-32': '`npm run bench -- rules`: throughput is a matter of the machine, so no test asserts it',
};

const COMMENT = /^\s*(\/\/|\/?\*)/;

/** Where proofs are: tests, and the checks of `npm run chart`. */
const PROOFS = {
  src: /spec\.tsx?$/,
  test: /spec\.tsx?$/,
  'deploy/check/checks': /\.js$/,
  'deploy/check/scenarios': /\.js$/,
};

const proofFiles = () =>
  Object.entries(PROOFS).flatMap(([folder, files]) =>
    readdirSync(`${ROOT}${folder}`, { recursive: true })
      .filter((file) => files.test(file))
      .map((file) => `${folder}/${file}`)
      .sort(),
  );

/** Every file of proofs by the ids in their titles. */
function proofs() {
  const found = new Map();
  for (const file of proofFiles()) {
    const lines = readFileSync(`${ROOT}${file}`, 'utf8')
      .split('\n')
      .filter((line) => !COMMENT.test(line));
    for (const id of new Set(lines.join('\n').match(/\b[A-Z]-\d+\b/g)))
      found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

const item = ({ id, file, place, sentence }, files) => {
  const named = files.map((path) => `\`${path}\``);
  const proof = [...named, ELSEWHERE[id]].filter(Boolean).join(', ') || '**missing**';
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

The [contracts](contracts) number what they promise. Each number stands in the titles of the tests that prove it; behaviours with a
time in them are proven by \`npm run bench\` and \`npm run chaos\`, and a test proves the mechanism; manifests by \`npm run chart\`. Written by \`npm run docs\`.

${sections.join('\n')}`;
}
