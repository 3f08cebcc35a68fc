import type { VNode } from 'preact';
import { CHECK_INS_PATH } from '../check-ins/check-ins-screen.js';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { TextField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { GymField } from '../frame/gym-field.js';
import { DataTable, EmptyState, Panel } from '../frame/list.js';
import { monthAfter, type MoneyReport, type MoneySums } from './money-report.js';
import { REASON_WORDS } from '../reasons/reason-words.js';
import { MONEY_WORDS } from './money-words.js';
import { shareText, SumTable } from './sum-table.js';

export interface MoneyView {
  readonly gyms: readonly ListedGym[];
  /** Undefined: all of them. */
  readonly gym: ListedGym | undefined;
  readonly month: string;
  readonly report: MoneyReport;
  readonly months: MoneyReport;
}

interface MoneyPart {
  readonly page: ConsolePage;
  readonly view: MoneyView;
}

const MONEY = '/console/money';
const countOf = ({ paid, lost, waiting, atRisk }: MoneySums) => paid + lost + waiting + atRisk;

export function moneyScreen(page: ConsolePage, view: MoneyView): VNode {
  const words = page.textsOf(MONEY_WORDS);
  const isEmpty = countOf(view.report.total) === 0;
  const months = view.months.items.filter((row) => countOf(row) > 0).toReversed();
  const csv = hrefOf(view, view.month, `${MONEY}/csv`);
  return (
    <Frame
      page={page}
      title={`${page.words.sections.money}: ${page.formats.month(view.month)}`}
      lead={words.lead}
      actions={
        !isEmpty && (
          <a class="button second" href={csv} download>
            {page.words.exportCsv}
          </a>
        )
      }
    >
      <MonthChoice page={page} view={view} />
      {isEmpty ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <MonthOfMoney page={page} view={view} />
      )}
      {months.length > 0 && (
        <Panel title={words.byMonth}>
          <SumTable
            page={page}
            caption={words.byMonth}
            title={words.month}
            rows={months}
            name={({ key }) => <a href={hrefOf(view, key)}>{page.formats.month(key)}</a>}
          />
        </Panel>
      )}
    </Frame>
  );
}

const hrefOf = ({ gym }: MoneyView, month: string, path = MONEY): string =>
  `${path}?month=${month}${gym ? `&gymId=${gym.id}` : ''}`;

function MonthChoice({ page, view }: MoneyPart): VNode {
  const words = page.textsOf(MONEY_WORDS);
  const { gyms, gym, month } = view;
  return (
    <form method="get" action={MONEY} class="filters">
      <GymField page={page} gyms={gyms} gymId={gym?.id} mayBeAll />
      <TextField
        page={page}
        state={{ values: { month } }}
        name="month"
        label={words.month}
        required
        input={{ type: 'month' }}
      />
      <button>{page.words.filter}</button>
      <a class="button second" rel="prev" href={hrefOf(view, monthAfter(month, -1))}>
        {words.earlier}
      </a>
      <a class="button second" rel="next" href={hrefOf(view, monthAfter(month, 1))}>
        {words.later}
      </a>
    </form>
  );
}

function MonthOfMoney({ page, view }: MoneyPart): VNode {
  const words = page.textsOf(MONEY_WORDS);
  const { report, gyms } = view;
  const nameOfGym = (id: number) => gyms.find((gym) => gym.id === id)?.name ?? String(id);
  return (
    <>
      <Tiles page={page} total={report.total} />
      <Losses page={page} view={view} />
      {report.gyms.length > 1 && (
        <Panel title={words.byGym}>
          <SumTable
            page={page}
            caption={words.byGym}
            title={page.words.gym}
            rows={report.gyms.map((row) => ({ ...row, key: String(row.gymId) }))}
            name={({ gymId }) => (
              <a href={`${MONEY}?month=${view.month}&gymId=${gymId}`}>{nameOfGym(gymId)}</a>
            )}
          />
        </Panel>
      )}
      <Panel title={words.byDay}>
        <SumTable
          page={page}
          caption={words.byDay}
          title={words.day}
          rows={report.items.filter((row) => countOf(row) > 0)}
          name={({ key, lost }) => <DayLink page={page} view={view} day={key} lost={lost} />}
        />
      </Panel>
    </>
  );
}

function Tiles({ page, total }: { page: ConsolePage; total: MoneySums }): VNode {
  const words = page.textsOf(MONEY_WORDS);
  const tiles: readonly (readonly [string, string])[] = [
    [words.paid, page.formats.number(total.paid)],
    [words.lost, page.formats.number(total.lost)],
    [words.atRisk, page.formats.number(total.atRisk)],
    [words.waiting, page.formats.number(total.waiting)],
    [words.share, shareText(page, total)],
  ];
  return (
    <ul class="tiles">
      {tiles.map(([name, figure]) => (
        <li key={name} class="tile">
          <span class="figure">{figure}</span>
          <span class="name">{name}</span>
        </li>
      ))}
    </ul>
  );
}

function Losses({ page, view }: MoneyPart): VNode {
  const words = page.textsOf(MONEY_WORDS);
  const reasons = page.textsOf(REASON_WORDS).losses;
  const { losses } = view.report.total;
  if (losses.length === 0)
    return (
      <Panel title={words.why}>
        <p>{words.nothingLost}</p>
      </Panel>
    );
  return (
    <Panel title={words.why}>
      <p class="hint">{words.whyHint}</p>
      <DataTable
        caption={words.why}
        rows={losses}
        keyOf={({ reason }) => reason}
        columns={[
          { title: words.reason, cell: ({ reason }) => reasons[reason] },
          { title: words.count, cell: ({ count }) => page.formats.number(count), isNumber: true },
        ]}
      />
    </Panel>
  );
}

/** The check-ins of a day are those of one gym. */
function DayLink({ page, view, day, lost }: MoneyPart & { day: string; lost: number }): VNode {
  const { gyms, gym = gyms.length === 1 ? gyms[0] : undefined } = view;
  const shown = page.formats.day(day);
  if (!gym) return <>{shown}</>;
  const result = lost > 0 ? '&result=LOST' : '';
  return <a href={`${CHECK_INS_PATH}?gymId=${gym.id}&day=${day}${result}`}>{shown}</a>;
}
