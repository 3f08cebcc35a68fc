import { describe, expect, it } from '@jest/globals';
import {
  costsOf,
  costsTable,
  isJudged,
  unjudgedInWords,
  verdictOn,
  type Run,
} from '../bench/report/costs.js';
import { BEGIN, END, withTable } from '../bench/report/marks.js';
import { readText } from './support/repository.js';

interface Repetition {
  readonly raw: number;
  readonly ours: number;
}

/** Three repetitions of tokens: requests per second of both sides; ours takes 50 µs, and 1.1 times as long alone. */
const tokens = (...repetitions: Repetition[]): Run[] =>
  repetitions.flatMap(({ raw, ours }, at) => {
    const run = (mode: Run['mode'], name: Run['name'], measured: Run['measured']): Run => ({
      rep: at + 1,
      mode,
      name,
      measured,
    });
    return [
      run('crowd', 'raw', { perSecond: raw }),
      run('crowd', 'ours', { perSecond: ours, nodeMicros: 50, postgresMicros: 8 }),
      run('crowd', 'batched', { perSecond: ours * 2 }),
      run('alone', 'raw', { perSecond: 1, p50: 1 }),
      run('alone', 'ours', { perSecond: 1, p50: 1.1 }),
    ];
  });

describe('the table of what a request costs', () => {
  it('compares within each repetition and takes medians, and says what is met', () => {
    const costs = costsOf(
      'token',
      tokens({ raw: 1_000, ours: 950 }, { raw: 1_100, ours: 1_045 }, { raw: 900, ours: 450 }),
    );
    expect(costs).toMatchObject({ sameWork: 0.95, batched: 2, node: 50, postgres: 8, alone: 1.1 });
    expect(verdictOn(costs)).toBe('met');
    expect(costsTable([costs])).toContain(
      '| token | 0.95 | 2.0 | 50 + 8 | 1.10 | 20 % / 0 % | met |',
    );
  });

  it('names each target that is missed', () => {
    const costs = costsOf('token', tokens(...[1, 2, 3].map(() => ({ raw: 1_000, ours: 500 }))));
    expect(verdictOn({ ...costs, alone: 1.3, node: 61 })).toBe(
      'missed: same work (≥ 0.9), Node (≤ 60), alone (≤ 1.25)',
    );
  });

  it('gives no verdict when raw itself differed by more than a quarter', () => {
    const costs = costsOf(
      'token',
      tokens({ raw: 1_000, ours: 950 }, { raw: 1_310, ours: 1_250 }, { raw: 1_000, ours: 950 }),
    );
    expect(verdictOn(costs)).toBe('no verdict: same work (raw differed by 31 %)');
    expect(isJudged(costs)).toBe(false);
  });

  it('judges the lone client by what raw differed by alone, and CPU in any case', () => {
    const costs = costsOf('token', tokens(...[1, 2, 3].map(() => ({ raw: 1_000, ours: 950 }))));
    const uneven = { ...costs, spread: 0.4, sameWork: 0.5, alone: 1.3, node: 61 };
    expect(verdictOn(uneven)).toBe(
      'missed: Node (≤ 60), alone (≤ 1.25); no verdict: same work (raw differed by 40 %)',
    );
    const unevenAlone = { ...uneven, spread: 0.1, spreadAlone: 0.3 };
    expect(verdictOn(unevenAlone)).toBe(
      'missed: same work (≥ 0.9), Node (≤ 60); no verdict: alone (raw differed by 30 %)',
    );
    expect(isJudged(unevenAlone)).toBe(false);
  });

  it('finds what raw differed by alone in its latencies', () => {
    const runs = tokens(...[1, 2, 3].map(() => ({ raw: 1_000, ours: 950 })));
    const slower = runs.map((run) =>
      run.rep === 1 && run.mode === 'alone' && run.name === 'raw'
        ? { ...run, measured: { perSecond: 1, p50: 1.5 } }
        : run,
    );
    expect(costsOf('token', slower)).toMatchObject({ spread: 0, spreadAlone: 0.5 });
  });

  it('names the paths without a verdict where a table is kept all the same', () => {
    const costs = costsOf('token', tokens(...[1, 2, 3].map(() => ({ raw: 1_000, ours: 950 }))));
    expect(unjudgedInWords([costs])).toBe('');
    const kept = unjudgedInWords([costs, { ...costs, path: 'gate', spread: 0.4 }]);
    expect(kept).toBe('Kept with `--force`: not every target has a verdict on gate.');
    const page = readText('docs/performance.md').split(BEGIN)[1]?.split(END)[0] ?? '';
    const unjudged = [...page.matchAll(/^\| (\S+) .*no verdict/gm)].map(([, path]) => path);
    const named = /has a verdict on (.+)\.$/m.exec(page)?.[1]?.split(', ') ?? [];
    expect([...new Set(unjudged)]).toEqual(named);
  });

  it('gives no verdict after fewer than three repetitions', () => {
    const costs = costsOf('token', tokens({ raw: 1_000, ours: 950 }));
    expect(verdictOn(costs)).toBe('no verdict: fewer than 3 repetitions');
    expect(isJudged(costs)).toBe(false);
  });

  it('replaces what stands between its marks and nothing else', () => {
    const page = `# Figures\n\n${BEGIN}\n\nold\n\n${END}\n\nAfter.\n`;
    expect(withTable(page, 'new')).toBe(`# Figures\n\n${BEGIN}\n\nnew\n\n${END}\n\nAfter.\n`);
    expect(() => withTable('# Figures\n', 'new')).toThrow(/lacks/);
    expect(withTable(readText('docs/performance.md'), 'new')).toContain('new');
  });
});
