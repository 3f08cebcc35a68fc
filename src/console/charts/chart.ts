import { scaleBand, scaleLinear, type ScaleBand, type ScaleLinear } from 'd3-scale';

/** What a colour means on every chart. */
export type ChartTone = 'paid' | 'waiting' | 'lost' | 'plain';

export interface ChartSeries {
  readonly label: string;
  readonly tone: ChartTone;
}

/** One place on the axis: an hour, a weekday, a month. */
export interface ChartColumn {
  readonly key: string;
  /** In the table, and when pointed at. */
  readonly name: string;
  /** Under the axis, where there is little room. */
  readonly tick: string;
  /** One for each series. */
  readonly values: readonly number[];
}

/** Heights are pixels, so that text keeps its size; widths are per cent, so that a chart fits a phone. */
export const PLOT = { height: 200, top: 14, bottom: 172, tickY: 190 };
const TICKS = 4;
/** More labels than these do not fit beside each other at 320 px. */
const MOST_LABELS = 8;

export const totalOf = ({ values }: ChartColumn): number =>
  values.reduce((all, value) => all + value, 0);

export const acrossOf = (columns: readonly ChartColumn[]): ScaleBand<string> =>
  scaleBand()
    .domain(columns.map(({ key }) => key))
    .range([0, 100])
    .padding(0.25);

/** What the axis shows at least, so that one check-in does not fill it. */
const LEAST = 4;

export const upOf = (tops: readonly number[], most?: number): ScaleLinear<number, number> => {
  const up = scaleLinear().range([PLOT.bottom, PLOT.top]);
  if (most !== undefined) return up.domain([0, most]);
  return up.domain([0, Math.max(LEAST, ...tops)]).nice(TICKS);
};

export const ticksOf = (up: ScaleLinear<number, number>): readonly number[] => up.ticks(TICKS);

export const labelledOf = (columns: readonly ChartColumn[]): readonly ChartColumn[] => {
  const every = Math.ceil(columns.length / MOST_LABELS);
  return columns.filter((_, at) => at % every === 0);
};

/** A number as an attribute of SVG: a thousandth of a pixel is nothing to see. */
export const px = (value: number): string => String(Math.round(value * 100) / 100);
export const share = (value: number): string => `${px(value)}%`;
