import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FOLDER = fileURLToPath(new URL('../../docs/contracts/', import.meta.url));

/** How GitHub names the place of a heading. */
const anchorOf = (heading) =>
  heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

/** A promise is one item of a list: `- W-42 What is promised.`, its further lines indented. */
function promisesOf(file) {
  const found = [];
  let heading = '';
  let current;
  for (const line of readFileSync(`${FOLDER}${file}`, 'utf8').split('\n')) {
    const [, id, sentence] = /^- ([A-Z]-\d+) (.+)$/.exec(line) ?? [];
    if (id) found.push((current = { id, file, place: anchorOf(heading), sentence }));
    else if (current && /^ {2}\S/.test(line)) current.sentence += ` ${line.trim()}`;
    else {
      current = undefined;
      heading = /^#+ (.+)$/.exec(line)?.[1] ?? heading;
    }
  }
  return found;
}

const numberOf = ({ id }) => Number(id.split('-')[1]);

/** The wire contracts: title, file, and every numbered promise in the order of its number. */
export function contracts() {
  return readdirSync(FOLDER)
    .filter((file) => file.endsWith('.md'))
    .map((file) => ({
      file,
      title: /^# (.+)$/m.exec(readFileSync(`${FOLDER}${file}`, 'utf8'))?.[1] ?? file,
      promises: promisesOf(file).sort((a, b) => numberOf(a) - numberOf(b)),
    }));
}
