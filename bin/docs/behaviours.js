import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const CONTRACTS = [
  { letter: 'W', last: 71, name: 'Wellhub' },
  { letter: 'O', last: 51, name: 'Open API: codes, gate, webhooks' },
  { letter: 'U', last: 33, name: 'Users API' },
];
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
    for (const id of new Set(lines.join('\n').match(/\b[WOU]-\d+\b/g)))
      found.set(id, [...(found.get(id) ?? []), file]);
  }
  return found;
}

const row = (id, files) =>
  `| ${id} | ${files.map((file) => `\`${file}\``).join(', ') || ELSEWHERE[id] || '**missing**'} |`;

/** Where each numbered behaviour of the wire contracts is proven. */
export function behaviours() {
  const found = proofs();
  const sections = CONTRACTS.map(({ letter, last, name }) => {
    const ids = Array.from({ length: last }, (_, index) => `${letter}-${index + 1}`);
    const rows = ids.map((id) => row(id, found.get(id) ?? []));
    return `## ${name}\n\n| behaviour | proven by |\n| --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Behaviours and their proof

The wire contracts number what they promise. Each number stands in the titles of the tests that prove it; behaviours with a time in them
are proven by \`npm run bench\` and \`npm run chaos\`, and a test proves the mechanism. Written by \`npm run docs\`.

${sections.join('\n')}`;
}
