import type { VNode } from 'preact';
import { CHECK_INS_PATH } from '../check-ins/check-ins-screen.js';
import { MemberLink } from '../doors/member-link.js';
import type { ConsolePage, ListedPage } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager, type Tone } from '../frame/list.js';
import { USAGE_WORDS } from './usage-words.js';

export const USAGE_STATES = ['QUEUED', 'SENT', 'QUARANTINED', 'UNPAYABLE'] as const;
export type UsageState = (typeof USAGE_STATES)[number];

/** What a member used, on its way to Wellhub, as the administration shows it. */
export interface ListedUsage {
  readonly id: string;
  readonly state: UsageState;
  readonly eventType: string;
  readonly timestamp: string;
  readonly customerId: number | null;
  readonly source: 'ADMIN' | 'VISIT';
  readonly lastStatus: number | null;
  readonly lastKey: string | null;
}

interface UsageView {
  readonly found: ListedPage<ListedUsage>;
  readonly names: ReadonlyMap<number, string>;
  /** Empty: all of them. */
  readonly state: string;
}

export const USAGE_SCREEN = `${CHECK_INS_PATH}/usage`;

const TONES: Record<UsageState, Tone> = {
  QUEUED: 'wait',
  SENT: 'good',
  QUARANTINED: 'bad',
  UNPAYABLE: 'bad',
};

/** What was reported to Wellhub, and what became of it. */
export function usageScreen(page: ConsolePage, view: UsageView): VNode {
  const { found, state } = view;
  const words = page.textsOf(USAGE_WORDS);
  return (
    <Frame
      page={page}
      title={words.title}
      lead={words.lead}
      back={{ href: CHECK_INS_PATH, label: page.words.sections.checkIns }}
    >
      <StateFilter page={page} state={state} />
      {found.items.length === 0 ? (
        <EmptyState title={state === '' ? words.none : words.noneSuch}>{words.noneHint}</EmptyState>
      ) : (
        <UsageTable page={page} view={view} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={{ state }} />
    </Frame>
  );
}

function StateFilter({ page, state }: { page: ConsolePage; state: string }): VNode {
  const words = page.textsOf(USAGE_WORDS);
  const choices = USAGE_STATES.map((value) => ({ value, label: words.states[value] }));
  return (
    <form method="get" action={USAGE_SCREEN} class="filters">
      <SelectField
        page={page}
        state={{ values: { state } }}
        name="state"
        label={words.state}
        required
        choices={[{ value: '', label: page.words.all }, ...choices]}
      />
      <button>{page.words.filter}</button>
    </form>
  );
}

function UsageTable({ page, view }: { page: ConsolePage; view: UsageView }): VNode {
  const { found, names } = view;
  const words = page.textsOf(USAGE_WORDS);
  return (
    <DataTable
      caption={words.title}
      rows={found.items}
      keyOf={({ id }) => id}
      columns={[
        { title: words.at, cell: ({ timestamp }) => page.formats.exactTime(timestamp) },
        { title: words.what, cell: ({ eventType }) => <code>{eventType}</code> },
        {
          title: words.person,
          cell: ({ customerId: id }) =>
            id === null ? (
              words.unknownPerson
            ) : (
              <MemberLink page={page} id={id} name={names.get(id)} />
            ),
        },
        { title: words.source, cell: ({ source }) => words.sources[source] },
        {
          title: words.state,
          cell: ({ state }) => <Badge tone={TONES[state]}>{words.states[state]}</Badge>,
        },
        { title: words.answer, cell: (row) => answerText(page, row) },
      ]}
    />
  );
}

/** As it came, for Wellhub's support. */
function answerText(page: ConsolePage, { lastStatus, lastKey }: ListedUsage): string {
  return [lastStatus, lastKey].filter((part) => part !== null).join(' ') || page.words.none;
}
