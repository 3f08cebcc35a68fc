// Plain JavaScript: the end of a run loads it itself, without our transform.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../../web/api-examples.json', import.meta.url));
/** Longer ones nobody reads. */
const LONG = 4_000;

/** Whether a run keeps answers as examples: of what has none, or one that the document no longer allows. */
export const isRecording = () => process.env.RECORD_EXAMPLES === '1';

export const keptExamples = () => JSON.parse(readFileSync(FILE, 'utf8'));

const offered = () => join(process.env.TMPDIR, 'examples');

/** Of several that are offered in a run the one that shows most is kept. */
export function offerExample(id, example) {
  mkdirSync(offered(), { recursive: true });
  const file = join(offered(), `${id}.json`);
  const text = JSON.stringify(example);
  if (!existsSync(file) || worth(text) > worth(readFileSync(file, 'utf8')))
    writeFileSync(file, text);
}

const worth = ({ length }) => (length > LONG ? LONG / length : length);

/** Adds what all workers of the run have offered. */
export function keepOffered() {
  if (!isRecording() || !existsSync(offered())) return;
  const added = readdirSync(offered()).map((name) => [
    name.replace(/\.json$/, ''),
    JSON.parse(readFileSync(join(offered(), name), 'utf8')),
  ]);
  const all = Object.entries({ ...keptExamples(), ...Object.fromEntries(added) });
  const sorted = Object.fromEntries(all.toSorted(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(FILE, `${JSON.stringify(sorted, undefined, 2)}\n`);
  console.log(`Recorded: ${added.map(([id]) => id).join(', ')}`);
}
