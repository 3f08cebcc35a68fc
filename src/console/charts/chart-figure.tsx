import type { ScaleBand, ScaleLinear } from 'd3-scale';
import type { ComponentChildren, VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { DataTable } from '../frame/list.js';
import { CHART_WORDS } from './chart-words.js';
import {
  labelledOf,
  PLOT,
  px,
  share,
  ticksOf,
  type ChartColumn,
  type ChartSeries,
} from './chart.js';

export interface ChartProps {
  readonly page: ConsolePage;
  /** Of this chart on its page. */
  readonly id: string;
  readonly title: string;
  /** What the picture shows, in a sentence. */
  readonly summary: string;
  /** What the columns are: hours, months. */
  readonly axis: string;
  readonly series: readonly ChartSeries[];
  readonly columns: readonly ChartColumn[];
  /** How a value is written; numbers when absent. */
  readonly format?: (value: number) => string;
}

interface FigureProps extends ChartProps {
  readonly up: ScaleLinear<number, number>;
  readonly across: ScaleBand<string>;
  readonly children: ComponentChildren;
}

export const valueText = ({ page, format }: ChartProps, value: number): string =>
  format ? format(value) : page.formats.number(value);

/** A picture with its axes, and the same as a table. It is drawn on the server: nothing of it needs script or a style. */
export function ChartFigure(props: FigureProps): VNode {
  const { id, title, summary, series, up, columns, across, children } = props;
  return (
    <figure class="chart">
      <figcaption>{summary}</figcaption>
      {series.length > 1 && <Legend series={series} />}
      <div class="chart-frame">
        <svg class="chart-axis" width="100%" height={PLOT.height} aria-hidden="true">
          {ticksOf(up).map((tick) => (
            <text key={tick} x="100%" y={px(up(tick) + 4)} text-anchor="end">
              {valueText(props, tick)}
            </text>
          ))}
        </svg>
        <svg
          class="chart-plot"
          width="100%"
          height={PLOT.height}
          role="img"
          aria-labelledby={`${id}-title ${id}-summary`}
        >
          <title id={`${id}-title`}>{title}</title>
          <desc id={`${id}-summary`}>{summary}</desc>
          {ticksOf(up).map((tick) => (
            <line
              key={tick}
              class="chart-line"
              x1="0"
              x2="100%"
              y1={px(up(tick))}
              y2={px(up(tick))}
            />
          ))}
          {children}
          {labelledOf(columns).map(({ key, tick }) => (
            <text
              key={key}
              x={share((across(key) ?? 0) + across.bandwidth() / 2)}
              y={PLOT.tickY}
              text-anchor="middle"
            >
              {tick}
            </text>
          ))}
        </svg>
      </div>
      <ChartTable {...props} />
    </figure>
  );
}

function Legend({ series }: { readonly series: readonly ChartSeries[] }): VNode {
  return (
    <ul class="chart-legend" aria-hidden="true">
      {series.map(({ label, tone }) => (
        <li key={label}>
          <svg width="12" height="12">
            <rect class={`chart-${tone}`} width="12" height="12" rx="3" />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

function ChartTable(props: ChartProps): VNode {
  const { page, title, axis, series, columns } = props;
  return (
    <details class="chart-table">
      <summary>
        {page.textsOf(CHART_WORDS).asTable}
        <span class="unseen">: {title}</span>
      </summary>
      <DataTable
        caption={title}
        rows={columns}
        keyOf={({ key }) => key}
        columns={[
          { title: axis, cell: ({ name }: ChartColumn) => name },
          ...series.map(({ label }, at) => ({
            title: label,
            isNumber: true,
            cell: ({ values }: ChartColumn) => valueText(props, values[at] ?? 0),
          })),
        ]}
      />
    </details>
  );
}
