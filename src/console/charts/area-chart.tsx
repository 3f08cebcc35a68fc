import { area, curveMonotoneX, line } from 'd3-shape';
import type { VNode } from 'preact';
import { ChartFigure, valueText, type ChartProps } from './chart-figure.js';
import { acrossOf, PLOT, px, share, upOf, type ChartColumn } from './chart.js';

/** Lines over the same columns, the first of them with the area below it. */
export function AreaChart(props: ChartProps): VNode {
  const { columns, series } = props;
  const across = acrossOf(columns);
  const up = upOf(columns.flatMap(({ values }) => values));
  const middle = ({ key }: ChartColumn) => (across(key) ?? 0) + across.bandwidth() / 2;
  const heightOf = (at: number) => (column: ChartColumn) => up(column.values[at] ?? 0);
  const shape = area<ChartColumn>().x(middle).y0(PLOT.bottom).y1(heightOf(0)).curve(curveMonotoneX);
  const edgeOf = (at: number) =>
    line<ChartColumn>().x(middle).y(heightOf(at)).curve(curveMonotoneX)([...columns]) ?? '';
  return (
    <ChartFigure {...props} across={across} up={up}>
      <svg
        width="100%"
        height={PLOT.height}
        viewBox={`0 0 100 ${PLOT.height}`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path class={`chart-area chart-${series[0]?.tone}`} d={shape([...columns]) ?? ''} />
        {series.map(({ label, tone }, at) => (
          <path
            key={label}
            class={`chart-edge chart-${tone}-edge`}
            d={edgeOf(at)}
            vector-effect="non-scaling-stroke"
          />
        ))}
      </svg>
      {series.flatMap(({ label, tone }, at) =>
        columns.map((column) => (
          <circle
            key={`${label} ${column.key}`}
            class={`chart-${tone}`}
            cx={share(middle(column))}
            cy={px(heightOf(at)(column))}
            r="2.5"
          >
            <title>{`${column.name}: ${label} ${valueText(props, column.values[at] ?? 0)}`}</title>
          </circle>
        )),
      )}
    </ChartFigure>
  );
}
