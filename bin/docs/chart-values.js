const SECTION = /^# -- (.+)$/;
const COMMENT = /^ *# (.+)$/;
const KEY = /^( *)(\w+):(?: (.+))?$/;

/**
 * Every value of a chart that has a comment above it: { section, path, means, text }, in their order. A value without one
 * is part of what stands above it.
 */
export function documentedValues(yaml) {
  const reader = new ValuesReader();
  for (const line of yaml.split('\n')) reader.read(line);
  return reader.found.map(withDefault);
}

class ValuesReader {
  found = [];
  section = '';
  comment = [];
  /** The keys above the line, from the outermost on. */
  open = [];

  read(line) {
    if (SECTION.test(line)) this.section = SECTION.exec(line)[1];
    else if (COMMENT.test(line)) this.comment.push(COMMENT.exec(line)[1]);
    else if (KEY.test(line)) this.readKey(...KEY.exec(line).slice(1));
    else this.found.at(-1)?.rest.push(line.trim());
  }

  readKey(indent, key, text = '') {
    const { section, comment } = this;
    this.open = this.open.filter(({ depth }) => depth < indent.length);
    this.open.push({ depth: indent.length, key, isTold: comment.length > 0 });
    this.comment = [];
    const path = this.open.map((one) => one.key).join('.');
    if (comment.length > 0)
      this.found.push({ section, path, means: comment.join(' '), text, rest: [] });
    else if (text !== '' && !this.open.some(({ isTold }) => isTold))
      throw new Error(`values.yaml does not say what ${path} is for`);
  }
}

/** A short value that begins on the next line is told too; of a longer one only that it is there. */
function withDefault({ rest, text, ...value }) {
  const [next = ''] = rest;
  return { ...value, text: text || (next.startsWith('{') && next.endsWith('}') ? next : '') };
}

/** The tables of a chart's README. */
export function valueTables(yaml) {
  const values = documentedValues(yaml);
  return [...new Set(values.map(({ section }) => section))]
    .map((section) => {
      const rows = values.filter((value) => value.section === section).map(row);
      return `### ${section}\n\n| value | default | what for |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
    })
    .join('\n');
}

const row = ({ path, text, means }) =>
  `| \`${path}\` | ${text && `\`${text}\``} | ${means.replaceAll('|', '\\|')} |`;
