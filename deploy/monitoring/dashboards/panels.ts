import {
  DashboardBuilder,
  DatasourceVariableBuilder,
  QueryVariableBuilder,
  type DataSourceRef,
} from '@grafana/grafana-foundation-sdk/dashboard';
import { DataqueryBuilder } from '@grafana/grafana-foundation-sdk/prometheus';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { PanelBuilder as TimeseriesBuilder } from '@grafana/grafana-foundation-sdk/timeseries';

/** One line of a panel, or several: one for each value of the label in `{{ }}`. */
export interface Line {
  readonly expr: string;
  readonly legend: string;
}

export interface PanelText {
  readonly title: string;
  /** What somebody sees in it, and what is well. */
  readonly description: string;
  /** As Grafana names units: `short`, `s`, `bytes`, `percentunit`. */
  readonly unit: string;
}

const PROMETHEUS: DataSourceRef = { type: 'prometheus', uid: '${datasource}' };

const HEIGHT = 8;
const STAT_HEIGHT = 4;
const HALF = 12;
const SIXTH = 4;

function queryOf({ expr, legend }: Line, no: number): DataqueryBuilder {
  return new DataqueryBuilder()
    .refId(String.fromCodePoint(65 + no))
    .expr(expr)
    .legendFormat(legend);
}

/** Half the width: how it went. */
export function graph({ title, description, unit }: PanelText, lines: readonly Line[]) {
  const panel = new TimeseriesBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .min(0)
    .datasource(PROMETHEUS)
    .height(HEIGHT)
    .span(HALF)
    .fillOpacity(8);
  for (const [no, line] of lines.entries()) panel.withTarget(queryOf(line, no));
  return panel;
}

/** A sixth of the width: how it is now. */
export function figure({ title, description, unit }: PanelText, expr: string) {
  return new StatBuilder()
    .title(title)
    .description(description)
    .unit(unit)
    .datasource(PROMETHEUS)
    .height(STAT_HEIGHT)
    .span(SIXTH)
    .withTarget(queryOf({ expr, legend: '' }, 0));
}

export interface DashboardText {
  /** In addresses; it never changes. */
  readonly uid: string;
  readonly title: string;
  readonly description: string;
}

/** With the choice of the data source and of the namespace. */
export function dashboard({ uid, title, description }: DashboardText): DashboardBuilder {
  const namespaces = new QueryVariableBuilder('namespace')
    .label('Namespace')
    .datasource(PROMETHEUS)
    .query('label_values(gatehouse_build_info, namespace)')
    .includeAll(true)
    .allValue('.*')
    .multi(true);
  return new DashboardBuilder(title)
    .uid(uid)
    .description(description)
    .tags(['gatehouse'])
    .refresh('30s')
    .time({ from: 'now-6h', to: 'now' })
    .timezone('browser')
    .withVariable(
      new DatasourceVariableBuilder('datasource').label('Data source').type('prometheus'),
    )
    .withVariable(namespaces);
}

/** The labels that every query carries. A scrape without a namespace has an empty one, which `.*` matches. */
export const IN = 'namespace=~"$namespace"';
