import type { VNode } from 'preact';
import { CHECK_INS_PATH } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { DataTable, Panel } from '../frame/list.js';
import { carried, REPORT_FIELD } from './carried-report.js';
import {
  LIST_NAMES,
  ourRow,
  theirRow,
  type ComparedRow,
  type ListName,
  type ReportComparison,
} from './comparison.js';
import { RECONCILIATION_WORDS } from './reconciliation-words.js';
import { RECONCILIATION } from './start-screen.js';

export interface ResultView {
  readonly gym: ListedGym;
  readonly month: string;
  readonly file: Buffer;
  /** The columns, as they are sent again for a CSV. */
  readonly query: Readonly<Record<string, string>>;
  readonly found: ReportComparison;
  readonly names: ReadonlyMap<number, string>;
}

interface ResultPart {
  readonly page: ConsolePage;
  readonly view: ResultView;
}

/** More of a list is in its CSV. */
export const SHOWN_ROWS = 100;
const CSV_FORM = 'csv';

/** What both have, and the differences with their evidence. */
export function resultScreen(page: ConsolePage, view: ResultView): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { gym, month, found } = view;
  return (
    <Frame
      page={page}
      title={`${page.words.sections.reconciliation}: ${gym.name}, ${page.formats.month(month)}`}
      back={{ href: RECONCILIATION, label: words.anotherFile }}
    >
      <ul class="tiles">
        {LIST_NAMES.map((name) => (
          <li key={name} class="tile">
            <span class="figure">{page.formats.number(found[name].length)}</span>
            <span class="name">{words.lists[name]}</span>
          </li>
        ))}
      </ul>
      <CsvForm view={view} />
      <ListPanel page={page} view={view} name="onlyOurs" rows={found.onlyOurs.map(ourRow)} />
      <ListPanel
        page={page}
        view={view}
        name="onlyWellhub"
        rows={found.onlyWellhub.map(theirRow)}
      />
      <ListPanel page={page} view={view} name="both" rows={found.both.map(ourRow)} />
      {found.badRows.length > 0 && <BadRows page={page} view={view} />}
    </Frame>
  );
}

/** Carries the report once for the buttons of all lists. */
function CsvForm({ view }: { view: ResultView }): VNode {
  const fields = { ...view.query, gymId: String(view.gym.id), month: view.month };
  return (
    <form id={CSV_FORM} method="post" action={`${RECONCILIATION}/csv`} data-again>
      <input type="hidden" name={REPORT_FIELD} value={carried(view.file)} data-secret />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  );
}

function CsvButton({ page, name }: { page: ConsolePage; name: ListName }): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  return (
    <button class="second" form={CSV_FORM} name="list" value={name}>
      {page.words.exportCsv}
      <span class="unseen"> {words.lists[name]}</span>
    </button>
  );
}

interface ListPanelProps extends ResultPart {
  readonly name: Exclude<ListName, 'badRows'>;
  readonly rows: readonly ComparedRow[];
}

function ListPanel({ page, view, name, rows }: ListPanelProps): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { columns } = words;
  const number = (value: number) => page.formats.number(value);
  const isEmpty = rows.length === 0;
  return (
    <Panel title={words.lists[name]} actions={!isEmpty && <CsvButton page={page} name={name} />}>
      <p class="hint">{isEmpty ? words.empty : words.hints[name]}</p>
      {!isEmpty && (
        <DataTable
          caption={words.lists[name]}
          rows={rows.slice(0, SHOWN_ROWS)}
          keyOf={({ key }) => key}
          columns={[
            {
              title: columns.person,
              cell: (row) => <PersonLink page={page} view={view} row={row} />,
            },
            { title: columns.day, cell: ({ date }) => page.formats.day(date) },
            ...(name === 'both'
              ? []
              : [
                  {
                    title: columns.why,
                    cell: ({ why }: ComparedRow) => (why ? words.why[why] : ''),
                  },
                ]),
            { title: columns.line, cell: ({ line }) => line ?? '', isNumber: true },
          ]}
        />
      )}
      {rows.length > SHOWN_ROWS && <p>{words.firstOf(number(SHOWN_ROWS), number(rows.length))}</p>}
    </Panel>
  );
}

/** Leads to the evidence: the check-in, else the person. */
function PersonLink({ page, view, row }: ResultPart & { row: ComparedRow }): VNode {
  const { gympassId, customerId, checkInId } = row;
  const name = customerId === null ? undefined : view.names.get(customerId);
  const shown = name || gympassId || page.textsOf(RECONCILIATION_WORDS).erased;
  if (checkInId !== undefined) return <a href={`${CHECK_INS_PATH}/${checkInId}`}>{shown}</a>;
  if (name === undefined) return <>{shown}</>;
  return <a href={`/console/members/${customerId}`}>{shown}</a>;
}

function BadRows({ page, view }: ResultPart): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const lines = view.found.badRows.slice(0, SHOWN_ROWS).map(({ line }) => line);
  return (
    <Panel title={words.lists.badRows} actions={<CsvButton page={page} name="badRows" />}>
      <p class="hint">{words.hints.badRows}</p>
      <p>
        {words.columns.line}: {lines.map((line) => page.formats.number(line)).join(', ')}
      </p>
    </Panel>
  );
}
