import type { VNode } from 'preact';
import { AreaChart } from '../charts/area-chart.js';
import { BarTable } from '../charts/bar-table.js';
import type { ChartColumn, ChartSeries } from '../charts/chart.js';
import { ColumnChart } from '../charts/column-chart.js';
import type { ConsolePage } from '../frame/console-page.js';
import { Panel } from '../frame/list.js';
import { REASON_WORDS, refusalText } from '../reasons/reason-words.js';
import { hourOf, monthOf, weekdayOf, type Named } from './axis-names.js';
import {
  allOf,
  lostOf,
  paidShareOf,
  waitingOf,
  type ReportItem,
  type PeriodReports,
} from './report.js';
import { STATISTICS_WORDS, type StatisticsWords } from './statistics-words.js';

interface ChartsProps {
  readonly page: ConsolePage;
  readonly reports: PeriodReports;
}

const seriesOf = ({ paid, waiting, lost }: StatisticsWords): readonly ChartSeries[] => [
  { label: paid, tone: 'paid' },
  { label: waiting, tone: 'waiting' },
  { label: lost, tone: 'lost' },
];

const columnsOf = (
  items: readonly ReportItem[],
  nameOf: (key: string) => Named,
  valuesOf: (item: ReportItem) => readonly number[],
): readonly ChartColumn[] =>
  items.map((item) => ({ key: item.key, ...nameOf(item.key), values: valuesOf(item) }));

const checkInsOf = ({ checkIns }: ReportItem) => [
  checkIns.paid,
  waitingOf(checkIns),
  lostOf(checkIns),
];

/** The first of the largest. */
const largest = (items: readonly ReportItem[], valueOf: (item: ReportItem) => number) =>
  items.reduce((most, item) => (valueOf(item) > valueOf(most) ? item : most));

function busiest({ page }: ChartsProps, items: readonly ReportItem[], nameOf: NameOf): string {
  const words = page.textsOf(STATISTICS_WORDS);
  const most = largest(items, ({ checkIns }) => allOf(checkIns));
  const count = allOf(most.checkIns);
  if (count === 0) return words.nothing;
  const { name } = nameOf(most.key);
  return words.busiest.replace('{name}', name).replace('{count}', page.formats.number(count));
}

type NameOf = (key: string) => Named;

export function HourChart(props: ChartsProps): VNode {
  const { page, reports } = props;
  const words = page.textsOf(STATISTICS_WORDS);
  const { items } = reports.hour;
  return (
    <Panel title={words.byHour}>
      <ColumnChart
        page={page}
        id="by-hour"
        title={words.byHour}
        summary={busiest(props, items, hourOf)}
        axis={words.hour}
        series={seriesOf(words)}
        columns={columnsOf(items, hourOf, checkInsOf)}
      />
    </Panel>
  );
}

export function WeekdayChart(props: ChartsProps): VNode {
  const { page, reports } = props;
  const words = page.textsOf(STATISTICS_WORDS);
  const { items } = reports.weekday;
  const nameOf = weekdayOf(page.words.lang);
  return (
    <Panel title={words.byWeekday}>
      <ColumnChart
        page={page}
        id="by-weekday"
        title={words.byWeekday}
        summary={busiest(props, items, nameOf)}
        axis={words.weekday}
        series={seriesOf(words)}
        columns={columnsOf(items, nameOf, checkInsOf)}
      />
    </Panel>
  );
}

export function InsideChart({ page, reports }: ChartsProps): VNode {
  const words = page.textsOf(STATISTICS_WORDS);
  const { items } = reports.hour;
  const { key, inside } = largest(items, (item) => item.inside.peak);
  const summary = words.insideSummary
    .replace('{count}', page.formats.number(inside.peak))
    .replace('{name}', hourOf(key).name);
  return (
    <Panel title={words.inside}>
      <AreaChart
        page={page}
        id="inside"
        title={words.inside}
        summary={inside.peak === 0 ? words.nothing : summary}
        axis={words.hour}
        series={[
          { label: words.average, tone: 'plain' },
          { label: words.peak, tone: 'waiting' },
        ]}
        columns={columnsOf(items, hourOf, (item) => [item.inside.average, item.inside.peak])}
      />
    </Panel>
  );
}

export function ShareChart({ page, reports }: ChartsProps): VNode {
  const words = page.textsOf(STATISTICS_WORDS);
  const { items, total } = reports.month;
  const { formats } = page;
  const all = paidShareOf(total.checkIns);
  return (
    <Panel title={words.byMonth}>
      <ColumnChart
        page={page}
        id="by-month"
        title={words.byMonth}
        summary={
          all === null ? words.nothing : words.shareSummary.replace('{share}', formats.percent(all))
        }
        axis={words.month}
        series={[{ label: words.share, tone: 'paid' }]}
        columns={columnsOf(items, monthOf(page), ({ checkIns }) => [paidShareOf(checkIns) ?? 0])}
        format={(value) => formats.percent(value)}
        most={1}
      />
    </Panel>
  );
}

export function RefusalBars({ page, reports }: ChartsProps): VNode {
  const words = page.textsOf(STATISTICS_WORDS);
  const reasons = page.textsOf(REASON_WORDS);
  const bars = reports.hour.total.scans.refusals.map(({ reason, count }) => ({
    key: reason,
    label: refusalText(reasons, reason),
    value: count,
  }));
  return (
    <Panel title={words.refusals}>
      {bars.length === 0 ? (
        <p class="quiet">{words.nothing}</p>
      ) : (
        <BarTable
          page={page}
          caption={words.refusals}
          heads={[words.reason, words.count]}
          tone="waiting"
          bars={bars}
        />
      )}
    </Panel>
  );
}
