import { createServer } from 'node:http';
import { measureAlternately } from '../measure/alternation.js';
import { postmasterOf } from '../measure/cpu.js';
import { PATHS } from '../paths.js';
import { grid, ms, verdict, VERDICT_HEAD } from '../report/grid.js';
import { median } from '../report/summary.js';
import { nothingUsed, Stage } from '../stage/stage.js';

/** What traces may cost at the default sampling: 5 %. */
const LEAST_RATE = 0.95;
const MOST_TIMES = 1.05;
const MEASURED = PATHS.filter(({ name }) => name === 'token' || name === 'gate');

/** Hot paths without a collector of traces and with one, in turns: one request in a hundred is sampled, as by default. */
export const tracing = {
  name: 'tracing',
  paths: MEASURED.map(({ name }) => name),
  defaults: { reps: 7, seconds: 4 },
  run: async (run) => {
    const sink = await Sink.open();
    run.undo.push(async () => sink.close());
    const stage = await Stage.open(run);
    const env = { OTEL_EXPORTER_OTLP_ENDPOINT: sink.url };
    const contestants = [
      await contestant('without', stage.ours()),
      await contestant('with traces', stage.ours({ env })),
    ];
    const scene = { world: stage.world, load: stage.load(), run };
    scene.postmaster = await postmasterOf(contestants[0].side.sql);
    const runs = {};
    for (const path of MEASURED.filter(({ name }) => run.options.paths.includes(name)))
      runs[path.name] = await measureAlternately(path, contestants, scene);
    return { text: report(runs, run.options, sink.spans), runs, spans: sink.spans };
  },
};

async function contestant(name, starting) {
  const side = await starting;
  side.server.kill('SIGSTOP');
  return { name, node: process.version, side, used: nothingUsed() };
}

/** A collector that counts what it gets. */
class Sink {
  spans = 0;
  #server = createServer(async (request, response) => {
    const chunks = await request.toArray();
    response.end('{}');
    this.spans += (String(Buffer.concat(chunks)).match(/"spanId"/g) ?? []).length;
  });

  static async open() {
    const sink = new Sink();
    await new Promise((listening) => sink.#server.listen(0, '127.0.0.1', listening));
    return sink;
  }

  get url() {
    return `http://127.0.0.1:${this.#server.address().port}`;
  }

  close() {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

const cpu = ({ nodeMicros, postgresMicros }) => nodeMicros + postgresMicros;

function report(runs, { reps, seconds, clients }, spans) {
  const rows = Object.entries(runs).flatMap(([path, all]) => {
    const ratio = (mode, value) => {
      const of = (name) =>
        all
          .filter((run) => run.mode === mode && run.name === name)
          .map(({ measured }) => value(measured));
      const without = of('without');
      return median(of('with traces').map((one, rep) => one / without[rep]));
    };
    const row = (what, target, value, met) =>
      verdict(`${path}: ${what}`, target, `${value.toFixed(2)} ×`, met(value));
    return [
      row(
        'requests per second',
        `≥ ${LEAST_RATE} ×`,
        ratio('crowd', ({ perSecond }) => perSecond),
        (value) => value >= LEAST_RATE,
      ),
      row(
        'CPU per request',
        `≤ ${MOST_TIMES} ×`,
        ratio('crowd', cpu),
        (value) => value <= MOST_TIMES,
      ),
      row(
        'p50 alone',
        `≤ ${MOST_TIMES} ×`,
        ratio('alone', ({ p50 }) => p50),
        (value) => value <= MOST_TIMES,
      ),
    ];
  });
  const seen = Object.entries(runs).flatMap(([path, all]) =>
    ['without', 'with traces'].map((name) => {
      const crowd = all.filter((run) => run.mode === 'crowd' && run.name === name);
      const of = (value) => median(crowd.map(({ measured }) => value(measured)));
      const rate = of(({ perSecond }) => perSecond).toFixed(0);
      return [path, name, rate, ms(of(({ p99 }) => p99)), `${of(cpu).toFixed(1)} µs`];
    }),
  );
  return [
    `${clients} clients and one alone, ${reps} repetitions of ${seconds} s in turns; medians of ratios. The collector got ${spans} spans.`,
    '',
    grid(VERDICT_HEAD, rows),
    '',
    grid(['path', '', 'per second', 'p99', 'CPU'], seen),
  ].join('\n');
}
