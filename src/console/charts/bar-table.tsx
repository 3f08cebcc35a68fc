import { scaleLinear } from 'd3-scale';
import type { VNode } from 'preact';
import type { ConsolePage } from '../frame/console-page.js';
import { share, type ChartTone } from './chart.js';

export interface Bar {
  readonly key: string;
  readonly label: string;
  readonly value: number;
}

interface BarTableProps {
  readonly page: ConsolePage;
  readonly caption: string;
  /** What the rows are, and what is counted. */
  readonly heads: readonly [string, string];
  readonly tone: ChartTone;
  /** The longest first. */
  readonly bars: readonly Bar[];
}

/** Horizontal bars for labels that are sentences: a table that shows its numbers as lengths, too. */
export function BarTable({ page, caption, heads, tone, bars }: BarTableProps): VNode {
  const along = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .range([0, 100]);
  const [name, count] = heads;
  return (
    <table class="bars">
      <caption class="unseen">{caption}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{name}</th>
          <th scope="col">{count}</th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value }) => (
          <tr key={key}>
            <th scope="row">
              {label}
              <svg class="bar" width="100%" height="8" aria-hidden="true">
                <rect class="bar-track" width="100%" height="8" rx="4" />
                <rect class={`chart-${tone}`} width={share(along(value))} height="8" rx="4" />
              </svg>
            </th>
            <td class="number">{page.formats.number(value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
