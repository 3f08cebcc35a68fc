import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { SelectField } from '../frame/fields.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import { logInFor } from '../layout/desk-context.js';
import { REASON_WORDS, REFUSALS, refusalText } from '../reasons/reason-words.js';
import { REMEDY_WORDS, remedyText } from '../reasons/remedy-words.js';
import type { Decision, DecisionPage, Door } from '../doors/door.js';
import { DOORS_WORDS } from '../doors/doors-words.js';
import { MemberLink } from '../doors/member-link.js';
import { FEED_WORDS } from './feed-words.js';

export interface FeedFilter {
  readonly door?: string;
  readonly result?: string;
}

interface DecisionsView {
  readonly gyms: readonly ListedGym[];
  readonly gym?: ListedGym;
  readonly doors: readonly Door[];
  readonly filter: FeedFilter;
  readonly found?: DecisionPage;
  /** By their ids; of whom the person may see. */
  readonly members?: ReadonlyMap<number, string>;
}

interface DecisionsProps extends DecisionsView {
  readonly page: ConsolePage;
}

export function decisionsScreen(page: ConsolePage, view: DecisionsView): VNode {
  const words = page.textsOf(FEED_WORDS);
  const { gym } = view;
  const isLive = page.query.text('cursor') === '';
  const back = { href: '/console/doors', label: page.words.sections.doors };
  return (
    <Frame
      page={page}
      title={page.textsOf(DOORS_WORDS).feed}
      lead={words.lead}
      {...(page.may('DEVICE_READ') && { back })}
      {...(isLive && { script: 'door-feed.js' })}
    >
      {gym && <Filters page={page} {...view} />}
      {isLive && <FeedState page={page} zone={gym?.timeZone ?? 'UTC'} />}
      <Decisions page={page} {...view} />
    </Frame>
  );
}

function Decisions({ page, ...view }: DecisionsProps): VNode {
  const words = page.textsOf(FEED_WORDS);
  const { gym, filter, found = { items: [], nextCursor: null } } = view;
  const query = { gym: String(gym?.id ?? ''), ...filter };
  return (
    <div id="decisions">
      {found.items.length > 0 ? (
        <DecisionTable page={page} {...view} />
      ) : (
        <EmptyState title={gym ? words.none : words.noGym}>{gym && words.noneHint}</EmptyState>
      )}
      <Pager page={page} nextCursor={found.nextCursor} query={query} />
    </div>
  );
}

/** For the browser code; without it the list is as old as the page. */
function FeedState({ page, zone }: { page: ConsolePage; zone: string }): VNode {
  const { live, stale, over, logIn } = page.textsOf(FEED_WORDS);
  return (
    <p
      id="feed-state"
      class="quiet"
      role="status"
      hidden
      data-words={JSON.stringify({ live, stale, over, logIn })}
      data-log-in={logInFor(page.path)}
      data-time-zone={zone}
    >
      {live}
    </p>
  );
}

function Filters({ page, gyms, gym, doors, filter }: DecisionsProps): VNode {
  const words = page.textsOf(FEED_WORDS);
  const reasons = page.textsOf(REASON_WORDS);
  const state = { values: { gym: String(gym?.id), ...filter } };
  const shared = { page, state, required: true };
  const results = [
    { value: '', label: page.words.all },
    ...Object.entries(words.results).map(([value, label]) => ({ value, label })),
    ...REFUSALS.map((value) => ({ value, label: refusalText(reasons, value) })),
  ];
  return (
    <form method="get" action="/console/doors/decisions" class="filters">
      {gyms.length > 1 && (
        <SelectField
          {...shared}
          name="gym"
          label={page.words.gym}
          choices={gyms.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
      )}
      {gyms.length === 1 && <input type="hidden" name="gym" value={String(gym?.id)} />}
      {doors.length > 0 && (
        <SelectField
          {...shared}
          name="door"
          label={words.door}
          choices={[
            { value: '', label: words.allDoors },
            ...doors.map(({ id, name }) => ({ value: String(id), label: name || String(id) })),
          ]}
        />
      )}
      <SelectField {...shared} name="result" label={words.result} choices={results} />
      <button>{page.words.filter}</button>
    </form>
  );
}

function DecisionTable({ page, gym, doors, found, members }: DecisionsProps): VNode {
  const { columns, removedDoor } = page.textsOf(FEED_WORDS);
  const names = new Map(doors.map(({ id, name }) => [id, name || String(id)]));
  return (
    <DataTable
      caption={page.textsOf(DOORS_WORDS).feed}
      rows={found?.items ?? []}
      keyOf={({ id }) => id}
      columns={[
        { title: columns.at, cell: ({ at }) => page.formats.exactTime(at, gym?.timeZone) },
        {
          title: columns.door,
          cell: ({ deviceId }) =>
            deviceId === null || doors.length === 0 ? '' : (names.get(deviceId) ?? removedDoor),
        },
        { title: columns.result, cell: (decision) => <Outcome page={page} decision={decision} /> },
        { title: columns.why, cell: (decision) => <Why page={page} decision={decision} /> },
        {
          title: columns.member,
          cell: ({ customerId }) => (
            <MemberLink page={page} id={customerId} name={members?.get(customerId ?? 0)} />
          ),
        },
      ]}
    />
  );
}

interface DecisionProps {
  readonly page: ConsolePage;
  readonly decision: Decision;
}

const isOpened = ({ result }: Decision) => result === 'OPEN' || result === 'REPEAT';

function Outcome({ page, decision }: DecisionProps): VNode {
  const words = page.textsOf(FEED_WORDS);
  const { result, dryRun } = decision;
  const opened = result === 'REPEAT' ? words.repeated : words.opened;
  return (
    <div>
      <Badge tone={isOpened(decision) ? 'good' : 'bad'}>
        {isOpened(decision) ? opened : words.refused}
      </Badge>{' '}
      {dryRun && <Badge tone="off">{words.dryRun}</Badge>}
    </div>
  );
}

function Why({ page, decision }: DecisionProps): VNode | null {
  if (isOpened(decision)) return null;
  const { result } = decision;
  return (
    <div>
      <strong>{refusalText(page.textsOf(REASON_WORDS), result)}</strong>
      <br />
      <span class="hint">{remedyText(page.textsOf(REMEDY_WORDS), result)}</span>
    </div>
  );
}
