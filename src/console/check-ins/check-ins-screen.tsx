import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField, TextField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { GymField } from '../frame/gym-field.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import { REASON_WORDS } from '../reasons/reason-words.js';
import { CHECK_INS_WORDS } from './check-ins-words.js';
import { RESULT_TONES, RESULT_NAMES, resultOf, type ListedCheckIn } from './listed-check-in.js';

export interface CheckInsFilter {
  readonly day: string;
  /** Empty: all of them. */
  readonly result: string;
}

interface CheckInsView {
  readonly gyms: readonly ListedGym[];
  readonly gym: ListedGym;
  readonly filter: CheckInsFilter;
  readonly found: { readonly items: readonly ListedCheckIn[]; readonly nextCursor: string | null };
  readonly names: ReadonlyMap<number, string>;
}

export const CHECK_INS_PATH = '/console/check-ins';

export function checkInsScreen(page: ConsolePage, view: CheckInsView): VNode {
  const { found, gym, filter } = view;
  const words = page.textsOf(CHECK_INS_WORDS);
  const query = { gymId: String(gym.id), ...filter };
  return (
    <Frame
      page={page}
      title={page.words.sections.checkIns}
      lead={words.lead}
      actions={<Related page={page} gym={gym} />}
    >
      <Filters page={page} view={view} />
      {found.items.length === 0 ? (
        <EmptyState title={words.empty}>{words.emptyHint}</EmptyState>
      ) : (
        <CheckInTable page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={query} />
    </Frame>
  );
}

/** What Wellhub may not have sent, and, of all gyms together, what was reported to it. */
function Related({ page, gym }: { page: ConsolePage; gym: ListedGym }): VNode {
  const { missing, usage } = page.textsOf(CHECK_INS_WORDS).related;
  return (
    <>
      <a class="button second" href={`${CHECK_INS_PATH}/missing-webhooks?gymId=${gym.id}`}>
        {missing}
      </a>
      {page.caller.gymId === undefined && (
        <a class="button second" href={`${CHECK_INS_PATH}/usage`}>
          {usage}
        </a>
      )}
    </>
  );
}

/** What every list of a gym says while there is none. */
export function noGymScreen(page: ConsolePage, title: string): VNode {
  const words = page.textsOf(CHECK_INS_WORDS);
  return (
    <Frame page={page} title={title}>
      <EmptyState title={words.noGym}>
        <a href="/console/settings">{words.noGymHint}</a>
      </EmptyState>
    </Frame>
  );
}

function Filters({ page, view }: { page: ConsolePage; view: CheckInsView }): VNode {
  const words = page.textsOf(CHECK_INS_WORDS);
  const { gyms, gym, filter } = view;
  const shared = { page, state: { values: { ...filter } }, required: true };
  return (
    <form method="get" action={CHECK_INS_PATH} class="filters">
      <GymField page={page} gyms={gyms} gymId={gym.id} />
      <TextField {...shared} name="day" label={words.day} input={{ type: 'date' }} />
      <SelectField
        {...shared}
        name="result"
        label={words.result}
        choices={[
          { value: '', label: page.words.all },
          ...RESULT_NAMES.map((value) => ({ value, label: words.filters[value] })),
        ]}
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

function CheckInTable({ page, view }: { page: ConsolePage; view: CheckInsView }): VNode {
  const words = page.textsOf(CHECK_INS_WORDS);
  const { columns } = words;
  const { timeZone } = view.gym;
  return (
    <DataTable
      caption={page.words.sections.checkIns}
      rows={view.found.items}
      keyOf={({ id }) => id}
      columns={[
        {
          title: columns.person,
          cell: (row) => (
            <a href={`${CHECK_INS_PATH}/${row.id}`}>{personOnScreen(page, row, view.names)}</a>
          ),
        },
        {
          title: columns.time,
          cell: ({ occurredAt }) => page.formats.time(occurredAt, timeZone),
        },
        { title: columns.result, cell: (row) => <ResultBadge page={page} checkIn={row} /> },
        {
          title: columns.why,
          cell: ({ lostBecause }) =>
            lostBecause ? page.textsOf(REASON_WORDS).losses[lostBecause] : '',
        },
      ]}
    />
  );
}

export function ResultBadge({
  page,
  checkIn,
}: {
  readonly page: ConsolePage;
  readonly checkIn: ListedCheckIn;
}): VNode {
  const result = resultOf(checkIn);
  const words = page.textsOf(CHECK_INS_WORDS);
  return <Badge tone={RESULT_TONES[result]}>{words.results[result]}</Badge>;
}

/** The name, where the role sees it; else the Wellhub id. */
export function personOnScreen(
  page: ConsolePage,
  { customerId, gympassId }: Pick<ListedCheckIn, 'customerId' | 'gympassId'>,
  names: ReadonlyMap<number, string>,
): string {
  const words = page.textsOf(CHECK_INS_WORDS);
  if (gympassId.startsWith('erased-')) return words.erased;
  return names.get(customerId) || gympassId;
}
