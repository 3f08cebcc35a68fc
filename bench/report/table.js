const whole = (value) => (value === undefined ? '–' : Math.round(value).toString());
const ms = (value) => (value === undefined ? '–' : value.toFixed(2));
const row = (cells) => `| ${cells.join(' | ')} |`;
const both = (cell, { ours, other }) => `${cell(ours)} / ${cell(other)}`;

/**
 * The result as Markdown: targets beside what was measured, then the figures behind them.
 * @param names what the two sides are called
 */
export function table({ postgres, options, paths, names = 'ours / raw' }) {
  const measured = paths.filter(({ failed }) => failed === undefined);
  const { reps, seconds, customers, clients } = options;
  return [
    `PostgreSQL ${postgres.server_version}, fsync ${postgres.fsync}, ` +
      `synchronous_commit ${postgres.synchronous_commit} · ${reps} × ${seconds} s, ${customers} members`,
    '',
    row(['path', 'what', `target, ${names}`, 'measured', '']),
    row(['---', '---', '---', '---', '---']),
    ...paths.flatMap(verdicts),
    '',
    `Medians, ${names}; CPU in µs per request, with what our workers did afterwards:`,
    '',
    row(['path', 'clients', 'req/s', 'p50 ms', 'p99 ms', 'CPU Node', 'CPU PostgreSQL', 'CPU load']),
    row(['---', '--:', '--:', '--:', '--:', '--:', '--:', '--:']),
    ...measured.flatMap((path) => [
      figures(path.title, 1, path.alone),
      figures('', path.clients ?? clients, path.crowd),
    ]),
    ...backlogs(measured),
  ].join('\n');
}

function verdicts({ title, judged, failed, refused }) {
  if (failed !== undefined) return [row([title, '', '', failed, '**failed**'])];
  const notOk = { what: 'answers other than 200', target: '0', measured: refused, met: false };
  return [...judged, ...(refused > 0 ? [notOk] : [])].map(({ what, target, measured, met }, no) =>
    row([no === 0 ? title : '', what, target, measured, met ? 'met' : '**missed**']),
  );
}

const figures = (title, clients, sides) =>
  row([
    title,
    clients,
    both(({ perSecond }) => whole(perSecond), sides),
    both(({ p50 }) => ms(p50), sides),
    both(({ p99 }) => ms(p99), sides),
    both(({ nodeMicros }) => whole(nodeMicros), sides),
    both(({ postgresMicros }) => whole(postgresMicros), sides),
    both(({ generatorMicros }) => whole(generatorMicros), sides),
  ]);

/** Work that our workers had not done when the last answer left; raw has nobody who would ever do it. */
function backlogs(paths) {
  const waiting = paths.filter(({ crowd }) => crowd.ours.backlog > 0);
  if (waiting.length === 0) return [];
  const line = ({ name, crowd: { ours } }) =>
    `- ${name}: ${whole(ours.backlog)} of ${whole(ours.requests)}, done ${whole(ours.settleMs)} ms later`;
  return ['', 'Rows that waited for our workers after the last answer:', ...waiting.map(line)];
}
