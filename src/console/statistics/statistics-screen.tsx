import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import type { Problem } from '../frame/problem.js';
import { EmptyState } from '../frame/list.js';
import { HourChart, InsideChart, RefusalBars, ShareChart, WeekdayChart } from './report-charts.js';
import type { ShownPeriod } from './period.js';
import { PeriodForm } from './period-form.js';
import { allOf, paidShareOf, type PeriodReports } from './report.js';
import { STATISTICS_WORDS } from './statistics-words.js';

export const STATISTICS = '/console/statistics';

export interface StatisticsView {
  readonly period: ShownPeriod;
  readonly gyms: readonly ListedGym[];
  readonly reports?: PeriodReports;
  /** Why there are no reports. */
  readonly problem?: Problem;
}

export function statisticsScreen(page: ConsolePage, view: StatisticsView): VNode {
  const { reports } = view;
  const words = page.textsOf(STATISTICS_WORDS);
  return (
    <Frame page={page} title={page.words.sections.statistics} lead={words.lead}>
      <PeriodForm page={page} action={STATISTICS} {...view} />
      {reports && <Charts page={page} reports={reports} />}
    </Frame>
  );
}

function Charts({ page, reports }: { page: ConsolePage; reports: PeriodReports }): VNode {
  const words = page.textsOf(STATISTICS_WORDS);
  const { total } = reports.hour;
  const isEmpty =
    allOf(total.checkIns) + total.scans.refused + total.visits + total.inside.peak === 0;
  if (isEmpty) return <EmptyState title={words.nothing} />;
  const charts = { page, reports };
  return (
    <>
      <Totals {...charts} />
      <div class="panels">
        <HourChart {...charts} />
        <WeekdayChart {...charts} />
        <InsideChart {...charts} />
        <ShareChart {...charts} />
        <RefusalBars {...charts} />
      </div>
    </>
  );
}

function Totals({ page, reports }: { page: ConsolePage; reports: PeriodReports }): VNode {
  const words = page.textsOf(STATISTICS_WORDS);
  const { checkIns, visits, scans } = reports.hour.total;
  const paid = paidShareOf(checkIns);
  const { formats } = page;
  const tiles = [
    [words.checkIns, formats.number(allOf(checkIns))],
    [words.paidShare, paid === null ? page.words.none : formats.percent(paid)],
    [words.visits, formats.number(visits)],
    [words.refused, formats.number(scans.refused)],
  ];
  return (
    <ul class="tiles">
      {tiles.map(([name, figure]) => (
        <li key={name} class="tile">
          <span class="name">{name}</span>
          <span class="figure">{figure}</span>
        </li>
      ))}
    </ul>
  );
}
