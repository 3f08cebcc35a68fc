import type { VNode } from 'preact';
import { ChartFigure, valueText, type ChartProps } from './chart-figure.js';
import { acrossOf, px, share, totalOf, upOf, type ChartColumn } from './chart.js';

/** Columns, the series of each on top of one another: the first one stands on the axis. */
export function ColumnChart(props: ChartProps & { readonly most?: number }): VNode {
  const { columns, most } = props;
  const [across, up] = [acrossOf(columns), upOf(columns.map(totalOf), most)];
  return (
    <ChartFigure {...props} across={across} up={up}>
      {columns.map((column) => (
        <g key={column.key}>
          <title>{nameOf(props, column)}</title>
          {parts(column).map(({ from, to, at }) => (
            <rect
              key={at}
              class={`chart-${props.series[at]?.tone ?? 'plain'}`}
              x={share(across(column.key) ?? 0)}
              width={share(across.bandwidth())}
              y={px(up(to))}
              height={px(up(from) - up(to))}
              rx="2"
            />
          ))}
        </g>
      ))}
    </ChartFigure>
  );
}

/** `18:00: 34 (Paid 30, Lost 4)` */
function nameOf(props: ChartProps, column: ChartColumn): string {
  const { series } = props;
  const parts = series.map(
    ({ label }, at) => `${label} ${valueText(props, column.values[at] ?? 0)}`,
  );
  const total = valueText(props, totalOf(column));
  return series.length > 1
    ? `${column.name}: ${total} (${parts.join(', ')})`
    : `${column.name}: ${total}`;
}

function parts({ values }: ChartColumn) {
  let top = 0;
  return values.flatMap((value, at) => {
    const from = top;
    top += value;
    return value > 0 ? [{ from, to: top, at }] : [];
  });
}
