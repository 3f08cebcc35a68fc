import type { VNode } from 'preact';
import type { ConsolePage, ListedGym } from '../frame/console-page.js';
import { Frame } from '../frame/frame.js';
import { Badge, DataTable, EmptyState, Pager } from '../frame/list.js';
import type { ListPage, ListedSubscription } from './records.js';
import { DEVELOPERS, gymName, Tabs, wordsOf } from './shared.js';

interface SubscriptionsView {
  readonly found: ListPage<ListedSubscription>;
  readonly gyms: readonly ListedGym[];
}

export function subscriptionsScreen(page: ConsolePage, { found, gyms }: SubscriptionsView): VNode {
  const { subscriptions: words } = wordsOf(page);
  const add = page.may('WEBHOOK_WRITE') && (
    <a class="button" href={`${DEVELOPERS}/subscriptions/new`}>
      {words.add}
    </a>
  );
  return (
    <Frame page={page} title={page.words.sections.developers} lead={wordsOf(page).lead}>
      <Tabs page={page} current="subscriptions" />
      <p class="title-line">
        <span>{words.lead}</span>
        {add}
      </p>
      {found.items.length === 0 ? (
        <EmptyState title={words.none}>{words.noneHint}</EmptyState>
      ) : (
        <SubscriptionTable page={page} rows={found.items} gyms={gyms} />
      )}
      <Pager page={page} nextCursor={found.nextCursor} />
    </Frame>
  );
}

interface TableProps {
  readonly page: ConsolePage;
  readonly rows: readonly ListedSubscription[];
  readonly gyms: readonly ListedGym[];
}

function SubscriptionTable({ page, rows, gyms }: TableProps): VNode {
  const { subscriptions: words } = wordsOf(page);
  return (
    <DataTable
      caption={wordsOf(page).tabs.subscriptions}
      rows={rows}
      keyOf={({ id }) => id}
      columns={[
        {
          title: words.address,
          cell: ({ id, url }) => <a href={`${DEVELOPERS}/subscriptions/${id}`}>{url}</a>,
        },
        {
          title: words.types,
          cell: ({ eventTypes }) =>
            eventTypes === null ? words.allTypes : words.typesCount(eventTypes.length),
        },
        {
          title: page.words.gym,
          cell: ({ gymId }) => gymName(page, gyms, { id: gymId, none: page.words.allGyms }),
        },
        { title: words.state, cell: (row) => <SubscriptionBadge page={page} row={row} /> },
        { title: words.since, cell: ({ createdAt }) => page.formats.date(createdAt) },
      ]}
    />
  );
}

export function SubscriptionBadge({
  page,
  row,
}: {
  page: ConsolePage;
  row: ListedSubscription;
}): VNode {
  const { states } = wordsOf(page).subscriptions;
  return <Badge tone={row.state === 'ACTIVE' ? 'good' : 'bad'}>{states[row.state]}</Badge>;
}
