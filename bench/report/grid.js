const row = (cells) => `| ${cells.join(' | ')} |`;

/** A Markdown table. */
export const grid = (head, rows) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

export const ms = (value) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export const share = (value) => `${(value * 100).toFixed(0)} %`;

/** A target beside what was measured: a row for `grid`. */
export const verdict = (what, target, measured, met) => [
  what,
  target,
  measured,
  met ? 'met' : '**missed**',
];

export const VERDICT_HEAD = ['what', 'target', 'measured', ''];
