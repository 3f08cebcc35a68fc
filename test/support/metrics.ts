/** One metric as a scrape or the documentation has it; `help` is its meaning. */
export interface ShownMetric {
  readonly name: string;
  readonly type: string;
  readonly help: string;
}

/** Our own metrics of a scrape, by name. */
export function metricsIn(scrape: string): ShownMetric[] {
  const help = new Map(
    [...scrape.matchAll(/^# HELP (\S+) (.*)$/gm)].map(([, name = '', text = '']) => [name, text]),
  );
  return [...scrape.matchAll(/^# TYPE (gatehouse_\S+) (\S+)$/gm)]
    .map(([, name = '', type = '']) => ({ name, type, help: help.get(name) ?? '' }))
    .sort((a, b) => a.name.localeCompare(b.name));
}

/** The series of one metric, or of all: `name{labels}`. */
export const seriesIn = (scrape: string, name = ''): string[] =>
  scrape
    .split('\n')
    .filter((line) => line.startsWith(name) && line !== '' && !line.startsWith('#'))
    .map((line) => line.slice(0, line.lastIndexOf(' ')));

/** @returns undefined when there is no such series */
export function valueIn(scrape: string, series: string): number | undefined {
  const line = scrape.split('\n').find((one) => one.startsWith(`${series} `));
  return line === undefined ? undefined : Number(line.split(' ').at(-1));
}

/** The rows of docs/metrics.md. */
export const documentedMetrics = (markdown: string): (ShownMetric & { labels: string })[] =>
  [...markdown.matchAll(/^\| `(gatehouse_\w+)` *\|([^|]*)\|([^|]*)\|([^|]*)\|/gm)]
    .map(([, name = '', type = '', labels = '', help = '']) => ({
      name,
      type: type.trim(),
      labels: labels.replaceAll('`', '').trim(),
      help: help.trim(),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
