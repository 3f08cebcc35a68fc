import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { problemText } from '../frame/form-state.js';
import { Frame } from '../frame/frame.js';
import { DataTable, Panel } from '../frame/list.js';
import type { Problem } from '../frame/problem.js';
import { carried, REPORT_FIELD } from './carried-report.js';
import { DATE_ORDER_NAMES, type PreviewedReport } from './comparison.js';
import { RECONCILIATION_WORDS } from './reconciliation-words.js';
import { RECONCILIATION } from './start-screen.js';

export interface PreviewView {
  readonly gym: ListedGym;
  readonly file: Buffer;
  readonly preview: PreviewedReport;
  readonly month: string;
  readonly problem?: Problem;
}

interface PreviewPart {
  readonly page: ConsolePage;
  readonly view: PreviewView;
}

/** What a report holds, and which columns count; before it is compared. */
export function previewScreen(page: ConsolePage, view: PreviewView): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const back = { href: RECONCILIATION, label: words.anotherFile };
  return (
    <Frame page={page} title={words.previewTitle} lead={words.previewLead} back={back}>
      <WhatWasRead page={page} view={view} />
      <ColumnForm page={page} view={view} />
      <Panel title={words.firstRows}>
        <FirstRows page={page} view={view} />
      </Panel>
    </Frame>
  );
}

function WhatWasRead({ page, view }: PreviewPart): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { format, encoding, separator, readable, rowCount } = view.preview;
  const shown = separator === '\t' ? 'Tab' : separator && `“${separator}”`;
  const kind = [format === 'XLSX' ? 'Excel' : format, encoding?.toUpperCase(), shown];
  const { number, day } = {
    number: (value: number) => page.formats.number(value),
    day: (value: string) => page.formats.day(value),
  };
  return (
    <>
      <p>
        {view.gym.name} · {words.found(number(rowCount), kind.filter(Boolean).join(', '))}
      </p>
      {readable?.firstDay && readable.lastDay && (
        <p>
          {words.readable(number(readable.count), day(readable.firstDay), day(readable.lastDay))}
        </p>
      )}
      {readable && readable.badRowCount > 0 && (
        <p>{words.unreadable(number(readable.badRowCount))}</p>
      )}
    </>
  );
}

function ColumnForm({ page, view }: PreviewPart): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { preview, month, gym, file, problem } = view;
  const { mapping } = preview;
  const values = {
    gympassIdColumn: String(mapping.gympassIdColumn ?? ''),
    dateColumn: String(mapping.dateColumn ?? ''),
    dateOrder: mapping.dateOrder,
    month,
  };
  const shared = { page, state: { values, problem }, required: true };
  const columns = [
    { value: '', label: words.choose },
    ...preview.columns.map(({ number, name }) => ({
      value: String(number),
      label: name || words.nameless(number),
    })),
  ];
  const orders = DATE_ORDER_NAMES.map((value) => ({ value, label: words.dateOrders[value] }));
  return (
    <form method="post" action={`${RECONCILIATION}/compare`} class="console-form">
      {problem && (
        <p class="alert" role="alert">
          {problemText(page.words, problem, words.problems)}
        </p>
      )}
      <input type="hidden" name="gymId" value={gym.id} />
      <input type="hidden" name={REPORT_FIELD} value={carried(file)} data-secret />
      <SelectField
        {...shared}
        name="gympassIdColumn"
        label={words.idColumn}
        hint={words.idHint}
        choices={columns}
      />
      <SelectField
        {...shared}
        name="dateColumn"
        label={words.dateColumn}
        hint={words.dateHint}
        choices={columns}
      />
      <SelectField {...shared} name="dateOrder" label={words.dateOrder} choices={orders} />
      <TextField {...shared} name="month" label={words.month} input={{ type: 'month' }} />
      <p class="buttons">
        <button class="main">{words.compare}</button>
        <button class="second" formaction={`${RECONCILIATION}/preview`}>
          {words.lookAgain}
        </button>
      </p>
    </form>
  );
}

function FirstRows({ page, view }: PreviewPart): VNode {
  const words = page.textsOf(RECONCILIATION_WORDS);
  const { columns, rows } = view.preview;
  return (
    <DataTable
      caption={words.firstRows}
      rows={rows}
      keyOf={({ line }) => line}
      columns={[
        { title: words.line, cell: ({ line }) => page.formats.number(line) },
        ...columns.map(({ number, name }) => ({
          title: name || words.nameless(number),
          cell: ({ cells }: PreviewedReport['rows'][number]) => cells[number - 1] ?? '',
        })),
      ]}
    />
  );
}
