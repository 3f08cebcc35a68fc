import { area, curveMonotoneX, line } from 'd3-shape';
import type { VNode } from 'preact';
import { ChartFigure, valueText, type ChartProps } from './chart-figure.js';
import { acrossOf, PLOT, px, share, totalOf, upOf, type ChartColumn } from './chart.js';

/** One series as a line with the area below it. Columns that have not come yet are left out of `drawn`. */
export function AreaChart(props: ChartProps & { readonly drawn?: number }): VNode {
  const { columns, drawn = columns.length, series } = props;
  const [across, up] = [acrossOf(columns), upOf(columns)];
  const middle = ({ key }: ChartColumn) => (across(key) ?? 0) + across.bandwidth() / 2;
  const height = (column: ChartColumn) => up(totalOf(column));
  const shown = columns.slice(0, drawn);
  const tone = series[0]?.tone ?? 'plain';
  const shape = area<ChartColumn>().x(middle).y0(PLOT.bottom).y1(height).curve(curveMonotoneX);
  const edge = line<ChartColumn>().x(middle).y(height).curve(curveMonotoneX);
  return (
    <ChartFigure {...props} across={across} up={up}>
      <svg
        width="100%"
        height={PLOT.height}
        viewBox={`0 0 100 ${PLOT.height}`}
        preserveAspectRatio="none"
      >
        <path class={`chart-area chart-${tone}`} d={shape([...shown]) ?? ''} />
        <path
          class={`chart-edge chart-${tone}-edge`}
          d={edge([...shown]) ?? ''}
          vector-effect="non-scaling-stroke"
        />
      </svg>
      {shown.map((column) => (
        <circle
          key={column.key}
          class={`chart-${tone}`}
          cx={share(middle(column))}
          cy={px(height(column))}
          r="3"
        >
          <title>{`${column.name}: ${valueText(props, totalOf(column))}`}</title>
        </circle>
      ))}
    </ChartFigure>
  );
}
