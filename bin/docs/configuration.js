import {
  environmentSchema,
  FILE_VARIABLES,
  readEnvironment,
} from '../../dist/platform/config/environment.js';
import { GROUPS } from './variables.js';

const known = Object.keys(environmentSchema.shape);
const documented = GROUPS.flatMap(({ variables }) => Object.keys(variables));
const odd = [
  ...known.filter((name) => !documented.includes(name)),
  ...documented.filter((name) => !known.includes(name)),
];
if (odd.length > 0) throw new Error(`bin/docs/variables.js and environment.ts differ: ${odd}`);

const defaults = readEnvironment({});
const defaultOf = (name, { without }) => without ?? `\`${defaults[name]}\``;

export const configuration = () => `# Configuration

Everything is set by environment variables, or by a file of them, \`.env\` (copy \`.env.example\`); without any, Gatehouse runs alone on one machine, with a database of its own.
A missing or malformed variable stops the start, with every problem named at once and no value shown.
A blank variable counts as absent.

${FILE_VARIABLES.map((name) => `\`${name}\``).join(', ')} may be given as a file instead: \`<NAME>_FILE\` holds its path.

${GROUPS.map(section).join('\n')}
---

Written by \`npm run docs\` from \`src/platform/config/environment.ts\` and \`bin/docs/variables.js\`.
`;

const section = ({ title, variables }) => `## ${title}

| variable | without it | meaning |
| --- | --- | --- |
${Object.entries(variables)
  .map(([name, variable]) => `| \`${name}\` | ${defaultOf(name, variable)} | ${variable.means} |`)
  .join('\n')}
`;

/** Every variable with its default, none of them set: a start with this file is a start without it. */
export const envExample = () =>
  `# Copy to .env and fill in what you need; docs/configuration.md says more. Written by npm run docs.\n${GROUPS.map(
    ({ title, variables }) =>
      `\n# --- ${title}\n${Object.entries(variables).map(example).join('')}`,
  ).join('')}`;

const example = ([name, variable]) =>
  `# ${variable.means.replaceAll('`', '')}\n# ${name}=${variable.example ?? defaults[name] ?? ''}\n`;
